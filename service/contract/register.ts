import { z } from '@hono/zod-openapi'
import { figureNames } from '../offices/report-figures.ts'
import {
  caseTasks,
  intakeChannels,
  outcomes,
  pageTasks,
  statuses,
  timelinesses,
  waitings,
} from '../offices/vocabulary.ts'
import { staffActs } from './acts.ts'
import { caseLine, sealedWrongLine } from './case-view.ts'
import { caseNumber, instant, labelId, object, day as remindersDay, requiredText, strictObject } from './fields.ts'
import type { Shown } from './shown.ts'

const day = z.iso.date()

/** Lists are comma-separated. */
export const registerQuery = z.object({
  status: z
    .string()
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(statuses)))
    .optional()
    .openapi({
      type: 'string',
      pattern: `^(${statuses.join('|')})?(,(${statuses.join('|')})?)*$`,
      example: 'received,in_progress',
    }),
  category: z.string().max(60).optional(),
  /** `me`, `none`, or the id of a member of staff. */
  assignee: z.string().max(64).optional(),
  due: z.enum(['overdue', 'soon']).optional(),
  /** Days at the office between which they were received, both included. */
  from: day.optional(),
  to: day.optional(),
  channel: z.enum(intakeChannels).optional(),
  outcome: z.enum(outcomes).optional(),
  timeliness: z.enum(timelinesses).optional(),
  stars: z.coerce.number().int().min(1).max(5).optional(),
  /** Cases that this figure of a report counts. */
  figure: z.enum(figureNames).optional(),
  /** A place, as a report names it: a keyed hash. */
  place: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  /** Cases that were open at the end of this day. */
  openOn: day.optional(),
  /** A label of the unit's own. */
  label: labelId.optional(),
  /** Words of the place of the event; each must be in it, in one of its forms. */
  placeWords: z.string().trim().max(100).optional(),
  q: z.string().trim().max(200).optional(),
  sort: z.enum(['received_desc', 'received_asc', 'due_asc']).default('received_desc'),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

const MOST_VIEWS = 20

const { status: _, cursor: __, limit: ___, ...asked } = registerQuery.shape

const viewFilter = z.strictObject({ ...asked, status: z.array(z.enum(statuses)).max(statuses.length).optional() })

const view = { id: z.string().min(1).max(40), name: requiredText(60), filter: viewFilter }

const differ = (values: readonly string[]) => new Set(values).size === values.length

export const saveViews = strictObject('SaveViews', {
  /** The revision of the list that was read; 0 if nothing was saved yet. */
  revision: z.int().min(0),
  views: z
    .array(z.strictObject(view))
    .max(MOST_VIEWS)
    .refine((views) => differ(views.map(({ id }) => id)) && differ(views.map(({ name }) => name.toLowerCase()))),
})
export type SaveViews = Shown<typeof saveViews>

const viewList = z.object({
  revision: z.int(),
  /** `count` is exact up to 999, and 1000 for more; `null` if it cannot be counted. */
  views: z.array(z.object({ ...view, count: z.int().nullable() })),
})

export const viewLists = object('ViewLists', { own: viewList, shared: viewList, mayShare: z.boolean(), most: z.int() })
export type ViewLists = Shown<typeof viewLists>

/** Counts are exact up to 999; 1000 stands for more. */
export const workView = object('Work', {
  overdue: z.int(),
  soon: z.int(),
  open: z.int(),
  withReporter: z.int(),
  items: z.array(caseLine),
  /** Cases among them that cannot be opened. */
  sealedWrong: z.array(sealedWrongLine),
  waiting: z.array(z.object({ what: z.enum(waitings), cases: z.int() })),
})
export type WorkView = Shown<typeof workView>
export { MOST_VIEWS }

/** How complaints in a category went in the last ninety days. `null` means too few to say. */
export const similarView = object('SimilarComplaints', {
  /** A lower bound, in steps of five. */
  received: z.int().nullable(),
  answered: z.int().nullable(),
  /** Half of the answers came within this many days. */
  usualDays: z.int().nullable(),
  /** The latest answers: the month in which each came, and in how many days. */
  latest: z.array(z.object({ month: z.string(), days: z.int() })),
})
export type SimilarView = Shown<typeof similarView>

