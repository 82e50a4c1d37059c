import { caseByNumber, mayOn } from '../../case/access/case-access.ts'
import { actorOf, leaksIn, momentOf } from '../../case/access/case-actions.ts'
import type { Office } from '../../case/office/office.ts'
import { breachNoticeState, notifyOfBreach } from '../../case/reporter-rights.ts'
import type { BreachTexts } from '../../case/shape/correspondence.ts'
import type { Concerned } from '../../case/shape/intake.ts'
import type { LoggedAct } from '../../offices/act-vocabulary.ts'
import type { LeakKind } from '../../offices/names/known-words.ts'
import type { BreachNoticeState } from '../../offices/notice-vocabulary.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { instantOf } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Page } from '../../storage/collection.ts'
import {
  type AffectedCase,
  affectedNumbers,
  amendIncident,
  changedMeanwhile,
  closeIncident,
  type Incident,
  type IncidentStore,
  newIncident,
  noticesOf,
  notifyAuthority,
  notifyReporters,
  setAffected,
  traceAccounts,
  unknownIncident,
  writeNotice,
} from './incident.ts'
import type { IncidentFacts } from './incident-facts.ts'

export interface IncidentOffice extends Office {
  readonly incidents: IncidentStore
}

export interface IncidentRequest {
  readonly id: string
  readonly revision: number
}

/** The owner of an involved account may not see the incident, unless they reported it themselves. */
export const isKeptFrom = ({ id }: StaffMember, { content }: Incident): boolean =>
  content.accounts.some((account) => account.id === id) &&
  !(content.recordedBy.kind === 'staff' && content.recordedBy.id === id)

export async function incidentFor({ incidents }: IncidentOffice, staff: StaffMember, id: string): Promise<Incident> {
  requirePermission(staff, 'incidents.handle')
  const incident = await incidents.get(staff.tenant, id)
  if (isKeptFrom(staff, incident)) throw unknownIncident()
  return incident
}

/** Loads, decides, logs, saves. */
export async function changeIncidentFor(
  office: IncidentOffice,
  staff: StaffMember,
  { id, revision }: IncidentRequest,
  logged: { readonly act: LoggedAct; readonly detail: string | null },
  decide: (incident: Incident) => Incident | Promise<Incident>,
): Promise<Incident> {
  const incident = await incidentFor(office, staff, id)
  if (incident.version !== revision) throw changedMeanwhile()
  const changed = await decide(incident)
  await office.record(staff.tenant, { by: staff.id, subject: id, ...logged })
  return office.incidents.replace(changed)
}

const PAGE = 50

/**
 * The newest discovery comes first.
 * @throws Refusal `staff/not-permitted`; InvalidCursor
 */
export async function listIncidents(
  office: IncidentOffice,
  staff: StaffMember,
  cursor: string | undefined,
): Promise<Page<Incident>> {
  requirePermission(staff, 'incidents.handle')
  await office.record(staff.tenant, { by: staff.id, act: 'incident.read', subject: null, detail: null })
  const page = await office.incidents.list(staff.tenant, { limit: PAGE, ...(cursor && { after: cursor }) })
  return { ...page, items: page.items.filter((incident) => !isKeptFrom(staff, incident)) }
}

export interface SeenCase extends AffectedCase {
  readonly category: string
  readonly state: BreachNoticeState
}

export interface VisibleIncident {
  readonly incident: Incident
  readonly cases: readonly SeenCase[]
}

export async function readIncident(office: IncidentOffice, staff: StaffMember, id: string): Promise<VisibleIncident> {
  const incident = await incidentFor(office, staff, id)
  await office.record(staff.tenant, { by: staff.id, act: 'incident.read', subject: id, detail: null })
  return hideCases(office, staff, incident)
}

/** Cases that are hidden from the person leave no trace in the incident that they see. */
export async function hideCases(
  office: IncidentOffice,
  staff: StaffMember,
  incident: Incident,
): Promise<VisibleIncident> {
  const cases: SeenCase[] = []
  for (const affected of incident.content.cases) {
    const complaint = await office.complaints.find(staff.tenant, affected.number)
    if (!complaint || !mayOn(staff, 'incidents.handle', complaint)) continue
    cases.push({ ...affected, category: complaint.category, state: breachNoticeState(complaint, incident.id) })
  }
  return { incident, cases }
}

export const editNotice = (
  office: IncidentOffice,
  staff: StaffMember,
  { texts, ...which }: IncidentRequest & { readonly texts: BreachTexts },
): Promise<Incident> =>
  changeIncidentFor(office, staff, which, { act: 'incident.changed', detail: 'notice' }, (incident) =>
    writeNotice(incident, texts),
  )

/**
 * Notifies the reporters of all affected cases that were not notified yet, on their page and by a notice. This includes
 * cases that are hidden from the officer, who learns nothing of them, because a reporter's right to know does not
 * depend on who may read the case. If it is interrupted, asking again finishes it.
 */
