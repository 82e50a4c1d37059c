import { actorOf, momentOf } from '../../case/access/case-actions.ts'
import type { Concerned } from '../../case/shape/concerned.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { instantOf } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { amendIncident, type Incident, newIncident } from './incident.ts'
import { changeIncidentFor, type IncidentPorts, type IncidentRequest } from './incident-access.ts'
import { traceAccounts } from './trace-accounts.ts'
import type { IncidentFacts } from './wording/facts.ts'

/** Officers give accounts by their ids and times in ISO 8601. */
export interface GivenFacts extends Pick<IncidentFacts, 'what' | 'measures' | 'data'> {
  readonly beganAt: string
  readonly endedAt: string | null
  readonly discoveredAt: string
  readonly accounts: readonly string[]
}

const instant = (text: string) => instantOf(new Date(text))

/** @throws Refusal `staff/unknown` */
async function factsOf(
  { staff: directory }: IncidentPorts,
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

/**
 * Registers an incident, with the cases that its accounts touched in its period.
 * @throws Refusal `staff/not-permitted`, `staff/unknown`, `request/invalid`, `incident/too-many-cases`
 */
export async function recordIncident(ports: IncidentPorts, staff: StaffMember, given: GivenFacts): Promise<Incident> {
  const { tenant } = staff
  requirePermission(staff, 'incidents.handle')
  const facts = await factsOf(ports, staff, given)
  const traces = await traceAccounts(ports, tenant, facts)
  const incident = newIncident(facts, traces, actorOf(staff), await momentOf(ports, tenant))
  const id = ports.newId()
  await ports.record(tenant, { by: staff.id, act: 'incident.recorded', subject: id, detail: null })
  return ports.incidents.add({ tenant, id, ...incident })
}

/**
 * Changes the facts and finds the cases again.
 * @throws Refusal those of `recordIncident`, `incident/unknown`, `incident/closed`, `incident/changed-meanwhile`
 */
export async function correctIncident(
  ports: IncidentPorts,
  staff: StaffMember,
  { id, revision, ...given }: IncidentRequest & GivenFacts,
): Promise<Incident> {
  const moment = await momentOf(ports, staff.tenant)
  const logged = { act: 'incident.changed', detail: 'facts' } as const
  return changeIncidentFor(ports, staff, { id, revision }, logged, async (incident) => {
    const facts = await factsOf(ports, staff, given, incident.content.accounts)
    return amendIncident(incident, facts, await traceAccounts(ports, staff.tenant, facts), moment)
  })
}
