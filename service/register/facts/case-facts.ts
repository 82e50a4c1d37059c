import { clockNamed, isOfficeClock, MERGED, wasPausedByStaff } from '../../case/case-clocks.ts'
import { isOverdue, type RunningClock } from '../../case/deadlines/clocks.ts'
import { wasTaken } from '../../case/notices/delivery.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { placeOf } from '../../case/shape/story-fields.ts'
import { openStatuses } from '../../case/store/complaint-tallies.ts'
import { isProven, owesImprovement } from '../../case/tasks.ts'
import type { IntakeChannel, Outcome, Status } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
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

/** What the office did after a proven complaint, and what the reporter replied when it called. */
function factsAfter(complaint: Complaint): Pick<CaseFacts, 'improvedAt' | 'called' | 'delayExplained' | 'labels'> {
  const { answer, improvement, calls, delays, labels } = complaint.dossier
  const called = calls.findLast(({ result }) => result !== 'no_contact')?.result
  return {
    ...(improvement && isProven(answer?.outcome) && !owesImprovement(complaint) && { improvedAt: improvement.at }),
    ...(called && called !== 'no_contact' && { called }),
    ...(delays.length > 0 && { delayExplained: true }),
    ...(labels.length > 0 && { labels }),
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
