import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import type { LoggedAct } from '../../offices/act-vocabulary.ts'
import type { LogEntry } from '../../offices/log/access-log.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Collection } from '../../storage/collection.ts'
import { type Incident, unknownIncident } from './incident.ts'
import { changedMeanwhile, type IncidentStore } from './incident-store.ts'

export interface IncidentPorts extends CaseActionPorts {
  readonly incidents: IncidentStore
  readonly accessLog: Collection<LogEntry>
  readonly staff: StaffDirectory
}

export interface IncidentRequest {
  readonly id: string
  readonly revision: number
}

/** The owner of an involved account may not see the incident, unless they reported it themselves. */
export const isKeptFrom = ({ id }: StaffMember, { content }: Incident): boolean =>
  content.accounts.some((account) => account.id === id) &&
  !(content.recordedBy.kind === 'staff' && content.recordedBy.id === id)

/** @throws Refusal `staff/not-permitted`, `incident/unknown` */
export async function incidentFor({ incidents }: IncidentPorts, staff: StaffMember, id: string): Promise<Incident> {
  requirePermission(staff, 'incidents.handle')
  const incident = await incidents.get(staff.tenant, id)
  if (isKeptFrom(staff, incident)) throw unknownIncident()
  return incident
}

/**
 * Loads, decides, logs, saves.
 * @throws Refusal `staff/not-permitted`, `incident/unknown`, `incident/changed-meanwhile`, and what `decide` throws
 */
export async function changeIncidentFor(
  ports: IncidentPorts,
  staff: StaffMember,
  { id, revision }: IncidentRequest,
  logged: { readonly act: LoggedAct; readonly detail: string | null },
  decide: (incident: Incident) => Incident | Promise<Incident>,
): Promise<Incident> {
  const incident = await incidentFor(ports, staff, id)
  if (incident.version !== revision) throw changedMeanwhile()
  const changed = await decide(incident)
  await ports.record(staff.tenant, { by: staff.id, subject: id, ...logged })
  return ports.incidents.replace(changed)
}
