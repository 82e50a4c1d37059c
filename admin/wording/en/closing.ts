import type { closing as theirs } from '../id/closing.ts'

export const closing: typeof theirs = {
  close: 'Close the unit',
  closeHeading: (name) => `Close ${name}`,
  closeText:
    'From now on this unit takes no new complaints. Staff finish what is there, and reporters go on seeing their complaints. Nothing is deleted: what there is stays as long as the schedule of retention says.',
  closeDays: 'Can be taken back for (days)',
  closeDaysHint: 'Between 7 and 365. After that reporters cannot write to this unit either.',
  elsewhereId: 'Where to complain instead, in Indonesian',
  elsewhereEn: 'Where to complain instead, in English',
  elsewhereHint: 'Visitors and reporters read it. For example: Write to Dinas Contoh at https://…',
  closing: (since, until) => `No new complaints since ${since}. It can be taken back until ${until}.`,
  closed: (until) => `Closed since ${until}. What there is stays as long as the schedule of retention says.`,
  keepOpen: 'Take the closing back',
}
