import type { mailbox as mailboxId } from '../id/mailbox.ts'

export const mailbox: typeof mailboxId = {
  heading: 'Trial outbox',
  intro: 'E-mail is not set up. What should be sent is only kept here; reporters do not get it.',
  to: (address) => `To ${address}`,
  list: 'E-mails that were not sent',
  choose: 'Choose an e-mail to read it.',
  emptyHeading: 'No e-mail yet',
  emptyText: 'News to reporters and alerts to staff are kept here until e-mail is set up.',
  loading: 'Loading e-mails…',
  back: 'Back to the list',
}
