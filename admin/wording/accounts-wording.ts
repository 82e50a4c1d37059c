import en from '../texts/en/accounts.json'
import id from '../texts/id/accounts.json'
import { inBoth } from './wording.ts'

/** Wording of the accounts under which a unit sends. It comes with the pages that say it. */
export const accountsWording = inBoth({ id, en })
