import { steps as en } from './en/steps.ts'
import { steps as id } from './id/steps.ts'
import type { Wording } from './wording.ts'

/** Wording of checklists. It comes with the pages that show them. */
export const stepsWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
