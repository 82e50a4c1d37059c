import { momentOf } from '../case/access/case-actions.ts'
import { hideNames } from '../case/evidence.ts'
import { addEvidence } from '../case/reporter-acts.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { identityOf } from '../case/store/case-seals.ts'
import type { SubmitPorts } from '../filing/submit-complaint.ts'
import {
  type CopyEvidencePorts,
  claimEvidence,
  copyEvidence,
  dropHeld,
  releaseEvidence,
  settleClaim,
} from '../keeping/evidence/held-evidence.ts'
import { refuseClosed } from '../offices/tenants/tenant-directory.ts'
import type { OpenedByCode } from './follow-complaint.ts'

export type AddEvidencePorts = SubmitPorts & CopyEvidencePorts

/**
 * Adds uploaded files to the complaint. Files of a tenant that transferred the case are copied to the present one. What
 * the complaint has is left as it is, because a reporter whose line broke sends it again.
 * @throws Refusal `evidence/unknown`, `evidence/too-many`, `case/wrong-status`, `tenant/closed`
 */
export async function addEvidenceToComplaint(
  ports: AddEvidencePorts,
  { tenant, number, askedAt, complaint: opened }: Pick<OpenedByCode, 'tenant' | 'number' | 'askedAt' | 'complaint'>,
  given: readonly string[],
): Promise<Complaint> {
  const ids = given.filter((id) => opened.evidence.every((item) => item.id !== id))
  if (ids.length === 0) return opened
  const unit = await ports.tenants.get(tenant)
  refuseClosed(unit, ports.now())
  const { settings } = unit
  const moment = await momentOf(ports, tenant)
  const claim = { by: number, at: moment.at }
  try {
    const uploaded = await claimEvidence(ports, askedAt, ids, claim)
    const copyItem = (item: (typeof uploaded)[number]) =>
      copyEvidence(ports, askedAt, { item, name: item.name }, tenant, number)
    const claimed = askedAt === tenant ? uploaded : await Promise.all(uploaded.map(copyItem))
    const names = Object.fromEntries(claimed.map(({ id, name }) => [id, name]))
    const items = claimed.map(({ name: _, ...item }) => item)
    const changed = await ports.complaints.change(tenant, number, async (complaint) => {
      const added = addEvidence(complaint, items, names, settings.evidence.maxFiles, moment)
      return added === complaint ? complaint : hideNames(added, await identityOf(ports.vault, complaint))
    })
    await settleClaim(
      ports,
      tenant,
      claimed.map(({ id }) => id),
    )
    if (askedAt !== tenant) await dropHeld(ports, askedAt, ids)
    return changed
  } catch (cause) {
    await releaseEvidence(ports, askedAt, ids, claim, cause)
    throw cause
  }
}
