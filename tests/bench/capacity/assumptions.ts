/** A number that nobody measured here: put in your own. */
export interface Assumption {
  readonly value: number
  readonly unit: string
  readonly why: string
}

const assume = (value: number, unit: string, why: string): Assumption => ({ value, unit, why })

/** What the capacity page takes for granted. */
export const assumptions = {
  casesAYear: assume(100, 'cases a year and unit', 'Two a week. Count what your units recorded last year.'),
  workingDays: assume(245, 'days a year', 'Working days after holidays and collective leave.'),
  hoursADay: assume(8, 'hours', 'All work is taken to fall into office hours, which is harder than spreading it.'),
  peak: assume(10, 'times the mean', 'The busiest minute after a news item or a deadline.'),
  followUps: assume(8, 'for each case', 'A reporter looks again every few days until the answer.'),
  registerPages: assume(40, 'for each case', 'Pages of the register and views of the case, all officers together.'),
  searches: assume(5, 'for each case', 'Searches by words.'),
  notices: assume(5, 'for each case', 'Received, in progress, a message or two, answered, closed.'),
  filesMb: assume(3, 'MB for each case', 'One case in two has photos or a recording.'),
  grows: assume(2, 'times what it weighs when filed', 'History, messages, answer, notices and the log of who looked.'),
  yearsKept: assume(5, 'years', 'Until the schedule of retention lets cases go.'),
  busyAtMost: assume(
    0.5,
    'of the processors at the peak',
    'The other half is for backups, reports and what nobody foresaw.',
  ),
  otherProcessor: assume(
    2,
    'times slower than the processor measured on',
    'A small rented machine; measure yours with npm run matrix filing embedded 100k.',
  ),
  mongoMembers: assume(3, 'members', 'A replica set that survives the loss of one.'),
  mongoProcessor: assume(1, 'processor of a member for each of the service', 'No MongoDB was at hand to be measured.'),
  mongoInMemory: assume(
    0.25,
    'of the store',
    'Indexes and the cases of the last year, as a MongoDB member should hold them.',
  ),
  freeDisk: assume(2, 'times what lies on it', 'Room to grow, and for a backup that is being made.'),
} as const satisfies Readonly<Record<string, Assumption>>

/** Examples to be replaced: prices of nobody's list. */
export const prices = {
  processor: assume(150_000, 'rupiah a month and core', 'Example. Put in what your provider or data centre charges.'),
  memory: assume(40_000, 'rupiah a month and GB', 'Example.'),
  disk: assume(2_500, 'rupiah a month and GB', 'Example, of the disk that the store lies on.'),
  objects: assume(400, 'rupiah a month and GB', 'Example, of S3-compatible storage for evidence and backups.'),
} as const satisfies Readonly<Record<string, Assumption>>

export type Assumptions = { readonly [name in keyof typeof assumptions]: number }
export type Prices = { readonly [name in keyof typeof prices]: number }

export const valuesOf = <T extends Readonly<Record<string, Assumption>>>(given: T): { [name in keyof T]: number } =>
  Object.fromEntries(Object.entries(given).map(([name, { value }]) => [name, value])) as { [name in keyof T]: number }
