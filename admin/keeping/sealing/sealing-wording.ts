import { sealing as en } from '../../wording/en/sealing.ts'
import { sealing as id } from '../../wording/id/sealing.ts'
import type { Wording } from '../../wording/wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export type SealingWording = typeof id

export const sealingWording = ({ language }: Pick<Wording, 'language'>): SealingWording => wordings[language]
