import type { mailbox as mailboxId } from '../id/mailbox.ts'

export const mailbox: typeof mailboxId = {
  heading: 'Mailbox',
  intro: 'Outgoing letters stop here until e-mail delivery is set up. Nothing really leaves the house.',
  to: (address) => `To ${address}`,
  list: 'Outgoing letters',
  choose: 'Choose a letter to read it.',
  emptyHeading: 'No outgoing letters yet',
  emptyText: 'Invitations of staff and notices to reporters appear here.',
  loading: 'Loading letters…',
  back: 'Back to the list',
}