export async function notifyAffected(
  office: IncidentOffice,
  staff: StaffMember,
  { leakReason, ...which }: IncidentRequest & { readonly leakReason?: string | undefined },
): Promise<Incident> {
  const { tenant } = staff
  const before = await incidentFor(office, staff, which.id)
  requireFreshConfirmation(staff, office.now())
  const { reporters: texts } = noticesOf(before, await office.tenants.get(tenant))
  if (!leakReason) await refuseNames(office, staff, before, texts)
  const by = actorOf(staff)
  const moment = await momentOf(office, tenant)
  const logged = { act: 'incident.told', detail: leakReason ? 'reporters naming-kept' : 'reporters' } as const
  const notified = await changeIncidentFor(office, staff, which, logged, (incident) =>
    notifyReporters(incident, texts, by, moment.at),
  )
  for (const number of affectedNumbers(notified)) {
    const affected = await office.complaints.find(tenant, number)
    if (!affected || affected.destroyed) continue
    await office.complaints.change(tenant, number, (complaint) =>
      notifyOfBreach(complaint, notified.id, texts, by, moment),
    )
  }
  return notified
}

/** All reporters get the same text, so it must name none of them. */
async function refuseNames(office: IncidentOffice, staff: StaffMember, incident: Incident, texts: BreachTexts) {
  const found = new Set<LeakKind>()
  for (const number of affectedNumbers(incident)) {
    const complaint = await office.complaints.find(staff.tenant, number)
    if (!complaint) continue
    for (const kind of await leaksIn(office.vault, complaint, Object.values(texts))) found.add(kind)
  }
  if (found.size === 0) return
  const detail = [...found].join(' ')
  await office.record(staff.tenant, { by: staff.id, act: 'leak.warned', subject: incident.id, detail })
  throw new Refusal('conflict', 'text/names-reporter', { found: [...found] })
}

/** The authority is notified by letter or in its own system; this records the text and its reference. */
export function recordAuthorityNotified(
  office: IncidentOffice,
  staff: StaffMember,
  { text, reference, ...which }: IncidentRequest & { readonly text: string; readonly reference: string },
): Promise<Incident> {
  const logged = { act: 'incident.told', detail: 'authority' } as const
  return changeIncidentFor(office, staff, which, logged, (incident) =>
    notifyAuthority(incident, { text, reference }, actorOf(staff), office.now()),
  )
}

export function concludeIncident(
  office: IncidentOffice,
  staff: StaffMember,
  { lessons, ...which }: IncidentRequest & { readonly lessons: string },
): Promise<Incident> {
  const logged = { act: 'incident.closed', detail: null } as const
  return changeIncidentFor(office, staff, which, logged, (incident) =>
    closeIncident(incident, lessons, actorOf(staff), office.now()),
  )
}

/** Officers give accounts by their ids and times in ISO 8601. */
export interface GivenFacts extends Pick<IncidentFacts, 'what' | 'measures' | 'data'> {
  readonly beganAt: string
  readonly endedAt: string | null
  readonly discoveredAt: string
  readonly accounts: readonly string[]
}

const instant = (text: string) => instantOf(new Date(text))

async function factsOf(
  { staff: directory }: IncidentOffice,
  { tenant }: StaffMember,
  { what, measures, data, beganAt, endedAt, discoveredAt, accounts: ids }: GivenFacts,
  known: readonly Concerned[] = [],
): Promise<IncidentFacts> {
  const members = await directory.members(tenant)
  const accounts = [...new Set(ids)].map((id): Concerned => {
    const found = known.find((one) => one.id === id) ?? members.find((member) => member.id === id)
    if (!found) throw new Refusal('not-found', 'staff/unknown')
    return { id: found.id as Concerned['id'], name: found.name, position: found.position }
  })
  return {
    what,
    measures,
    data,
    beganAt: instant(beganAt),
    endedAt: endedAt === null ? null : instant(endedAt),
    discoveredAt: instant(discoveredAt),
    accounts,
  }
}

/** Registers an incident, with the cases that its accounts touched in its period. */
export async function recordIncident(office: IncidentOffice, staff: StaffMember, given: GivenFacts): Promise<Incident> {
  const { tenant } = staff
  requirePermission(staff, 'incidents.handle')
  const facts = await factsOf(office, staff, given)
  const traces = await traceAccounts(office, tenant, facts)
  const incident = newIncident(facts, traces, actorOf(staff), await momentOf(office, tenant))
  const id = office.newId()
  await office.record(tenant, { by: staff.id, act: 'incident.recorded', subject: id, detail: null })
  return office.incidents.add({ tenant, id, ...incident })
}

/** Changes the facts and finds the cases again. */
export async function correctIncident(
  office: IncidentOffice,
  staff: StaffMember,
  { id, revision, ...given }: IncidentRequest & GivenFacts,
): Promise<Incident> {
  const moment = await momentOf(office, staff.tenant)
  const logged = { act: 'incident.changed', detail: 'facts' } as const
  return changeIncidentFor(office, staff, { id, revision }, logged, async (incident) => {
    const facts = await factsOf(office, staff, given, incident.content.accounts)
    return amendIncident(incident, facts, await traceAccounts(office, staff.tenant, facts), moment)
  })
}

/** @param request `leftOutBecause` is `null` for a case that is affected */
export async function pickCase(
  office: IncidentOffice,
  staff: StaffMember,
  { number, leftOutBecause, ...which }: IncidentRequest & { number: string; leftOutBecause: string | null },
): Promise<Incident> {
  await caseByNumber(office, staff, ['incidents.handle'], number)
  const logged = { act: 'incident.changed', detail: leftOutBecause === null ? 'case-picked' : 'case-left-out' } as const
  return changeIncidentFor(office, staff, which, logged, (incident) => setAffected(incident, number, leftOutBecause))
}
