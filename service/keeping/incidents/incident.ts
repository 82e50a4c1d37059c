import { clockWordings } from '../../case/deadlines/clock-wording.ts'
import { type RunningClock, startClock, stopClock } from '../../case/deadlines/clocks.ts'
import type { Office } from '../../case/office/office.ts'
import type { BreachTexts } from '../../case/shape/correspondence.ts'
import type { Actor, Moment } from '../../case/shape/history.ts'
import type { LoggedAct } from '../../offices/act-vocabulary.ts'
import { currentPack } from '../../offices/calendar/rule-pack.ts'
import type { LogEntry } from '../../offices/log/access-log.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import { readTexts } from '../../shared/texts/texts.ts'
import type { Collection, CollectionSpec, Kept, Page, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { sealContent, sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'
import en from '../../texts/en/incidents.json'
import id from '../../texts/id/incidents.json'
import type { IncidentFacts } from './incident-facts.ts'

export interface NoticeDrafts {
  readonly reporters: BreachTexts
  readonly isDraft: boolean
  /** This text is for the data-protection authority. */
  readonly authority: string
}

export const incidentTexts = readTexts({ id, en })

/** Drafts the notices of an incident with what UU 27/2022 article 46 paragraph 2 asks for. */
export function noticesOf({ content }: Incident, { settings }: Tenant): NoticeDrafts {
  const draft = (language: Language) => incidentTexts[language].reporters(valuesIn(language, content, settings))
  return {
    reporters: content.texts ?? { id: draft('id'), en: draft('en') },
    isDraft: content.texts === null,
    authority: content.authorityTold?.text ?? incidentTexts.id.authority(valuesIn('id', content, settings)),
  }
}

/** An officer edits the drafts, so that they tell all that is known. */
function valuesIn(
  language: Language,
  { what, measures, data, beganAt, endedAt, discoveredAt }: IncidentFacts,
  { name, calendar }: Pick<Tenant['settings'], 'name' | 'calendar'>,
) {
  const { data: kinds, period } = incidentTexts[language]
  const say = (at: Instant) => clockWordings[language].formatDayTime(at, calendar)
  return {
    office: name,
    what,
    measures,
    data: data.map((kind) => kinds[kind]).join(', '),
    period: period({
      began: say(beganAt),
      isOver: endedAt !== null,
      ended: endedAt ? say(endedAt) : '',
      discovered: say(discoveredAt),
    }),
  }
}

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

function refuseIfClosed({ content }: Incident): void {
  if (content.closed) throw new Refusal('conflict', 'incident/closed')
}

const withContent = (incident: Incident, changes: Partial<IncidentContent>): Incident => ({
  ...incident,
  content: { ...incident.content, ...changes },
})

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

/** An officer adds a case, or leaves it out with a reason. */
export function setAffected(incident: Incident, number: string, leftOutBecause: string | null): Incident {
  refuseIfClosed(incident)
  const { cases } = incident.content
  const known = cases.find((one) => one.number === number)
  const others = cases.filter((one) => one !== known)
  const changed = { number, acts: known?.acts ?? [], leftOutBecause }
  return withContent(incident, { cases: sortByNumber([...others, changed]) })
}

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

export function notifyReporters(incident: Incident, texts: BreachTexts, by: Actor, at: Instant): Incident {
  refuseIfClosed(incident)
  return stopWhenNotified(withContent(incident, { texts, reportersTold: { at, by, texts } }), at)
}

export function notifyAuthority(
  incident: Incident,
  notified: { readonly text: string; readonly reference: string },
  by: Actor,
  at: Instant,
): Incident {
  refuseIfClosed(incident)
  return stopWhenNotified(withContent(incident, { authorityTold: { at, by, ...notified } }), at)
}

export function closeIncident(incident: Incident, lessons: string, by: Actor, at: Instant): Incident {
  refuseIfClosed(incident)
  const { reportersTold, authorityTold } = incident.content
  if (!reportersTold || !authorityTold) throw new Refusal('conflict', 'incident/not-told')
  return withContent(incident, { closed: { at, by, lessons } })
}

export const unknownIncident = () => new Refusal('not-found', 'incident/unknown')

/** In the store, the discovery and the deadline are readable; what happened is sealed. */
export interface KeptIncident extends Kept, Omit<Incident, 'tenant' | 'id' | 'version' | 'content'> {
  readonly content: Sealed<IncidentContent>
}

const byKeyVersion = foundByKeyVersion<KeptIncident>(({ key }) => [key])

export const incidentSpec: CollectionSpec<KeptIncident> = {
  name: 'incidents',
  keys: { ...byKeyVersion.keys, discoveredAt: ({ discoveredAt }) => discoveredAt },
  indexes: { ...byKeyVersion.indexes, discovered: { on: ['discoveredAt'] } },
  counted: byKeyVersion.counted,
}

export interface IncidentStore {
  add(incident: Omit<Incident, 'version' | 'key'>): Promise<Incident>
  /**
   * The newest discovery comes first.
   * @throws InvalidCursor
   */
  list(tenant: TenantId, page: { readonly after?: string; readonly limit: number }): Promise<Page<Incident>>
  /** @throws Refusal `incident/unknown`, also when it belongs to another tenant */
  get(tenant: TenantId, id: string): Promise<Incident>
  /** @throws Refusal `incident/changed-meanwhile` when the incident changed since it was loaded */
  replace(incident: Incident): Promise<Incident>
  readonly keyHolder: KeyHolder
}

export async function openIncidentStore(store: Store, vault: Vault): Promise<IncidentStore> {
  const kept = await store.collection(incidentSpec)
  const own = withOwnKey('incidents', vault)

  const incidents = sealedDocuments<Incident, KeptIncident>(
    kept,
    sealContent('incidents', vault),
    unknownIncident,
    changedMeanwhile,
  )

  return {
    get: incidents.get,

    async add(incident) {
      return incidents.insert({ ...incident, version: 0, key: await own.newKey(incident.tenant, incident.id) })
    },

    list: (tenant, { after, limit }) =>
      incidents.page(tenant, { index: 'discovered', order: 'descending', limit, ...(after && { after }) }),

    async replace(incident) {
      const saved = await incidents.replace(incident)
      if (!saved) throw changedMeanwhile()
      return saved
    },

    keyHolder: ownKeyHolder('incidents', kept, vault, 'content'),
  }
}

export const changedMeanwhile = () => new Refusal('conflict', 'incident/changed-meanwhile')

const PAGE = 500
const lists: ReadonlySet<LoggedAct> = new Set<LoggedAct>(['register.read', 'register.exported'])

export async function traceAccounts(
  { accessLog, complaints, now }: Office,
  tenant: TenantId,
  { accounts, beganAt, endedAt }: Pick<IncidentFacts, 'accounts' | 'beganAt' | 'endedAt'>,
): Promise<Traces> {
  const actsOn = new Map<string, Set<LoggedAct>>()
  let listsRead = 0
  for (const { id } of accounts) {
    for await (const { act, subject } of linesOf(accessLog, tenant, id, beganAt, endedAt ?? now())) {
      if (lists.has(act)) listsRead += 1
      else if (subject) actsOn.set(subject, (actsOn.get(subject) ?? new Set()).add(act))
    }
  }
  const cases: Traces['cases'][number][] = []
  for (const [number, acts] of actsOn) {
    // An entry may concern something else, such as a colleague or a request for approval.
    if (await complaints.find(tenant, number)) cases.push({ number, acts: [...acts] })
  }
  return { cases, lists: listsRead }
}

async function* linesOf(accessLog: Collection<LogEntry>, tenant: TenantId, by: string, from: Instant, to: Instant) {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof accessLog.find>> = await accessLog.find(tenant, {
      index: 'by',
      where: { by },
      range: { from, to },
      limit: PAGE,
      ...(after && { after }),
    })
    yield* page.items
    after = page.nextCursor
  } while (after)
}
