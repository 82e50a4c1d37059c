import { practice as en } from './en/practice.ts'
import { practice as id } from './id/practice.ts'
import type { Wording } from './wording.ts'

const wordings: Readonly<Record<Wording['language'], typeof id>> = { id, en }

/** It is loaded with what shows it. */
export const practiceWording = ({ language }: Pick<Wording, 'language'>): typeof id => wordings[language]
