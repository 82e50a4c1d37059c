import en from '../texts/en/steps.json'
import id from '../texts/id/steps.json'
import { inBoth } from './wording.ts'

/** Wording of checklists. It comes with the pages that show them. */
export const stepsWording = inBoth({ id, en })
