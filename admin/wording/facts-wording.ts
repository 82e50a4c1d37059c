import en from '../texts/en/facts.json'
import id from '../texts/id/facts.json'
import { inBoth } from './wording.ts'

/** What the optional fields of a story are called. It comes with the first page that names them. */
export const factsWording = inBoth({ id, en })
