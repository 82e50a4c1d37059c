import en from '../texts/en/access-log.json'
import id from '../texts/id/access-log.json'
import { inBoth } from './wording.ts'

/** Returns what the page of the log says, in the language of the reader. It is fetched with the page alone. */
export const accessLogWording = inBoth({ id, en })
