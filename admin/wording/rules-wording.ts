import en from '../texts/en/rules.json'
import id from '../texts/id/rules.json'
import { inBoth } from './wording.ts'

/** Wording of the rules of a unit. It comes with their page. */
export const rulesWording = inBoth({ id, en })
