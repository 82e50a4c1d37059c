import { withNamesHidden } from '../evidence/shown-names.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Complaint } from './complaint.ts'
import { type DeskPorts, momentOf } from './desk.ts'
import type { ReporterAccess } from './follow-complaint.ts'
import { addIdentity } from './reporter-acts.ts'
import { type GivenIdentity, identityGiven, identityProblems, sealIdentity } from './reporter-identity.ts'
import type { PrivacyChoice } from './vocabulary.ts'

/** @throws Refusal `request/invalid`, `identity/already-given`, `case/wrong-status` */
export async function addIdentityToComplaint(
  ports: DeskPorts,
  { tenant, number }: ReporterAccess,
  { privacy, reporter }: { readonly privacy: Exclude<PrivacyChoice, 'anonymous'>; readonly reporter: GivenIdentity },
): Promise<Complaint> {
  const { settings } = await ports.tenants.get(tenant)
  const problems = identityProblems(settings.identityFields, privacy, reporter, 'web_widget')
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  const moment = await momentOf(ports, tenant)
  const sealed = await sealIdentity(ports.vault, tenant, privacy, reporter)
  return ports.complaints.change(tenant, number, (complaint) =>
    withNamesHidden(addIdentity(complaint, { privacy, ...sealed }, moment), identityGiven(reporter)),
  )
}
