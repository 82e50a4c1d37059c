import { mayIn } from '../../case/access/case-access.ts'
import { countVisible, type VisibleCounts } from '../../case/access/visible-counts.ts'
import type { Office } from '../../case/office/office.ts'
import { openStatuses, type Tally, type TallyName } from '../../case/store/complaint-tallies.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { notPermitted, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import {
  type IntakeChannel,
  intakeChannels,
  type Outcome,
  outcomes,
  type Status,
  statuses,
} from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import type { Range } from '../../storage/collection.ts'
import {
  ageGroups,
  daysOfMonth,
  type Month,
  monthsBefore,
  monthsOf,
  type Period,
  periodBefore,
  weeksOf,
} from './period-report.ts'
import { roundedPercent, SMALLEST_SHOWN, suppressSmall, totalOf } from './public-statistics.ts'

/** The default is the last twelve months of every category. */
export interface StatisticsChoice {
  readonly from?: Month | undefined
  readonly to?: Month | undefined
  readonly category?: string | undefined
}

/** `null` means that the number is hidden. */
interface Counted {
  readonly cases: number | null
}
type Line<What> = Counted & What

/** Each list splits the same cases by one property; lists are never crossed. */
export interface UnitStatistics {
  /** Small counts are hidden from people who may not read the cases. */
  readonly hidesSmall: boolean
  readonly period: Period
  readonly total: number | null
  /** Cases from an old register, whose answers were not measured. */
  readonly fromBook: number | null
  /** It has as many months as the period, and ends before it; `null` while the period is not over, or if it is hidden. */
  readonly before: { readonly total: number; readonly inTimePercent: number | null } | null
  /** Cases that have not ended, whenever they were received. */
  readonly open: number | null
  readonly overdue: number | null
  readonly inTime: number | null
  readonly late: number | null
  /** A percentage of what was answered or is overdue without an answer; `null` means too few to say. */
  readonly inTimePercent: number | null
  readonly averageStars: number | null
  /** Weeks of a short period, else months. `from: null` covers everything earlier. */
  readonly inflow: readonly Line<{ readonly from: Day | null; readonly to: Day }>[]
  readonly inflowBy: 'week' | 'month'
  /** By the time since they were received. */
  readonly byAge: readonly Line<{ readonly from: Day | null; readonly to: Day; readonly days: number | null }>[]
  readonly byStatus: readonly Line<{ readonly status: Status }>[]
  readonly byCategory: readonly Line<{ readonly category: string }>[]
  readonly byChannel: readonly Line<{ readonly channel: IntakeChannel }>[]
  readonly byOutcome: readonly Line<{ readonly outcome: Outcome }>[]
  readonly byStars: readonly Line<{ readonly stars: number }>[]
}

/** Weeks are used in periods of up to this many months. */
const SHORT = 4

/**
 * No case is opened. People who do not read the cases choose nothing: from two periods that differ by a day, or two
 * lists, a hidden count could be computed.
 */
