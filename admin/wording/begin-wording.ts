import en from '../texts/en/begin.json'
import id from '../texts/id/begin.json'
import { inBoth } from './wording.ts'

/** Wording of the steps to begin and of what the settings offer beside their sections. It comes with their pages. */
export const beginWording = inBoth({ id, en })
