import { sealing as en } from '../messages/en/sealing.ts'
import { sealing as id } from '../messages/id/sealing.ts'
import type { Words } from '../messages/words.ts'

const said: Readonly<Record<Words['language'], typeof id>> = { id, en }

export type SealingWords = typeof id

/** What is said about sealed identities, in both languages: it comes with the pages that say it. */
export const sealingWords = ({ language }: Pick<Words, 'language'>): SealingWords => said[language]