export async function unitStatistics(
  ports: Office,
  staff: StaffMember,
  { settings }: Tenant,
  choice: StatisticsChoice = {},
): Promise<UnitStatistics> {
  const now = ports.now()
  const today = localDateOf(now, settings.calendar)
  const seen = countVisible(ports, staff)
  const counted = settings.categories.map(({ code }) => code).filter((code) => mayIn(staff, 'reports.read', code))
  const hidesSmall = !counted.every((category) => mayIn(staff, 'cases.read', category))
  if (hidesSmall && (choice.from || choice.to || choice.category)) throw notPermitted('cases.read')
  await ports.record(staff.tenant, { by: staff.id, act: 'statistics.read', subject: null, detail: null })

  const to = choice.to ?? today.slice(0, 7)
  const period: Period = { from: choice.from ?? monthsBefore(to, 11), to }
  const range = hidesSmall ? {} : period
  const isChosen = ({ category }: { readonly category: string }) => !choice.category || category === choice.category
  const of: Ask = async (name, within = range) => (await seen.tally(name, within)).filter(isChosen)

  const isRead = (category: string) => mayIn(staff, 'cases.read', category)
  const { unread, hideSmall, listLines, totalShown } = hiderFor(isRead, hidesSmall)

  const ages = ageGroups(today)
  const [byStatus, books, timeliness, channels, answers, rated, recent, everything, overdue] = await Promise.all([
    of('statusTally'),
    of('bookTally'),
    of('timelinessTally'),
    of('channelTally'),
    of('outcomeTally'),
    of('starsTally'),
    // Older ones are the remainder: by day they would be as many as the days of years.
    of('openTally', { from: ages.at(-2)?.from ?? today }),
    seen.statuses(),
    seen.overdue(now, choice.category),
  ])
  const all = sum(byStatus)
  const standing = everything.filter((one) => isChosen(one) && isOpen(one.status))
  const openNow = sum(standing)
  const older = olderOf(standing, recent)
  const [inTime, late] = timely(timeliness)
  const overdueRead = hidesSmall ? await overdueIn(seen, now, counted.filter(isRead)) : 0
  // What is overdue without an answer is late too, and belongs to a period that reaches until now.
  const lateInAll = late + (to >= today.slice(0, 7) ? overdue : 0)
  const stars = listLines(rated, starsOf, (line) => String(line.stars), whatOf)
  const hidesStars = stars.some(({ cases }) => cases === null)
  const [inTimeShown, lateShown] = hideSmall([inTime, late], timely(unread(timeliness)))
  return {
    hidesSmall,
    period,
    total: totalShown(byStatus),
    fromBook:
      hideSmall([sum(books), all - sum(books)], [sum(unread(books)), sum(unread(byStatus)) - sum(unread(books))])[0] ??
      null,
    before: hidesSmall || to >= today.slice(0, 7) ? null : await beforehand(of, periodBefore(period)),
    open: totalShown(standing),
    overdue:
      hideSmall(
        [overdue, openNow - overdue],
        [overdue - overdueRead, sum(unread(standing)) - (overdue - overdueRead)],
      )[0] ?? null,
    inTime: inTimeShown ?? null,
    late: lateShown ?? null,
    inTimePercent: !hidesSmall
      ? percent(inTime, lateInAll)
      : sum(unread(timeliness)) + overdue - overdueRead < SMALLEST_SHOWN
        ? null
        : roundedPercent(inTime, lateInAll),
    averageStars: hidesStars || rated.length === 0 ? null : average(rated),
    ...(await inflowIn(period, hidesSmall, today, of, listLines, byStatus)),
    byAge: listLines([...recent, ...older], ages, lastDayOf, stretchAround(ages)),
    ...listsOf(listLines, { byStatus, channels, answers }, choice.category ? [choice.category] : counted),
    byStars: stars,
  }
}

interface OfCategory {
  readonly category: string
  readonly cases: number
}

/**
 * A person who reads the cases of some categories knows their counts: what is small after subtracting those is hidden.
 */
function hiderFor(isRead: (category: string) => boolean, hidesSmall: boolean) {
  const unread = <One extends { readonly category: string }>(some: readonly One[]) =>
    some.filter(({ category }) => !isRead(category))
  const hideSmall = (counts: readonly number[], ofUnread: readonly number[]): readonly (number | null)[] => {
    const shown = hidesSmall ? suppressSmall(ofUnread) : ofUnread
    return counts.map((count, at) => (shown[at] === null ? null : count))
  }
  const listLines: List = (tallies, lines, nameOf, lineOf) => {
    const sumsOf = (some: readonly Tally[]) => {
      const sums = new Map<string, number>()
      for (const one of some) sums.set(lineOf(one), (sums.get(lineOf(one)) ?? 0) + one.cases)
      return lines.map((line) => sums.get(nameOf(line)) ?? 0)
    }
    const counts = hideSmall(sumsOf(tallies), sumsOf(unread(tallies)))
    return lines.map((line, at) => ({ ...line, cases: counts[at] ?? null }))
  }
  const totalShown = (some: readonly OfCategory[]): number | null =>
    hidesSmall && totalOf([sum(unread(some))]) === null ? null : sum(some)
  return { unread, hideSmall, listLines, totalShown }
}

/** Open cases from before the recent ones, one line for each category. */
function olderOf(standing: readonly OfCategory[], recent: readonly OfCategory[]): Tally[] {
  const ofIt = (some: readonly OfCategory[], wanted: string) => sum(some.filter(({ category }) => category === wanted))
  return [...new Set(standing.map(({ category }) => category))].map((category) => ({
    ...{ when: '', category, what: '' },
    cases: Math.max(0, ofIt(standing, category) - ofIt(recent, category)),
  }))
}

