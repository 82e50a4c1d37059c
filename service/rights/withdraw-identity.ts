import type { DeskPorts } from '../complaints/desk.ts'
import { actAsReporter, type ReporterAccess } from '../complaints/follow-complaint.ts'
import { eraseIdentity } from '../identity/erase-identity.ts'

/**
 * Who they are is forgotten at once, in any status, and the case goes on as one without identity: before verification
 * it then needs the decision that such a complaint needs. @throws Refusal `identity/not-given`
 */
export const withdrawIdentity = (ports: DeskPorts, access: ReporterAccess) =>
  actAsReporter(ports, access, (complaint, moment) => eraseIdentity(complaint, { kind: 'reporter' }, moment))
