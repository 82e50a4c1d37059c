import en from '../texts/en/guard.json'
import id from '../texts/id/guard.json'
import { inBoth } from './wording.ts'

/** What keeps a case from those it is about says. It comes with the pages of a case and with the counter. */
export const guardWording = inBoth({ id, en })
