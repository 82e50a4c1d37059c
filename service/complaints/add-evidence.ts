import { claimEvidence, releaseEvidence, settleClaim } from '../evidence/held-evidence.ts'
import { withNamesHidden } from '../evidence/shown-names.ts'
import { identityOf } from '../identity/identity-of.ts'
import type { Complaint } from './complaint.ts'
import { momentOf } from './desk.ts'
import type { ReporterAccess } from './follow-complaint.ts'
import { addEvidence } from './reporter-acts.ts'
import type { SubmitPorts } from './submit-complaint.ts'

/** @throws Refusal `evidence/unknown`, `evidence/too-many`, `case/wrong-status` */
export async function addEvidenceToComplaint(
  ports: SubmitPorts,
  { tenant, number }: ReporterAccess,
  ids: readonly string[],
): Promise<Complaint> {
  const { settings } = await ports.tenants.get(tenant)
  const moment = await momentOf(ports, tenant)
  const claim = { by: number, at: moment.at }
  try {
    const claimed = await claimEvidence(ports, tenant, ids, claim)
    const names = Object.fromEntries(claimed.map(({ id, name }) => [id, name]))
    const items = claimed.map(({ name: _, ...item }) => item)
    const changed = await ports.complaints.change(tenant, number, async (complaint) => {
      const added = addEvidence(complaint, items, names, settings.evidence.maxFiles, moment)
      return added === complaint ? complaint : withNamesHidden(added, await identityOf(ports.vault, complaint))
    })
    await settleClaim(ports, tenant, ids)
    return changed
  } catch (cause) {
    await releaseEvidence(ports, tenant, ids, claim)
    throw cause
  }
}
