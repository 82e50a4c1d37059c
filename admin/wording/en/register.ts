import type * as model from '../id/register.ts'

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`

export const register: typeof model.register = {
  /** Heading of the page of late cases. */
  late: 'Late, and why',
  exporting: 'Export the register…',
  waitsElsewhere: 'Waits for another unit',
  fromBook: 'From the old register',
  pick: (number) => `Choose ${number}`,
  pickAll: 'Choose all on this page',
  heading: 'Register',
  leftOut: (year, from, to, asOf) =>
    `Numbers ${from} to ${to} of ${year} are left out: what came in after ${asOf} was lost before the restore.`,
  checkedReceipts: (count) =>
    count === 0
      ? 'No receipt of that time has been checked yet.'
      : `${count} ${count === 1 ? 'receipt' : 'receipts'} of that time ${count === 1 ? 'was' : 'were'} checked.`,
  views: { todo: 'To do', ended: 'Ended', all: 'All', open: 'Still open' },
  statusTabs: 'Status',
  shortStatuses: { incomplete: 'Incomplete', awaiting_approval: 'Approval' },
  search: 'Search number or text',
  codeNotSearched: 'A tracking code is for its reporter alone. Search by the number of the complaint.',
  category: 'Category',
  anyCategory: 'All categories',
  handler: 'Handler',
  anyHandler: 'All handlers',
  mine: 'Me',
  nobody: 'Nobody yet',
  due: 'Due',
  anyDue: 'Any due date',
  overdue: 'Overdue',
  soon: 'Due soon',
  sort: 'Order',
  sorts: { due_asc: 'Nearest date first', received_desc: 'Newest first', received_asc: 'Oldest first' },
  clear: 'Clear filters',
  filters: 'Filters',
  asked: {
    received: (days) => `Received ${days}`,
    from: (day) => `Received since ${day}`,
    to: (day) => `Received until ${day}`,
    timeliness: { in_time: 'Answered in time', late: 'Answered late' },
    stars: (stars) => `Rated ${stars} of 5`,
    remove: (what) => `Remove filter: ${what}`,
    list: 'Filters in force',
  },
  columns: {
    number: 'Number',
    subject: 'Subject',
    status: 'Status',
    handler: 'Handler',
    received: 'Received',
    due: 'Due',
  },
  table: 'Complaints, one a row',
  noHandler: 'Nobody yet',
  noClock: 'No clock runs',
  paused: 'Stands still',
  dueToday: (time) => `Today, ${time}`,
  dueTomorrow: 'Tomorrow',
  dueIn: (count) => `In ${days(count)}`,
  overdueBy: (count) => (count === 0 ? 'Overdue since today' : `Overdue ${days(count)}`),
  next: 'Next',
  previous: 'Previous',
  toStart: 'To the start',
  pages: 'Pages of the register',
  printed: (day) => `Printed on ${day}.`,
  printedShare: (shown, all) =>
    all === null
      ? `This paper has ${shown} complaints of one page on the screen; the others are on other pages.`
      : `This paper has ${shown} of ${all} complaints.`,
  printedRest: 'All of them come by “Export the register”.',
  loading: 'Loading the register…',
  emptyHeading: 'No complaints yet',
  emptyText:
    'Complaints from the site arrive here. Those made at the counter, by phone or letter are written down under Take a complaint.',
  doneHeading: 'Nothing is waiting',
  doneText: 'Every complaint has been dealt with or waits for its reporter.',
  noMatchHeading: 'Nothing matches',
  noMatchText: 'Loosen the filters, or search every status.',
  searchAll: 'Search every status',
}
