import en from '../texts/en/intake.json'
import id from '../texts/id/intake.json'
import { inBoth } from './wording.ts'

/** Wording of taking in a complaint at the counter, by telephone or from paper. It comes with the page. */
export const intakeWording = inBoth({ id, en })
