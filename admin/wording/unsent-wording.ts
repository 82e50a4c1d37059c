import en from '../texts/en/unsent.json'
import id from '../texts/id/unsent.json'
import { inBoth } from './wording.ts'

/** Wording about what was typed and not sent. It comes with the pages on which one types. */
export const unsentWording = inBoth({ id, en })
