import { clockNamed, isOfficeClock, MERGED, wasPausedByStaff } from '../../case/case-clocks.ts'
import { isOverdue, type RunningClock } from '../../case/deadlines/clocks.ts'
import { wasTaken } from '../../case/notices/delivery.ts'
import { hasHappened } from '../../case/older-pages.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { placeOf } from '../../case/shape/story-fields.ts'
import { openStatuses } from '../../case/store/complaint-tallies.ts'
import { isProven, owesImprovement } from '../../case/tasks.ts'
import { type DayNumber, dayOf, type OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDayOf } from '../../offices/calendar/working-days.ts'
import type { FigureName } from '../../offices/report-figures.ts'
import type { IntakeChannel, Outcome, Status } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import type { StaffId } from '../../storage/place.ts'

/**
 * What reports count of a case: moments, codes and no word. What is left out is not so, or not known, because a
 * hundred thousand of them are read for one report.
 */
export interface CaseFacts {
  readonly number: string
  readonly receivedAt: Instant
  readonly category: string
  readonly status: Status
  readonly channel: IntakeChannel
  readonly handler?: StaffId | undefined
  readonly guarded?: true | undefined
  readonly verifiedAt?: Instant | undefined
  readonly respondedAt?: Instant | undefined
  /** The moment of the answer that stands. A case that is handled again has none. */
  readonly answeredAt?: Instant | undefined
  /** The case ended with an answer then, and was not taken up again. */
  readonly closedAt?: Instant | undefined
  /** An answer or a refusal was given, whether or not it still stands. */
  readonly decided?: true | undefined
  /** The office has had nothing to do since then. A case that was taken up again never left. */
  readonly leftAt?: Instant | undefined
  /** The nearest date of the office that still counts; the case is overdue once it has passed. */
  readonly dueAt?: Instant | undefined
  /** A date for the answer passed before it was there, in any round of handling. */
  readonly missed?: true | undefined
  readonly outcome?: Outcome | undefined
  readonly stars?: number | undefined
  readonly unsolved?: true | undefined
  readonly objected?: true | undefined
  /** It was handled again because an objection was upheld. */
  readonly reopened?: true | undefined
  readonly paused?: true | undefined
  readonly extended?: true | undefined
  readonly completionAsked?: true | undefined
  /** A keyed hash of the place, however it is spaced and written. */
  readonly place?: string | undefined
  /** It was proven, and then the office named what it changed. */
  readonly improvedAt?: Instant | undefined
  /** The reporter was reached by a call, and what they replied last. */
  readonly called?: 'solved' | 'unsolved' | undefined
  readonly delayExplained?: true | undefined
  /** Ids of labels of the unit's own. */
  readonly labels?: readonly string[] | undefined
  /** Somebody declared, before they read it, whether it may concern them, and one of them that it may. */
  readonly declared?: true | undefined
  readonly declaredConcerned?: true | undefined
  /** Notices that were settled, of those the ones that somebody outside took, and of those the ones that arrived. */
  readonly notices?: readonly [settled: number, taken: number, arrived: number] | undefined
  /** When the reporter wrote, and when the office next wrote; `null` if it has not. */
  readonly messages?: readonly (readonly [at: Instant, replyAt: Instant | null])[] | undefined
}

/** Two spellings that differ in letters' size and spaces are one place. */
export const plainPlace = (place: string): string => place.trim().toLowerCase().replace(/\s+/g, ' ')

/**
 * Takes the facts out of a case.
 * @param hash keyed by the unit, so that nobody with the store alone can try places
 */
export function factsOf(complaint: Complaint, hash: (text: string) => string): CaseFacts {
  const { id, receivedAt, category, status, channel, handler, guard, clocks, dossier, destroyed } = complaint
  const isOpen = isOneOf(openStatuses, status)
  const office = clocks.filter(isOfficeClock)
  const verifiedAt = isWithdrawnUnread(complaint) ? null : clockNamed(clocks, 'verification')?.stoppedAt
  const respondedAt = isWithdrawnUnread(complaint) ? null : clockNamed(clocks, 'first_response')?.stoppedAt
  const answeredAt = isOpen && status !== 'objected' ? null : answerTime(complaint)
  const closedAt = closingTime(complaint)
  const dueAt = nextDate(office)
  const place = placeOf(dossier)
  const outcome = dossier.answer?.outcome ?? outcomeOfDestroyed(complaint)
  const stars = dossier.rating?.stars ?? destroyed?.stars
  return {
    ...{ number: id, receivedAt, category, status, channel },
    ...(handler && { handler }),
    ...(guard && { guarded: true }),
    ...(verifiedAt && { verifiedAt }),
    ...(respondedAt && { respondedAt }),
    ...(answeredAt && { answeredAt }),
    ...(closedAt && { closedAt }),
    ...((outcome || status === 'declined' || wasObjectedTo(clocks)) && { decided: true }),
    ...(!isOpen && { leftAt: leavingTime(office, receivedAt) }),
    ...(dueAt && { dueAt }),
    ...(hasMissed(clocks) && { missed: true }),
    ...(answeredAt && outcome && { outcome }),
    ...(stars && { stars }),
    ...(dossier.rating?.solved === false && { unsolved: true }),
    ...(wasObjectedTo(clocks) && { objected: true }),
    ...(wasReopened(clocks) && { reopened: true }),
    ...(wasPausedByStaff(clocks) && { paused: true }),
    ...(clocks.some(({ extensions = [] }) => extensions.length > 0) && { extended: true }),
    ...(clockNamed(clocks, 'completion') && { completionAsked: true }),
    ...factsAfter(complaint),
    ...factsOfContact(complaint),
    ...(place && { place: hash(`place\n${plainPlace(place)}`).slice(0, PLACE_LENGTH) }),
  }
}

