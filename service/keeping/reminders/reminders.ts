import { caseFor, filterVisible, reads } from '../../case/access/case-access.ts'
import { nextDueAt } from '../../case/case-clocks.ts'
import type { Office } from '../../case/office/office.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import {
  type DayNumber,
  dayNumberOf,
  dayOf,
  type OfficeCalendar,
  weekdayOf,
} from '../../offices/calendar/office-calendar.ts'
import { localDateOf, localDayOf, whyClosed } from '../../offices/calendar/working-days.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import {
  byDay,
  MOST_REMINDERS,
  type Owner,
  type Reminder,
  type ReminderPlace,
  type ReminderStore,
} from './reminder-store.ts'

export const reminderDays = ['tomorrow', 'next_monday', 'week_before_due'] as const
export type ReminderDay = (typeof reminderDays)[number]

export interface ProposedDay {
  readonly name: ReminderDay
  readonly day: Day
}

/** Nobody plans further ahead, in days. */
const FURTHEST = 366

/** We assume that no office is closed for longer, in days. */
const LONGEST_CLOSURE = 60
const WEEK = 7
const MONDAY = 1

/** The day itself, or the nearest day on which the office works, after it or (`-1`) before it. */
function onWorkingDay(day: DayNumber, step: 1 | -1, calendar: OfficeCalendar): DayNumber {
  for (let tried = 0; tried < LONGEST_CLOSURE; tried++) {
    const found = day + tried * step
    if (!whyClosed(found, calendar)) return found
  }
  return day
}

/**
 * Days on which the office works, of which an officer may choose one: the next, Monday of the next week or the first
 * one after it, and a week before the case's date or the last one before it. A day that has two names is proposed once,
 * and none that is not ahead.
 * @param dueAt the case's nearest date; `null` if no clock runs
 */
export function proposeDays(now: Instant, dueAt: Instant | null, calendar: OfficeCalendar): readonly ProposedDay[] {
  const today = localDayOf(now, calendar)
  const nextMonday = today + WEEK - ((weekdayOf(today) + WEEK - MONDAY) % WEEK)
  const days: Readonly<Record<ReminderDay, DayNumber>> = {
    tomorrow: onWorkingDay(today + 1, 1, calendar),
    next_monday: onWorkingDay(nextMonday, 1, calendar),
    week_before_due: dueAt === null ? today : onWorkingDay(localDayOf(dueAt, calendar) - WEEK, -1, calendar),
  }
  const proposed = new Map<DayNumber, ReminderDay>()
  for (const name of reminderDays) {
    if (days[name] > today && !proposed.has(days[name])) proposed.set(days[name], name)
  }
  return [...proposed].map(([day, name]) => ({ name, day: dayOf(day) }))
}

/** @throws Refusal `reminder/day-out-of-reach` for a day that is over, or more than a year ahead */
export function refuseOutOfReach(day: Day, now: Instant, calendar: OfficeCalendar): void {
  const today = localDayOf(now, calendar)
  const wanted = dayNumberOf(day)
  if (wanted >= today && wanted <= today + FURTHEST) return
  throw refuseField('reminder/day-out-of-reach', 'day', 'out-of-year')
}

export interface ReminderOffice extends Office {
  readonly reminders: ReminderStore
}

type Wanted = Pick<Reminder, 'day' | 'reason'>

/** Only the person's own id joins them with their reminders: no deputy, successor or superior has another's. */
const ownerOf = ({ tenant, id: by }: StaffMember): Owner => ({ tenant, by })

const calendarOf = async ({ tenants }: ReminderOffice, { tenant }: StaffMember) =>
  (await tenants.get(tenant)).settings.calendar

async function caseOn(office: ReminderOffice, staff: StaffMember, number: string): Promise<Complaint> {
  const complaint = await caseFor(office, staff, 'cases.read', number)
  if (complaint.destroyed) throw new Refusal('conflict', 'case/destroyed')
  return complaint
}

/** The case, and those joined to it on which the person has reminders, because work on them goes on with this one. */
async function withJoined(
  office: ReminderOffice,
  staff: StaffMember,
  complaint: Complaint,
): Promise<readonly Complaint[]> {
  const joined = complaint.dossier.joined.map(({ number }) => number)
  if (joined.length === 0) return [complaint]
  const held = (await office.reminders.days(ownerOf(staff))).map(({ number }) => number)
  const numbers = joined.filter((number) => held.includes(number))
  const found = numbers.length > 0 ? await office.complaints.several(staff.tenant, numbers, () => {}) : []
  return [complaint, ...found.filter((one) => reads(staff, one) && !one.destroyed)]
}

/** Where the reminder lies: on the case, or on one that was joined to it. */
async function findOn(office: ReminderOffice, staff: StaffMember, { number, id }: ReminderPlace) {
  for (const one of await withJoined(office, staff, await caseOn(office, staff, number))) {
    const key = caseKeyOf(one)
    const reminder = await office.reminders.find(ownerOf(staff), { number: one.id, id }, key)
    if (reminder) return { reminder, key }
  }
  return null
}

