import { oldBooks as en } from '../../wording/en/old-books.ts'
import { oldBooks as id } from '../../wording/id/old-books.ts'
import type { Wording } from '../../wording/wording.ts'

/** What is said about old registers, in both languages: it comes with the pages that say it, and burdens no other. */
const said: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const oldBooksWording = ({ language }: Pick<Wording, 'language'>): typeof id => said[language]
