import type { DayNumber, OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDayOf } from '../../offices/calendar/working-days.ts'
import { type FigureName, figureNames, type WaitName } from '../../offices/report-figures.ts'
import {
  type IntakeChannel,
  intakeChannels,
  type Outcome,
  outcomes,
  type Status,
  statuses,
} from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { keysOf, recordOf } from '../../shared/records.ts'
import { type CaseFacts, figureTests } from '../facts/case-facts.ts'

/** In calendar days; `null` if nothing was measured. Both are waits that somebody really had. */
export interface Wait {
  readonly median: number | null
  /** Nine of ten waited at most so long. */
  readonly ninetieth: number | null
}

export interface CategoryFigures {
  readonly category: string
  readonly received: number
  readonly inTime: number
  readonly timed: number
  readonly toAnswer: Wait
}

export interface RecurringGroup {
  /** The keyed hash of the place. */
  readonly place: string
  readonly category: string
  readonly cases: number
  readonly number: string
  /** The one of which an improvement was named last; `null` if of none. */
  readonly improved: string | null
}

/** Figures that tell how it went for those for whom it went worst. */
export interface PeriodFigures {
  readonly counts: Readonly<Record<FigureName, number>>
  readonly waits: Readonly<Record<WaitName, Wait>>
  readonly averageStars: number | null
  readonly byCategory: readonly CategoryFigures[]
  readonly byChannel: readonly { readonly channel: IntakeChannel; readonly cases: number }[]
  readonly byOutcome: readonly { readonly outcome: Outcome; readonly cases: number }[]
  readonly byStatus: readonly { readonly status: Status; readonly cases: number }[]
  /** The best first. */
  readonly byStars: readonly { readonly stars: number; readonly cases: number }[]
  /** The most frequent first; a case with two labels counts for both. */
  readonly byLabel: readonly { readonly label: string; readonly cases: number }[]
  /** The most frequent first. */
  readonly recurring: readonly RecurringGroup[]
}

const MOST_RECURRING = 10

/** A place is in the words of reporters, so a report names it only when so many cases name it alike. */
export const NAMED_BY = 3

export interface PeriodMeasure {
  take(facts: CaseFacts): void
  receivedOn(day: DayNumber): number
  figures(): PeriodFigures
}

/** From when to when somebody waited; without one of them, the wait is not measured. */
const waitOfCase = {
  verification: ({ receivedAt, verifiedAt }) => [receivedAt, verifiedAt],
  response: ({ receivedAt, respondedAt }) => [receivedAt, respondedAt],
  handling: ({ verifiedAt, answeredAt }) => [verifiedAt, answeredAt],
  answer: ({ receivedAt, answeredAt }) => [receivedAt, answeredAt],
  close: ({ receivedAt, closedAt }) => [receivedAt, closedAt],
} as const satisfies Record<WaitName, (facts: CaseFacts) => readonly [Instant | undefined, Instant | undefined]>

