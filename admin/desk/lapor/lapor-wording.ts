import { lapor as en } from '../../wording/en/lapor.ts'
import { lapor as id } from '../../wording/id/lapor.ts'
import type { Wording } from '../../wording/wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const laporWording = ({ language }: Pick<Wording, 'language'>): typeof id => wordings[language]
