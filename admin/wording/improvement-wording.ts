import { improvement as en } from './en/improvement.ts'
import { improvement as id } from './id/improvement.ts'
import type { Wording } from './wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

export const improvementWording = ({ language }: Pick<Wording, 'language'>): typeof id => wordings[language]
