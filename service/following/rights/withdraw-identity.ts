import type { AskingPorts } from '../../case/access/case-actions.ts'
import { eraseIdentity } from '../../keeping/identity/approved-identity.ts'
import { actAsReporter, type ReporterAccess } from '../follow-complaint.ts'

/**
 * The identity is erased at once, in any status, and the case continues without one: before verification it then
 * needs the decision on such complaints. @throws Refusal `identity/not-given`
 */
export const withdrawIdentity = (ports: AskingPorts, access: ReporterAccess) =>
  actAsReporter(ports, access, (complaint, moment) => eraseIdentity(complaint, { kind: 'reporter' }, moment))