/** Takes the cases of a period one by one, and keeps counts only. */
export function measurePeriod(calendar: OfficeCalendar, now: Instant): PeriodMeasure {
  const counts = recordOf(figureNames, () => 0)
  const waits = recordOf(keysOf(waitOfCase), newWaits)
  const channels = new Map<IntakeChannel, number>()
  const byOutcome = new Map<Outcome, number>()
  const byStatus = new Map<Status, number>()
  const byStars = new Map<number, number>()
  const days = new Map<DayNumber, number>()
  const labelled = new Map<string, number>()
  const categories = new Map<string, { received: number; inTime: number; timed: number; readonly toAnswer: Waits }>()
  const places = new Map<string, Group>()
  let stars = 0

  function countIn(facts: CaseFacts, answered: number | null) {
    const known = categories.get(facts.category) ?? { received: 0, inTime: 0, timed: 0, toAnswer: newWaits() }
    categories.set(facts.category, known)
    known.received++
    if (figureTests.timed(facts, now)) known.timed++
    if (figureTests.in_time(facts, now)) known.inTime++
    if (answered !== null) addTo(known.toAnswer, answered)
  }

  return {
    take(facts) {
      const { receivedAt, channel, outcome, status, labels = [] } = facts
      for (const name of figureNames) if (figureTests[name](facts, now)) counts[name]++
      addTo(days, localDayOf(receivedAt, calendar))
      const daysBetween = ([from, to]: readonly [Instant | undefined, Instant | undefined]) =>
        from === undefined || to === undefined ? null : localDayOf(to, calendar) - localDayOf(from, calendar)
      for (const name of keysOf(waitOfCase)) {
        const waited = daysBetween(waitOfCase[name](facts))
        if (waited !== null) addTo(waits[name], waited)
      }
      countIn(facts, daysBetween(waitOfCase.answer(facts)))
      addTo(byStatus, status)
      if (facts.stars !== undefined) addTo(byStars, facts.stars)
      addTo(channels, channel)
      if (outcome) addTo(byOutcome, outcome)
      for (const label of labels) addTo(labelled, label)
      stars += facts.stars ?? 0
      addPlace(places, facts)
    },

    receivedOn: (day) => days.get(day) ?? 0,

    figures: () => ({
      counts,
      waits: recordOf(keysOf(waitOfCase), (name) => waitOf(waits[name])),
      averageStars: counts.rated === 0 ? null : Math.round((10 * stars) / counts.rated) / 10,
      byCategory: [...categories]
        .map(([category, { toAnswer, ...rest }]) => ({ category, ...rest, toAnswer: waitOf(toAnswer) }))
        .sort((one, other) => other.received - one.received),
      byChannel: intakeChannels.flatMap((channel) => withCount({ channel }, channels.get(channel))),
      byOutcome: outcomes.flatMap((outcome) => withCount({ outcome }, byOutcome.get(outcome))),
      byStatus: statuses.flatMap((status) => withCount({ status }, byStatus.get(status))),
      byStars: [5, 4, 3, 2, 1].flatMap((stars) => withCount({ stars }, byStars.get(stars))),
      byLabel: [...labelled].map(([label, cases]) => ({ label, cases })).sort((one, other) => other.cases - one.cases),
      recurring: [...places.values()]
        .filter((one) => one.cases >= NAMED_BY)
        .sort((one, other) => other.cases - one.cases || (one.newest < other.newest ? 1 : -1))
        .slice(0, MOST_RECURRING)
        .map(({ newest: _, improvedAt: __, ...group }) => group),
    }),
  }
}

interface Group extends RecurringGroup {
  cases: number
  number: string
  newest: Instant
  improved: string | null
  improvedAt: Instant | undefined
}

function addPlace(places: Map<string, Group>, facts: CaseFacts): void {
  const { place, category, number, receivedAt, improvedAt } = facts
  if (place === undefined) return
  const key = `${place} ${category}`
  const known = places.get(key)
  const improved = improvedAt === undefined ? null : number
  if (!known) {
    places.set(key, { place, category, cases: 1, number, newest: receivedAt, improved, improvedAt })
    return
  }
  known.cases++
  if (receivedAt > known.newest) Object.assign(known, { number, newest: receivedAt })
  if (improvedAt !== undefined && improvedAt > (known.improvedAt ?? '')) Object.assign(known, { improved, improvedAt })
}

/** How many waited so many days. */
type Waits = Map<number, number>

const newWaits = (): Waits => new Map()

const addTo = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const withCount = <What>(what: What, cases: number | undefined) => (cases ? [{ ...what, cases }] : [])

const waitOf = (waits: Waits): Wait => ({ median: atRank(waits, 0.5), ninetieth: atRank(waits, 0.9) })

/** The nearest rank. @param part from 0 to 1 */
export function atRank(waits: ReadonlyMap<number, number>, part: number): number | null {
  const sorted = [...waits].sort(([one], [other]) => one - other)
  const rank = Math.ceil(part * sorted.reduce((sum, [, cases]) => sum + cases, 0))
  let passed = 0
  for (const [days, cases] of sorted) {
    passed += cases
    if (passed >= rank) return days
  }
  return null
}
