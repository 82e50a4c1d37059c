import type * as model from '../id/rights.ts'

export const dataRequests: typeof model.dataRequests = {
  heading: 'Personal data requests',
  intro:
    'Reporters ask about their own data. Answered within 3×24 hours, weekends included (service target). The nearest due stands first.',
  loading: 'Loading requests…',
  list: 'Requests that wait for an answer',
  open: 'Read and answer',
  due: (moment) => `Due ${moment}`,
  overdue: 'Overdue',
  waiting: 'Waits for an answer',
  granted: 'Granted',
  refused: 'Not granted',
  emptyHeading: 'No request waits',
  emptyText: 'A reporter’s request about their data stands here as soon as it is sent.',
  hidden: 'Its words are for whoever answers.',
  decision: 'Decision',
  grant: 'Grant',
  refuse: 'Do not grant',
  text: 'Answer to the reporter',
  textHint: 'The reporter reads it on the follow-up page and gets a notice.',
  answer: 'Send the answer',
  answered: 'Answer sent.',
}
