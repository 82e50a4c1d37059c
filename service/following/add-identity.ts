import { type CaseActionPorts, momentOf } from '../case/access/case-actions.ts'
import { hideNames } from '../case/evidence.ts'
import { addIdentity } from '../case/reporter-acts.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { type GivenIdentity, identityProblems, readIdentity, sealIdentity } from '../filing/reporter-identity.ts'
import { refuseUnlessSealed, sealedProblems } from '../filing/sealed-reporter.ts'
import { privacyIn } from '../offices/tenants/tenant.ts'
import type { PrivacyChoice } from '../offices/vocabulary.ts'
import { caseContext } from '../sealing/envelope.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ReporterAccess } from './follow-complaint.ts'

interface Addition {
  readonly privacy: Exclude<PrivacyChoice, 'anonymous'>
  readonly reporter: GivenIdentity
  readonly sealedIdentity?: string | undefined
  readonly identityUnsealed?: boolean | undefined
}

/**
 * @throws Refusal `request/invalid`, `identity/already-given`, `case/wrong-status`, `identity/must-be-sealed`,
 * `identity/sealed-elsewhere`
 */
export async function addIdentityToComplaint(
  ports: CaseActionPorts,
  { tenant, number }: ReporterAccess,
  { privacy, reporter, sealedIdentity, identityUnsealed }: Addition,
): Promise<Complaint> {
  const { settings, sealingKeys } = await ports.tenants.get(tenant)
  const problems = sealedIdentity
    ? sealedProblems(privacy, reporter)
    : identityProblems(settings.identityFields, privacy, reporter, 'web_widget')
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  refuseUnlessSealed(sealingKeys, { privacy, sealedIdentity, mayStayOpen: identityUnsealed })
  const moment = await momentOf(ports, tenant)
  const beside = { sealed: sealedIdentity ? { envelope: sealedIdentity, context: caseContext(number) } : undefined }
  return ports.complaints.change(tenant, number, async (complaint) => {
    const category = settings.categories.find(({ code }) => code === complaint.category)
    const kept = category ? privacyIn(category, privacy) : privacy
    const sealed = await sealIdentity(ports.vault, complaint, kept, reporter, beside)
    return hideNames(addIdentity(complaint, { privacy: kept, ...sealed }, moment), readIdentity(reporter))
  })
}