export interface OnCase {
  readonly items: readonly Reminder[]
  readonly proposed: readonly ProposedDay[]
}

/**
 * The person's own reminders on a case and on those joined to it, and days that they may want; neither once the case is
 * destroyed.
 */
export async function listRemindersOn(office: ReminderOffice, staff: StaffMember, number: string): Promise<OnCase> {
  const complaint = await caseFor(office, staff, 'cases.read', number)
  if (complaint.destroyed) return { items: [], proposed: [] }
  const cases = await withJoined(office, staff, complaint)
  const items = await Promise.all(cases.map((one) => office.reminders.ofCase(ownerOf(staff), one.id, caseKeyOf(one))))
  const calendar = await calendarOf(office, staff)
  return {
    items: items.flat().toSorted(byDay),
    proposed: proposeDays(office.now(), nextDueAt(complaint.clocks), calendar),
  }
}

/** Reminds the person alone. Neither history nor log has a line of it. */
export async function setReminder(
  office: ReminderOffice,
  staff: StaffMember,
  number: string,
  { day, reason }: Wanted,
): Promise<Reminder> {
  const key = caseKeyOf(await caseOn(office, staff, number))
  refuseOutOfReach(day, office.now(), await calendarOf(office, staff))
  const owner = ownerOf(staff)
  if ((await office.reminders.count(owner)) >= MOST_REMINDERS) {
    throw new Refusal('conflict', 'reminder/too-many', { most: MOST_REMINDERS })
  }
  const reminder = { id: office.newId(), number, day, reason }
  await office.reminders.add(owner, reminder, key)
  return reminder
}

/**
 * Puts it off, or says the reason anew. A late one may keep its day.
 * @throws Refusal `reminder/not-found`, also where it is done already; `reminder/day-out-of-reach`, and as `caseOn` does
 */
export async function changeReminder(
  office: ReminderOffice,
  staff: StaffMember,
  place: ReminderPlace,
  { day, reason }: Wanted,
): Promise<Reminder> {
  const found = await findOn(office, staff, place)
  if (!found) throw unknownReminder()
  const { reminder: before, key } = found
  if (day !== before.day) refuseOutOfReach(day, office.now(), await calendarOf(office, staff))
  const changed = { ...before, day, reason }
  if (!(await office.reminders.change(ownerOf(staff), changed, key))) throw unknownReminder()
  return changed
}

const unknownReminder = (): Refusal => new Refusal('not-found', 'reminder/not-found')

/** It is done, or not wanted any more; the second device that says so is right too. */
export async function endReminder(office: ReminderOffice, staff: StaffMember, place: ReminderPlace): Promise<void> {
  const found = await findOn(office, staff, place)
  if (found) await office.reminders.drop(ownerOf(staff), found.reminder)
}

export interface ReminderOnCase {
  readonly reminder: Reminder
  readonly complaint: Complaint
}

/** A reminder is due from its day on. */
const today = async (office: ReminderOffice, staff: StaffMember): Promise<Day> =>
  localDateOf(office.now(), await calendarOf(office, staff))

/**
 * The person's own reminders on all cases that they see now, the earliest day first. Those on other cases are left out
 * as if there were none.
 * @param which leaves out those whose day has not come
 */
export async function listReminders(
  office: ReminderOffice,
  staff: StaffMember,
  which: 'all' | 'due',
): Promise<readonly ReminderOnCase[]> {
  requirePermission(staff, 'cases.read')
  const own = await office.reminders.own(ownerOf(staff), which === 'due' ? await today(office, staff) : undefined)
  if (own.length === 0) return []
  const numbers = [...new Set(own.map(({ number }) => number))]
  const found = await office.complaints.several(staff.tenant, numbers, () => {})
  const seen = new Map(found.filter((one) => reads(staff, one) && !one.destroyed).map((one) => [one.id, one]))
  const opened = own.map(async (kept) => {
    const complaint = seen.get(kept.number)
    return complaint ? [{ reminder: await office.reminders.open(kept, caseKeyOf(complaint)), complaint }] : []
  })
  return (await Promise.all(opened)).flat()
}

/** How many of them are due, and how many come later, without opening a case. */
export async function countReminders(
  office: ReminderOffice,
  staff: StaffMember,
): Promise<{ readonly due: number; readonly later: number }> {
  const days = staff.permissions.has('cases.read') ? await office.reminders.days(ownerOf(staff)) : []
  if (days.length === 0) return { due: 0, later: 0 }
  const numbers = days.map(({ number }) => number)
  const [seen, now] = [await filterVisible(office, staff, numbers), await today(office, staff)]
  const shown = days.filter(({ number }) => seen.has(number))
  const due = shown.filter(({ day }) => day <= now).length
  return { due, later: shown.length - due }
}
