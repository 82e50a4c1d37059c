import en from '../texts/en/help.json'
import id from '../texts/id/help.json'
import { inBoth } from './wording.ts'

/** Wording around the guides, which comes with their button. */
export const helpWording = inBoth({ id, en })
