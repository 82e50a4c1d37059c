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
  settings: {
    title: 'Notices',
    hours: 'Wait for word of a delivery (hours)',
    hoursHint:
      'When the provider does not report a delivery in that time, the reporter’s next channel is tried. Counted by day and night.',
    templates: 'WhatsApp templates',
    templatesHint:
      'Later than 24 hours after the reporter wrote, WhatsApp takes approved templates only. Without one the next channel is used.',
    add: 'Add a template',
    remove: (at) => `Remove template ${at}`,
    event: 'For the notice',
    anyEvent: 'All notices',
    events: {
      received: 'Complaint received',
      in_progress: 'Work has begun',
      completion_reminder: 'Reminded to complete',
      late: 'Past its date',
      forwarded: 'Forwarded',
      completion_asked: 'Something more is needed',
      message: 'Message of staff',
      answered: 'Answered',
      declined: 'Not followed up',
      objection_received: 'Objection received',
      objection_decided: 'Objection decided',
      closed: 'Closed',
      withdrawn: 'Withdrawn',
      data_breach: 'Data breach',
    },
    language: 'For reporters who speak',
    name: 'Name of the template',
    nameHint: 'As in WhatsApp: small letters, digits and _.',
    templateLanguage: 'Language code of the template',
    templateLanguageHint: 'As in WhatsApp, for example id or en_US.',
    places: 'What it is filled with',
    noPlaces: 'Nothing',
    variables: { office: 'name of the unit', number: 'complaint number', link: 'link', sentence: 'what happened' },
  },
  down: (channel, since) => `The channel ${channel} is down${since ? ` since ${since}` : ''}.`,
  waiting: (cases) =>
    cases === 1
      ? 'One reporter waits for news by it.'
      : `${cases < 100 ? cases : '100 or more'} reporters wait for news by it.`,
  downUntil: (when) => `Next try ${when}. Notices to reporters wait, then go to the next channel.`,
}
