import en from '../texts/en/finding.json'
import id from '../texts/id/finding.json'
import { inBoth } from './wording.ts'

/** Wording where cases are found. It comes with the parts that say it. */
export const findingWording = inBoth({ id, en })
