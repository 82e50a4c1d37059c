import { type CoverPorts, coverFor } from '../../case/access/cover-for.ts'
import { ownCoveringOf } from '../../case/cover-words.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Approval } from './approval.ts'

/**
 * A request as this person may read it: what was written about a reporter while they were named, or before they
 * corrected who they are, names them no more where they are kept from the reader.
 */
export async function readApproval(
  ports: CoverPorts & { readonly complaints: ComplaintStore },
  viewer: StaffMember,
  approval: Approval,
  language: Language,
): Promise<Approval> {
  let { reason, because } = approval.content
  for (const { number } of approval.content.cases) {
    const complaint = await ports.complaints.find(viewer.tenant, number)
    const cover = complaint && (await coverFor(ports, viewer, complaint, language))
    if (!cover) continue
    const coverOwn = ownCoveringOf(cover)
    reason = coverOwn(reason)
    because = because && coverOwn(because)
  }
  return { ...approval, content: { ...approval.content, reason, because } }
}
