import { redaction as en } from '../../wording/en/redaction.ts'
import { redaction as id } from '../../wording/id/redaction.ts'
import type { Wording } from '../../wording/wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const redactionWording = ({ language }: Pick<Wording, 'language'>): typeof id => wordings[language]
