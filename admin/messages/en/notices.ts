import type { Messages } from '../words.ts'

export const notices: Messages['notices'] = {
  heading: 'Notices that did not arrive',
  intro: 'None of the channels that the reporter chose worked. They can still read it on the follow-up page.',
  loading: 'Loading what did not arrive…',
  list: 'Complaints with notices that did not arrive',
  open: 'Open the complaint',
  emptyHeading: 'Every notice arrived or is on its way',
  emptyText: 'A notice that failed on all channels appears here, with what the provider answered.',
  more: 'Load more',
  retry: 'Send again',
  setAside: 'Leave it to the follow-up page',
  retried: 'The notices go out again, from the first channel on.',
  settled: 'The notices are left to the follow-up page.',
  down: (channel) => `The channel ${channel} is down.`,
  downUntil: (when) => `Next try ${when}. Notices to reporters wait, then go to the next channel.`,
}
