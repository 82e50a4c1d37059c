import { actorOf, momentOf } from '../../case/access/case-actions.ts'
import { leaksIn } from '../../case/access/refuse-naming.ts'
import { notifyOfBreach } from '../../case/breach-notice.ts'
import type { BreachTexts } from '../../case/shape/breach-notice.ts'
import type { LeakKind } from '../../offices/names/find-leaks.ts'
import { requireFreshConfirmation } from '../../offices/staff/confirm-session.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { Refusal } from '../../shared/refusal.ts'
import { noticesOf } from './draft-notice.ts'
import {
  affectedNumbers,
  closeIncident,
  type Incident,
  notifyAuthority,
  notifyReporters,
  writeNotice,
} from './incident.ts'
import { changeIncidentFor, type IncidentPorts, type IncidentRequest, incidentFor } from './incident-access.ts'

export const editNotice = (
  ports: IncidentPorts,
  staff: StaffMember,
  { texts, ...which }: IncidentRequest & { readonly texts: BreachTexts },
): Promise<Incident> =>
  changeIncidentFor(ports, staff, which, { act: 'incident.changed', detail: 'notice' }, (incident) =>
    writeNotice(incident, texts),
  )

/**
 * Notifies the reporters of all affected cases that were not notified yet, on their page and by a notice. This includes
 * cases that are hidden from the officer, who learns nothing of them, because a reporter's right to know does not
 * depend on who may read the case. If it is interrupted, asking again finishes it.
 * @throws Refusal `session/confirmation-needed`, `text/names-reporter`, and those of `changeIncidentFor`
 */
export async function notifyAffected(
  ports: IncidentPorts,
  staff: StaffMember,
  { leakReason, ...which }: IncidentRequest & { readonly leakReason?: string | undefined },
): Promise<Incident> {
  const { tenant } = staff
  const before = await incidentFor(ports, staff, which.id)
  requireFreshConfirmation(staff, ports.now())
  const { reporters: texts } = noticesOf(before, await ports.tenants.get(tenant))
  if (!leakReason) await refuseNames(ports, staff, before, texts)
  const by = actorOf(staff)
  const moment = await momentOf(ports, tenant)
  const logged = { act: 'incident.told', detail: leakReason ? 'reporters naming-kept' : 'reporters' } as const
  const notified = await changeIncidentFor(ports, staff, which, logged, (incident) =>
    notifyReporters(incident, texts, by, moment.at),
  )
  for (const number of affectedNumbers(notified)) {
    const affected = await ports.complaints.find(tenant, number)
    if (!affected || affected.destroyed) continue
    await ports.complaints.change(tenant, number, (complaint) =>
      notifyOfBreach(complaint, notified.id, texts, by, moment),
    )
  }
  return notified
}

/** All reporters get the same text, so it must name none of them. */
async function refuseNames(ports: IncidentPorts, staff: StaffMember, incident: Incident, texts: BreachTexts) {
  const found = new Set<LeakKind>()
  for (const number of affectedNumbers(incident)) {
    const complaint = await ports.complaints.find(staff.tenant, number)
    if (!complaint) continue
    for (const kind of await leaksIn(ports.vault, complaint, Object.values(texts))) found.add(kind)
  }
  if (found.size === 0) return
  const detail = [...found].join(' ')
  await ports.record(staff.tenant, { by: staff.id, act: 'leak.warned', subject: incident.id, detail })
  throw new Refusal('conflict', 'text/names-reporter', { found: [...found] })
}

/** The authority is notified by letter or in its own system; this records the text and its reference. */
export function recordAuthorityNotified(
  ports: IncidentPorts,
  staff: StaffMember,
  { text, reference, ...which }: IncidentRequest & { readonly text: string; readonly reference: string },
): Promise<Incident> {
  const logged = { act: 'incident.told', detail: 'authority' } as const
  return changeIncidentFor(ports, staff, which, logged, (incident) =>
    notifyAuthority(incident, { text, reference }, actorOf(staff), ports.now()),
  )
}

/** @throws Refusal `incident/not-told`, and those of `changeIncidentFor` */
export function concludeIncident(
  ports: IncidentPorts,
  staff: StaffMember,
  { lessons, ...which }: IncidentRequest & { readonly lessons: string },
): Promise<Incident> {
  const logged = { act: 'incident.closed', detail: null } as const
  return changeIncidentFor(ports, staff, which, logged, (incident) =>
    closeIncident(incident, lessons, actorOf(staff), ports.now()),
  )
}
