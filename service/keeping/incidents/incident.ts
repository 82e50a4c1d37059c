import { type RunningClock, startClock, stopClock } from '../../case/deadlines/clocks.ts'
import type { BreachTexts } from '../../case/shape/breach-notice.ts'
import type { Actor } from '../../case/shape/history.ts'
import type { Moment } from '../../case/shape/moment.ts'
import type { LoggedAct } from '../../offices/act-vocabulary.ts'
import { currentPack } from '../../offices/calendar/rule-pack.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { WrappedKey } from '../../storage/vault.ts'
import type { IncidentFacts } from './wording/facts.ts'

export interface Traces {
  readonly cases: readonly { readonly number: string; readonly acts: readonly LoggedAct[] }[]
  /** Lists and exports are only counted, because the log does not record their cases. */
  readonly lists: number
}

/** A case that is left out stays in the list, with the reason. */
export interface AffectedCase {
  readonly number: string
  readonly acts: readonly LoggedAct[]
  readonly leftOutBecause: string | null
}

export interface IncidentContent extends IncidentFacts {
  readonly recordedBy: Actor
  readonly cases: readonly AffectedCase[]
  readonly lists: number
  /** An officer wrote these texts; `null` means that the draft still applies. */
  readonly texts: BreachTexts | null
  readonly reportersTold: { readonly at: Instant; readonly by: Actor; readonly texts: BreachTexts } | null
  readonly authorityTold: {
    readonly at: Instant
    readonly by: Actor
    readonly text: string
    /** It says how the letter, message or receipt at the authority can be found. */
    readonly reference: string
  } | null
  readonly closed: { readonly at: Instant; readonly by: Actor; readonly lessons: string } | null
}

/** An incident is a failure to protect personal data. In the store only dates outside `content` are readable. */
export interface Incident {
  readonly tenant: TenantId
  readonly id: string
  /** A change names the version that the officer saw; an old one is refused. */
  readonly version: number
  readonly recordedAt: Instant
  readonly discoveredAt: Instant
  /**
   * The clock runs 3×24 hours from the discovery (UU 27/2022 article 46) and stops when reporters and the authority are
   * notified.
   */
  readonly clock: RunningClock
  readonly key: WrappedKey
  readonly content: IncidentContent
}

/** An incident has at most this many cases; a longer one is divided by its period. */
const MOST_CASES = 1_000

/** @throws Refusal `request/invalid` for impossible dates */
function refuseUnlessPossible({ beganAt, endedAt, discoveredAt }: IncidentFacts, now: Instant): void {
  const problem = (path: string) => refuseField('request/invalid', path, 'out-of-order')
  if (discoveredAt > now) throw problem('discoveredAt')
  if (beganAt > discoveredAt) throw problem('beganAt')
  if (endedAt && (endedAt < beganAt || endedAt > now)) throw problem('endedAt')
}

function sortByNumber(cases: readonly AffectedCase[]): readonly AffectedCase[] {
  if (cases.length > MOST_CASES) throw new Refusal('conflict', 'incident/too-many-cases', { most: MOST_CASES })
  return [...cases].sort((one, other) => (one.number < other.number ? -1 : 1))
}

function casesAfter(before: readonly AffectedCase[], traces: Traces): readonly AffectedCase[] {
  const byHand = new Map(
    before.filter(({ acts, leftOutBecause }) => acts.length === 0 || leftOutBecause).map((one) => [one.number, one]),
  )
  for (const { number, acts } of traces.cases) {
    byHand.set(number, { number, acts, leftOutBecause: byHand.get(number)?.leftOutBecause ?? null })
  }
  return sortByNumber([...byHand.values()])
}

