import en from '../texts/en/mailbox.json'
import id from '../texts/id/mailbox.json'
import { inBoth } from './wording.ts'

/** Returns what the built-in mailbox says, in the language of the reader. It is fetched with the page alone. */
export const mailboxWording = inBoth({ id, en })