export const lateQuery = z.object({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

export const lateList = object('LateList', {
  items: z.array(
    z.object({
      number: z.string(),
      subject: z.string(),
      category: z.string(),
      statusLabel: z.string(),
      clocks: z.array(
        z.object({ label: z.string(), dueAt: instant, workingDaysLate: z.int(), newDate: instant.nullable() }),
      ),
      /** The newest explanation; `null` if nobody gave one. */
      because: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
      turn: z.string(),
      /** Somebody outside the office took the notice of the newest passed date. */
      reporterTold: z.boolean(),
    }),
  ),
  /** Cases whose count staff stopped, those that end first come first; on the first page only, at most a hundred. */
  paused: z.array(z.object({ number: z.string(), subject: z.string(), category: z.string(), sentence: z.string() })),
  nextCursor: z.string().nullable(),
})
export type LateList = Shown<typeof lateList>

/** What one wants to be reminded of, in characters. */
const LONGEST_REASON = 200

export const setReminder = strictObject('SetReminder', {
  /** From this day on it is in the list of the day: today or later, within a year. */
  day: remindersDay,
  reason: requiredText(LONGEST_REASON),
})

const reminder = z.object({ id: z.string(), day: remindersDay, reason: z.string() })

export const reminderParam = z.object({ id: z.string().regex(/^[\w-]{1,80}$/) })

/** One's own reminders on a case; nobody else reads them. */
export const caseReminders = object('CaseReminders', {
  items: z.array(reminder),
  /** Days on which the office works. */
  proposed: z.array(z.object({ name: z.enum(['tomorrow', 'next_monday', 'week_before_due']), day: remindersDay })),
})
export type CaseReminders = Shown<typeof caseReminders>

export const ownReminder = reminder.extend({
  number: caseNumber,
  subject: z.string(),
  /** Its day is over. */
  late: z.boolean(),
  mergedInto: caseNumber.nullable(),
})
export type OwnReminder = Shown<typeof ownReminder>

export const ownReminders = object('OwnReminders', { items: z.array(ownReminder) })

export const todayQuery = z.object({ kind: z.enum(caseTasks).optional() })

/** Counts are exact up to 99; 100 stands for more. Kinds of which nothing waits are left out. */
const counts = {
  cases: z.array(z.object({ kind: z.enum(caseTasks), count: z.int() })),
  pages: z.array(z.object({ kind: z.enum(pageTasks), count: z.int() })),
}

export const todayCounts = object('TodayCounts', {
  ...counts,
  /** One’s own reminders that are due. */
  reminders: z.int(),
})
export type TodayCounts = Shown<typeof todayCounts>

export const todayView = object('Today', {
  ...counts,
  /** The nearest date comes first. */
  items: z.array(
    caseLine.extend({
      kind: z.enum(caseTasks),
      /** The act that ends the wait; `null` where it is not one act, or not open to the reader. */
      act: z.enum(staffActs).nullable(),
      /** One reads it, and does the act, once one has declared that it does not concern one. */
      declares: z.boolean(),
    }),
  ),
  /** One’s own that are due, the earliest day first, whatever kind is asked for. */
  reminders: z.array(ownReminder),
  /** How many of one’s own come later. */
  laterReminders: z.int(),
  /** Cases among them that cannot be opened. */
  sealedWrong: z.array(sealedWrongLine),
})
export type TodayView = Shown<typeof todayView>

export const presenceRequest = strictObject('PresenceRequest', {
  writes: z.boolean(),
  leaves: z.boolean().optional(),
})

/** What a screen that shows a case must know now. */
export const surroundingsView = object('Surroundings', {
  revision: z.int(),
  last: z.object({ at: instant, label: z.string(), by: z.string() }).nullable(),
  /** Others who have the case open, among those who see it. */
  others: z.array(z.object({ name: z.string(), position: z.string(), writes: z.boolean() })),
})
export type SurroundingsView = Shown<typeof surroundingsView>

/** Counts of the cases that the viewer may know of; a register that shows others is outdated. */
export const caseCounts = object('CaseCounts', { counts: z.partialRecord(z.enum(statuses), z.int()) })
export type CaseCounts = Shown<typeof caseCounts>