const declarations = ['declared_unconcerned', 'declared_concerned'] as const

function factsAfter(
  complaint: Complaint,
): Pick<CaseFacts, 'improvedAt' | 'called' | 'delayExplained' | 'labels' | 'declared' | 'declaredConcerned'> {
  const { answer, improvement, calls, delays, labels } = complaint.dossier
  const called = calls.findLast(({ result }) => result !== 'no_contact')?.result
  return {
    ...(improvement && isProven(answer?.outcome) && !owesImprovement(complaint) && { improvedAt: improvement.at }),
    ...(called && called !== 'no_contact' && { called }),
    ...(delays.length > 0 && { delayExplained: true }),
    ...(labels.length > 0 && { labels }),
    ...(declarations.some((event) => hasHappened(complaint.dossier, event)) && { declared: true }),
    ...(hasHappened(complaint.dossier, 'declared_concerned') && { declaredConcerned: true }),
  }
}

function factsOfContact({ notices, dossier }: Complaint): Pick<CaseFacts, 'notices' | 'messages'> {
  const settled = notices.filter(({ state }) => state !== 'pending' && state !== 'printing')
  const taken = settled.filter(({ state }) => wasTaken(state))
  const arrived = taken.filter(({ state }) => state !== 'sent')
  const { messages, answer } = dossier
  const words = [
    ...messages.filter(({ by }) => by.kind === 'staff').map(({ at }) => at),
    ...(answer ? [answer.at] : []),
  ]
  const written = messages.filter(({ by }) => by.kind === 'reporter')
  const replies = words.sort()
  return {
    ...(settled.length > 0 && { notices: [settled.length, taken.length, arrived.length] }),
    ...(written.length > 0 && {
      messages: written.map(({ at }) => [at, replies.find((reply) => reply >= at) ?? null] as const),
    }),
  }
}

/** Ninety-six bits: two places of one unit share them by no chance that matters. */
const PLACE_LENGTH = 16

type Clocks = readonly RunningClock[]

const isHandling = ({ clock }: RunningClock): boolean => clock.startsWith('handling')

/** A reporter who withdrew stopped these clocks, which is nothing that the office did. */
const isWithdrawnUnread = ({ status, clocks }: Complaint): boolean => status === 'withdrawn' && !clocks.some(isHandling)

/** What is left of a destroyed case knows its answer by the clock that the answer stopped. */
const answerTime = ({ dossier, clocks, destroyed }: Complaint): Instant | null | undefined =>
  dossier.answer?.at ?? (destroyed && clocks.findLast(isHandling)?.stoppedAt)

/** Staff or time closed it, the reporter accepted the answer, or an objection was decided against them. */
const closing = ['closed', 'accepted', 'objection_decided'] as const

const closingTime = ({ status, dossier, destroyed }: Complaint): Instant | null | undefined =>
  status === 'closed'
    ? (dossier.history.findLast(({ event }) => isOneOf(closing, event))?.at ?? destroyed?.endedAt)
    : null

const ended = ['declined', 'forwarded', 'merged', 'withdrawn'] as const

function outcomeOfDestroyed({ destroyed }: Complaint): Outcome | undefined {
  const ending = destroyed?.ending
  return ending && !isOneOf(ended, ending) ? ending : undefined
}

/** A joined case waits from when it was joined; every other one was left when its last clock of the office stopped. */
const leavingTime = (office: Clocks, receivedAt: Instant): Instant =>
  office
    .map(({ stoppedAt, pausedAt, pauseReason }) => stoppedAt ?? (pauseReason === MERGED ? pausedAt : null))
    .reduce((latest: Instant, at) => (at && at > latest ? at : latest), receivedAt)

function nextDate(office: Clocks): Instant | undefined {
  const dates = office.flatMap((clock) => {
    const { dueAt, stoppedAt, pausedAt } = clock
    if (stoppedAt !== null) return []
    return pausedAt === null || isOverdue(clock, pausedAt) ? [dueAt] : []
  })
  return dates.sort()[0]
}

