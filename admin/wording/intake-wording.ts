import { intake as en } from './en/intake.ts'
import { intake as id } from './id/intake.ts'
import type { Wording } from './wording.ts'

/** Wording of taking in a complaint at the counter, by telephone or from paper. It comes with the page. */
export const intakeWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
