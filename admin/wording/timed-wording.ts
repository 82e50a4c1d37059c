import en from '../texts/en/timed.json'
import id from '../texts/id/timed.json'
import { inBoth } from './wording.ts'

/** Wording of what waits for its time. It comes with the case page. */
export const timedWording = inBoth({ id, en })