/** Where handling never began, the case waited to be verified. */
function hasMissed(clocks: Clocks): boolean {
  const handling = clocks.filter(isHandling)
  const owed = handling.length > 0 ? handling : clocks.filter(({ clock }) => clock === 'verification')
  return owed.some((clock) => clock.stoppedAt !== null && isOverdue(clock, clock.stoppedAt))
}

const wasObjectedTo = (clocks: Clocks): boolean => clocks.some(({ clock }) => clock === 'objection_decision')

/** Handling that begins as an objection is decided is a second round. */
const wasReopened = (clocks: Clocks): boolean =>
  clocks.some(
    ({ clock, stoppedAt }) =>
      clock === 'objection_decision' &&
      stoppedAt !== null &&
      clocks.some((other) => isHandling(other) && other.startedAt >= stoppedAt),
  )

type Test = (facts: CaseFacts, now: Instant) => boolean

const isOpen: Test = ({ status }) => isOneOf(openStatuses, status)
const isLate: Test = ({ dueAt }, now) => dueAt !== undefined && dueAt < now

/** It has an answer, or a date for one passed: a reporter who waits beyond it was not answered in time. */
const isTimed: Test = (facts, now) => facts.answeredAt !== undefined || facts.missed === true || isLate(facts, now)
const isInTime: Test = (facts, now) => facts.answeredAt !== undefined && !facts.missed && !isLate(facts, now)

const isBorneOut: Test = ({ outcome }) => outcome === 'substantiated' || outcome === 'partly_substantiated'

/** Says which cases a figure counts. Reports and the register that a figure opens both ask here. */
export const figureTests: Readonly<Record<FigureName, Test>> = {
  received: () => true,
  open: isOpen,
  late: isLate,
  verified: ({ verifiedAt }) => verifiedAt !== undefined,
  unverified: (facts, now) => isOpen(facts, now) && facts.verifiedAt === undefined,
  responded: ({ respondedAt }) => respondedAt !== undefined,
  unresponded: (facts, now) => isOpen(facts, now) && facts.respondedAt === undefined,
  answered: ({ answeredAt }) => answeredAt !== undefined,
  handled: ({ verifiedAt, answeredAt }) => verifiedAt !== undefined && answeredAt !== undefined,
  unhandled: (facts, now) => isOpen(facts, now) && facts.verifiedAt !== undefined && facts.answeredAt === undefined,
  closed: ({ closedAt }) => closedAt !== undefined,
  unclosed: (facts, now) => isOpen(facts, now) || facts.status === 'answered',
  unanswered: (facts, now) => isOpen(facts, now) && facts.answeredAt === undefined,
  timed: isTimed,
  in_time: isInTime,
  out_of_time: (facts, now) => isTimed(facts, now) && !isInTime(facts, now),
  decided: ({ decided }) => decided === true,
  objected: ({ objected }) => objected === true,
  reopened: ({ reopened }) => reopened === true,
  paused: ({ paused }) => paused === true,
  extended: ({ extended }) => extended === true,
  completion_asked: ({ completionAsked }) => completionAsked === true,
  rated: ({ stars }) => stars !== undefined,
  low_rated: ({ stars }) => stars !== undefined && stars <= 2,
  unsolved: ({ unsolved }) => unsolved === true,
  borne_out: isBorneOut,
  improved: (facts, now) => isBorneOut(facts, now) && facts.improvedAt !== undefined,
  called: ({ called }) => called !== undefined,
  call_unsolved: ({ called }) => called === 'unsolved',
}

/** What these count is open now, or has a date that still counts: one that was left before is not among them. */
export const figuresOfNow: ReadonlySet<FigureName> = new Set([
  ...(['open', 'late', 'unverified', 'unresponded', 'unhandled', 'unanswered'] as const),
])

export interface OpenOnDay {
  readonly day: Day
  readonly cases: number
}

export interface Backlog {
  take(facts: CaseFacts): void
  days(): OpenOnDay[]
}

/**
 * Counts day by day what was open at the end of it, whenever it was received. A case that was taken up again counts as
 * open all along, so answering in haste empties no desk.
 * @param to the last day, which must have begun
 */
export function countBacklog(from: DayNumber, to: DayNumber, calendar: OfficeCalendar): Backlog {
  const changes = new Array<number>(Math.max(0, to - from + 1)).fill(0)
  const change = (day: DayNumber, by: 1 | -1) => {
    const at = Math.max(0, day - from)
    if (at < changes.length) changes[at] = (changes[at] ?? 0) + by
  }
  return {
    take({ receivedAt, leftAt }) {
      change(localDayOf(receivedAt, calendar), 1)
      if (leftAt !== undefined) change(localDayOf(leftAt, calendar), -1)
    },
    days() {
      let cases = 0
      return changes.map((by, at) => {
        cases += by
        return { day: dayOf(from + at), cases }
      })
    },
  }
}

export const wasOpenOn = ({ receivedAt, leftAt }: CaseFacts, day: DayNumber, calendar: OfficeCalendar): boolean =>
  localDayOf(receivedAt, calendar) <= day && (leftAt === undefined || localDayOf(leftAt, calendar) > day)
