import { caseFor } from '../../case/access/case-access.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { type Incident, setAffected } from './incident.ts'
import { changeIncidentFor, type IncidentPorts, type IncidentRequest } from './incident-access.ts'

/**
 * @param request `leftOutBecause` is `null` for a case that is affected
 * @throws Refusal `complaint/not-found`, and those of `changeIncidentFor` and `setAffected`
 */
export async function pickCase(
  ports: IncidentPorts,
  staff: StaffMember,
  { number, leftOutBecause, ...which }: IncidentRequest & { number: string; leftOutBecause: string | null },
): Promise<Incident> {
  await caseFor(ports, staff, 'incidents.handle', number)
  const logged = { act: 'incident.changed', detail: leftOutBecause === null ? 'case-picked' : 'case-left-out' } as const
  return changeIncidentFor(ports, staff, which, logged, (incident) => setAffected(incident, number, leftOutBecause))
}