function timely(some: readonly Tally[]): readonly [inTime: number, late: number] {
  const inTime = sum(some.filter(({ what }) => what === 'in_time'))
  return [inTime, sum(some) - inTime]
}

async function overdueIn(seen: VisibleCounts, now: Instant, categories: readonly string[]): Promise<number> {
  const counts = await Promise.all(categories.map((category) => seen.overdue(now, category)))
  return counts.reduce((total, count) => total + count, 0)
}

type Tallies = Readonly<Record<'byStatus' | 'channels' | 'answers', readonly Tally[]>>

/** @param named categories that have a line without any case too */
function listsOf(
  listed: List,
  { byStatus, channels, answers }: Tallies,
  named: readonly string[],
): Pick<UnitStatistics, 'byStatus' | 'byCategory' | 'byChannel' | 'byOutcome'> {
  const categories = [...new Set([...named, ...byStatus.map(({ category }) => category)])]
  return {
    byStatus: listed(
      byStatus,
      statuses.map((status) => ({ status })),
      ({ status }) => status,
      whatOf,
    ),
    byCategory: listed(
      byStatus,
      categories.map((category) => ({ category })),
      ({ category }) => category,
      ({ category }) => category,
    ),
    byChannel: listed(
      channels,
      intakeChannels.map((channel) => ({ channel })),
      ({ channel }) => channel,
      whatOf,
    ),
    byOutcome: listed(
      answers,
      outcomes.map((outcome) => ({ outcome })),
      ({ outcome }) => outcome,
      whatOf,
    ),
  }
}

const isOpen = (status: Status): boolean => isOneOf(openStatuses, status)

const starsOf = [5, 4, 3, 2, 1].map((stars) => ({ stars }))

const sum = (counted: readonly { readonly cases: number }[]): number =>
  counted.reduce((total, { cases }) => total + cases, 0)

const average = (rated: readonly Tally[]): number =>
  Math.round((10 * rated.reduce((total, { what, cases }) => total + Number(what) * cases, 0)) / sum(rated)) / 10

const percent = (part: number, rest: number): number | null =>
  part + rest === 0 ? null : Math.round((100 * part) / (part + rest))

type Ask = (name: TallyName, within?: Range<string>) => Promise<readonly Tally[]>

async function beforehand(of: Ask, within: Period): Promise<UnitStatistics['before']> {
  const [received, timeliness] = await Promise.all([of('statusTally', within), of('timelinessTally', within)])
  const inTime = sum(timeliness.filter(({ what }) => what === 'in_time'))
  return { total: sum(received), inTimePercent: percent(inTime, sum(timeliness) - inTime) }
}

type List = <What>(
  tallies: readonly Tally[],
  lines: readonly What[],
  nameOf: (line: What) => string,
  lineOf: (one: Tally) => string,
) => Line<What>[]

const whatOf = ({ what }: Tally): string => what

interface Around {
  readonly from: Day | null
  readonly to: Day
}
const lastDayOf = ({ to }: Around): string => to

/** A stretch is identified by its last day. */
const stretchAround =
  (stretches: readonly Around[]) =>
  ({ when }: Tally): string =>
    stretches.find(({ from, to }) => when <= to && (from === null || when >= from))?.to ?? ''

async function inflowIn(
  period: Period,
  hidesSmall: boolean,
  today: Day,
  of: Ask,
  listed: List,
  byStatus: readonly Tally[],
): Promise<Pick<UnitStatistics, 'inflow' | 'inflowBy'>> {
  const months = monthsOf(period)
  if (months.length <= SHORT && !hidesSmall) {
    const weeks = weeksOf(period, today)
    const [first, last] = [weeks[0], weeks.at(-1)]
    const days = first && last ? await of('dayTally', { from: first.from, to: last.to }) : []
    return { inflowBy: 'week', inflow: listed(days, weeks, lastDayOf, stretchAround(weeks)) }
  }
  const lines = months.map(daysOfMonth)
  const earlier = { from: null, to: daysOfMonth(monthsBefore(period.from, 1)).to }
  return {
    inflowBy: 'month',
    inflow: listed(
      byStatus,
      hidesSmall ? [earlier, ...lines] : lines,
      ({ from, to }) => (from ? to.slice(0, 7) : ''),
      ({ when }) => (when < period.from ? '' : when),
    ),
  }
}
