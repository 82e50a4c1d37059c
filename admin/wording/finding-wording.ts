import { finding as en } from './en/finding.ts'
import { finding as id } from './id/finding.ts'
import type { Wording } from './wording.ts'

/** Wording where cases are found. It comes with the parts that say it. */
export const findingWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
