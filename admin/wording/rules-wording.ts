import { rules as en } from './en/rules.ts'
import { rules as id } from './id/rules.ts'
import type { Wording } from './wording.ts'

/** Wording of the rules of a unit. It comes with their page. */
export const rulesWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
