import { confidence as en } from './en/confidence.ts'
import { confidence as id } from './id/confidence.ts'
import type { Wording } from './wording.ts'

export const confidenceWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
