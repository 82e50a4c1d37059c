import { mailbox as en } from '../../wording/en/mailbox.ts'
import { mailbox as id } from '../../wording/id/mailbox.ts'
import type { Wording } from '../../wording/wording.ts'

/** Returns what the built-in mailbox says, in the language of the reader. It is fetched with the page alone. */
export const mailboxWording = ({ language }: Pick<Wording, 'language'>): typeof id => ({ id, en })[language]
