import { type CopyEvidencePorts, copyEvidence } from '../evidence/copy-evidence.ts'
import { claimEvidence, dropHeld, releaseEvidence, settleClaim } from '../evidence/held-evidence.ts'
import { withNamesHidden } from '../evidence/shown-names.ts'
import { identityOf } from '../identity/identity-of.ts'
import { refuseClosed } from '../tenants/closing.ts'
import { momentOf } from './desk.ts'
import type { OpenedByCode } from './follow-complaint.ts'
import { addEvidence } from './reporter-acts.ts'
import type { Complaint } from './shape/complaint.ts'
import type { SubmitPorts } from './submit-complaint.ts'

export type AddEvidencePorts = SubmitPorts & CopyEvidencePorts

/**
 * Adds uploaded files to the complaint. Files of a tenant that transferred the case are copied to the present one.
 * @throws Refusal `evidence/unknown`, `evidence/too-many`, `case/wrong-status`, `tenant/closed`
 */
export async function addEvidenceToComplaint(
  ports: AddEvidencePorts,
  { tenant, number, askedAt }: Pick<OpenedByCode, 'tenant' | 'number' | 'askedAt'>,
  ids: readonly string[],
): Promise<Complaint> {
  const unit = await ports.tenants.get(tenant)
  refuseClosed(unit, ports.now())
  const { settings } = unit
  const moment = await momentOf(ports, tenant)
  const claim = { by: number, at: moment.at }
  try {
    const uploaded = await claimEvidence(ports, askedAt, ids, claim)
    const copied = (item: (typeof uploaded)[number]) =>
      copyEvidence(ports, askedAt, { item, name: item.name }, tenant, number)
    const claimed = askedAt === tenant ? uploaded : await Promise.all(uploaded.map(copied))
    const names = Object.fromEntries(claimed.map(({ id, name }) => [id, name]))
    const items = claimed.map(({ name: _, ...item }) => item)
    const changed = await ports.complaints.change(tenant, number, async (complaint) => {
      const added = addEvidence(complaint, items, names, settings.evidence.maxFiles, moment)
      return added === complaint ? complaint : withNamesHidden(added, await identityOf(ports.vault, complaint))
    })
    await settleClaim(
      ports,
      tenant,
      claimed.map(({ id }) => id),
    )
    if (askedAt !== tenant) await dropHeld(ports, askedAt, ids)
    return changed
  } catch (cause) {
    await releaseEvidence(ports, askedAt, ids, claim)
    throw cause
  }
}
