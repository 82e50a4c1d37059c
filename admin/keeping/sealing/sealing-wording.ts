import { sealing as en } from '../../wording/en/sealing.ts'
import { sealing as id } from '../../wording/id/sealing.ts'
import type { Wording } from '../../wording/wording.ts'

const said: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export type SealingWording = typeof id

/** What is said about sealed identities, in both languages: it comes with the pages that say it. */
export const sealingWording = ({ language }: Pick<Wording, 'language'>): SealingWording => said[language]
