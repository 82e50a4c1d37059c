import type { Messages } from '../words.ts'

export const statistics: Messages['statistics'] = {
  heading: 'Figures',
  intro: (day) => `All complaints ever received, as of ${day}.`,
  hidden:
    'Numbers under 5, at times with their neighbours, are blurred so that they point at nobody. Shares are rounded.',
  blurred: 'blurred',
  underFive: '< 5',
  total: 'Received',
  running: 'Still open',
  overdue: 'Overdue',
  openOverdue: 'Open in the register',
  inTime: 'Answered in time',
  percent: (share) => `${share}%`,
  tooFew: '–',
  byMonth: 'Received by month',
  byCategory: 'By category',
  byStatus: 'By status',
  earlier: 'Earlier',
  emptyHeading: 'No complaints yet',
  emptyText: 'Figures appear with the first complaint.',
}
