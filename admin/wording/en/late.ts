import type * as model from '../id/late.ts'

export const late: typeof model.late = {
  intro: 'What has passed a date of the office, the longest first.',
  loading: 'Loading what is late…',
  emptyHeading: 'Nothing is late',
  emptyText: 'Every date of the office was kept or still lies ahead.',
  open: 'open the complaint',
  by: (clock, days) =>
    days === 0 ? `${clock}: passed today` : `${clock}: ${days} working ${days === 1 ? 'day' : 'days'} late`,
  since: (date) => `was due on ${date}.`,
  promised: (date) => `Now promised for ${date}.`,
  unexplained: 'No explanation yet.',
  turn: 'Turn:',
  paused: 'Count stopped by staff',
  reporterTold: 'The reporter was told.',
  reporterNotTold: 'The reporter has not been told, and can only read it on the follow-up page.',
}
