import { duties as en } from './en/duties.ts'
import { duties as id } from './id/duties.ts'
import type { Wording } from './wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const dutiesWording = ({ language }: Pick<Wording, 'language'>): typeof id => wordings[language]
