import en from '../texts/en/operator.json'
import id from '../texts/id/operator.json'
import { inBoth } from './wording.ts'

/** Returns what the page of the units says, in the language of the reader. It is fetched with the page alone. */
export const operatorWording = inBoth({ id, en })
