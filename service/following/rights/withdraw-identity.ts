import type { DeskPorts } from '../../case/access/desk.ts'
import { eraseIdentity } from '../../keeping/identity/erase-identity.ts'
import { actAsReporter, type ReporterAccess } from '../follow-complaint.ts'

/**
 * Who they are is forgotten at once, in any status, and the case goes on as one without identity: before verification
 * it then needs the decision that such a complaint needs. @throws Refusal `identity/not-given`
 */
export const withdrawIdentity = (ports: DeskPorts, access: ReporterAccess) =>
  actAsReporter(ports, access, (complaint, moment) => eraseIdentity(complaint, { kind: 'reporter' }, moment))
