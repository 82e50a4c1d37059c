import { mayOn } from '../../case/access/case-access.ts'
import { breachNoticeState } from '../../case/breach-notice.ts'
import type { BreachNoticeState } from '../../offices/notice-vocabulary.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Page } from '../../storage/collection.ts'
import type { AffectedCase, Incident } from './incident.ts'
import { type IncidentPorts, incidentFor, isKeptFrom } from './incident-access.ts'

const PAGE = 50

/**
 * The newest discovery comes first.
 * @throws Refusal `staff/not-permitted`; InvalidCursor
 */
export async function listIncidents(
  ports: IncidentPorts,
  staff: StaffMember,
  cursor: string | undefined,
): Promise<Page<Incident>> {
  requirePermission(staff, 'incidents.handle')
  await ports.record(staff.tenant, { by: staff.id, act: 'incident.read', subject: null, detail: null })
  const page = await ports.incidents.list(staff.tenant, { limit: PAGE, ...(cursor && { after: cursor }) })
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

/** @throws Refusal `staff/not-permitted`, `incident/unknown` */
export async function readIncident(ports: IncidentPorts, staff: StaffMember, id: string): Promise<VisibleIncident> {
  const incident = await incidentFor(ports, staff, id)
  await ports.record(staff.tenant, { by: staff.id, act: 'incident.read', subject: id, detail: null })
  return hideCases(ports, staff, incident)
}

/** Cases that are hidden from the person leave no trace in the incident that they see. */
export async function hideCases(
  ports: IncidentPorts,
  staff: StaffMember,
  incident: Incident,
): Promise<VisibleIncident> {
  const cases: SeenCase[] = []
  for (const affected of incident.content.cases) {
    const complaint = await ports.complaints.find(staff.tenant, affected.number)
    if (!complaint || !mayOn(staff, 'incidents.handle', complaint)) continue
    cases.push({ ...affected, category: complaint.category, state: breachNoticeState(complaint, incident.id) })
  }
  return { incident, cases }
}
