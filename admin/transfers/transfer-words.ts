import { transfers as en } from '../messages/en/transfers.ts'
import { transfers as id } from '../messages/id/transfers.ts'
import type { Words } from '../messages/words.ts'

/** What is said about cases of other units, in both languages: it comes with their page, and burdens no other. */
const said: Readonly<Record<Words['language'], typeof id>> = { id, en }

export const transferWords = ({ language }: Pick<Words, 'language'>): typeof id => said[language]