/** @throws Refusal `request/invalid`, `incident/too-many-cases` */
export function newIncident(
  facts: IncidentFacts,
  traces: Traces,
  by: Actor,
  { at, rulePacks, calendar }: Moment,
): Pick<Incident, 'recordedAt' | 'discoveredAt' | 'clock' | 'content'> {
  refuseUnlessPossible(facts, at)
  return {
    recordedAt: at,
    discoveredAt: facts.discoveredAt,
    clock: startClock('personal_data', currentPack(rulePacks), calendar, facts.discoveredAt),
    content: {
      ...facts,
      recordedBy: by,
      cases: casesAfter([], traces),
      lists: traces.lists,
      texts: null,
      reportersTold: null,
      authorityTold: null,
      closed: null,
    },
  }
}

/** @throws Refusal `incident/closed` */
function refuseIfClosed({ content }: Incident): void {
  if (content.closed) throw new Refusal('conflict', 'incident/closed')
}

const withContent = (incident: Incident, changes: Partial<IncidentContent>): Incident => ({
  ...incident,
  content: { ...incident.content, ...changes },
})

/** @throws Refusal `incident/closed`, `request/invalid`, `incident/too-many-cases` */
export function amendIncident(
  incident: Incident,
  facts: IncidentFacts,
  traces: Traces,
  { at, rulePacks, calendar }: Moment,
): Incident {
  refuseIfClosed(incident)
  refuseUnlessPossible(facts, at)
  const { discoveredAt } = facts
  const clock =
    discoveredAt === incident.discoveredAt
      ? incident.clock
      : {
          ...startClock('personal_data', currentPack(rulePacks), calendar, discoveredAt),
          stoppedAt: incident.clock.stoppedAt,
        }
  const cases = casesAfter(incident.content.cases, traces)
  return withContent({ ...incident, discoveredAt, clock }, { ...facts, cases, lists: traces.lists })
}

/**
 * An officer adds a case, or leaves it out with a reason.
 * @throws Refusal `incident/closed`, `incident/too-many-cases`
 */
export function setAffected(incident: Incident, number: string, leftOutBecause: string | null): Incident {
  refuseIfClosed(incident)
  const { cases } = incident.content
  const known = cases.find((one) => one.number === number)
  const others = cases.filter((one) => one !== known)
  const changed = { number, acts: known?.acts ?? [], leftOutBecause }
  return withContent(incident, { cases: sortByNumber([...others, changed]) })
}

/** @throws Refusal `incident/closed` */
export function writeNotice(incident: Incident, texts: BreachTexts): Incident {
  refuseIfClosed(incident)
  return withContent(incident, { texts })
}

export const affectedNumbers = ({ content }: Incident): string[] =>
  content.cases.filter(({ leftOutBecause }) => leftOutBecause === null).map(({ number }) => number)

function stopWhenNotified(incident: Incident, at: Instant): Incident {
  const { reportersTold, authorityTold } = incident.content
  return reportersTold && authorityTold ? { ...incident, clock: stopClock(incident.clock, at) } : incident
}

/** @throws Refusal `incident/closed` */
export function notifyReporters(incident: Incident, texts: BreachTexts, by: Actor, at: Instant): Incident {
  refuseIfClosed(incident)
  return stopWhenNotified(withContent(incident, { texts, reportersTold: { at, by, texts } }), at)
}

/** @throws Refusal `incident/closed` */
export function notifyAuthority(
  incident: Incident,
  notified: { readonly text: string; readonly reference: string },
  by: Actor,
  at: Instant,
): Incident {
  refuseIfClosed(incident)
  return stopWhenNotified(withContent(incident, { authorityTold: { at, by, ...notified } }), at)
}

/** @throws Refusal `incident/closed`, `incident/not-told` */
export function closeIncident(incident: Incident, lessons: string, by: Actor, at: Instant): Incident {
  refuseIfClosed(incident)
  const { reportersTold, authorityTold } = incident.content
  if (!reportersTold || !authorityTold) throw new Refusal('conflict', 'incident/not-told')
  return withContent(incident, { closed: { at, by, lessons } })
}

export const unknownIncident = () => new Refusal('not-found', 'incident/unknown')
