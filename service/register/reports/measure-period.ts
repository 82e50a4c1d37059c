import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDayOf } from '../../offices/calendar/working-days.ts'
import { type FigureName, figureNames, type WaitName } from '../../offices/report-figures.ts'
import { type IntakeChannel, intakeChannels, type Outcome, outcomes } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { keysOf, recordOf } from '../../shared/records.ts'
import type { CaseFacts } from '../facts/case-facts.ts'
import { figureTests } from '../facts/figures.ts'

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

/** Cases of one category that name one place. */
export interface RecurringGroup {
  /** The keyed hash of the place. */
  readonly place: string
  readonly category: string
  readonly cases: number
  /** The newest of them. */
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
  /** The most frequent first. */
  readonly recurring: readonly RecurringGroup[]
}

const MOST_RECURRING = 10

/** A place is in the words of reporters, so a report names it only when so many cases name it alike. */
export const NAMED_BY = 3

export interface PeriodMeasure {
  take(facts: CaseFacts): void
  figures(): PeriodFigures
}

const endOfWait = {
  verification: ({ verifiedAt }) => verifiedAt,
  response: ({ respondedAt }) => respondedAt,
  answer: ({ answeredAt }) => answeredAt,
} as const satisfies Record<WaitName, (facts: CaseFacts) => Instant | undefined>

/** Takes the cases of a period one by one, and keeps counts only. */
export function measurePeriod(calendar: OfficeCalendar, now: Instant): PeriodMeasure {
  const counts = recordOf(figureNames, () => 0)
  const waits = recordOf(keysOf(endOfWait), newWaits)
  const channels = new Map<IntakeChannel, number>()
  const byOutcome = new Map<Outcome, number>()
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
      const { receivedAt, channel, outcome } = facts
      for (const name of figureNames) if (figureTests[name](facts, now)) counts[name]++
      const received = localDayOf(receivedAt, calendar)
      const daysTo = (at: Instant | undefined) => (at === undefined ? null : localDayOf(at, calendar) - received)
      for (const name of keysOf(endOfWait)) {
        const days = daysTo(endOfWait[name](facts))
        if (days !== null) addTo(waits[name], days)
      }
      countIn(facts, daysTo(facts.answeredAt))
      addTo(channels, channel)
      if (outcome) addTo(byOutcome, outcome)
      stars += facts.stars ?? 0
      addPlace(places, facts)
    },

    figures: () => ({
      counts,
      waits: recordOf(keysOf(endOfWait), (name) => waitOf(waits[name])),
      averageStars: counts.rated === 0 ? null : Math.round((10 * stars) / counts.rated) / 10,
      byCategory: [...categories]
        .map(([category, { toAnswer, ...rest }]) => ({ category, ...rest, toAnswer: waitOf(toAnswer) }))
        .sort((one, other) => other.received - one.received),
      byChannel: intakeChannels.flatMap((channel) => withCount({ channel }, channels.get(channel))),
      byOutcome: outcomes.flatMap((outcome) => withCount({ outcome }, byOutcome.get(outcome))),
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
