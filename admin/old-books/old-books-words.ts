import { oldBooks as en } from '../messages/en/old-books.ts'
import { oldBooks as id } from '../messages/id/old-books.ts'
import type { Words } from '../messages/words.ts'

/** What is said about old registers, in both languages: it comes with the pages that say it, and burdens no other. */
const said: Readonly<Record<Words['language'], typeof id>> = { id, en }

export const oldBooksWords = ({ language }: Pick<Words, 'language'>): typeof id => said[language]
