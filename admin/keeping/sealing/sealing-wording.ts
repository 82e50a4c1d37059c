import { sealing as en } from '../../wording/en/sealing.ts'
import { sealing as id } from '../../wording/id/sealing.ts'
import type { Words } from '../../wording/wording.ts'

const said: Readonly<Record<Words['language'], typeof id>> = { id, en }

export type SealingWords = typeof id

/** What is said about sealed identities, in both languages: it comes with the pages that say it. */
export const sealingWords = ({ language }: Pick<Words, 'language'>): SealingWords => said[language]
