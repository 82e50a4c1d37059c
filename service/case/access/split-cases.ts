import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Complaint } from '../shape/complaint.ts'
import { splitNumbers } from '../split-case.ts'
import type { ComplaintStore } from '../store/complaint-store.ts'
import { filterVisible } from './case-access.ts'

/** The cases of the same complaint that somebody may see: the one from which this was split, and those split from it. */
export interface SplitSeen {
  readonly from: string | null
  readonly into: readonly string[]
}

/** Numbers that somebody may not see are left out. */
export async function splitSeenBy(
  ports: { readonly complaints: ComplaintStore },
  staff: StaffMember,
  complaint: Complaint,
): Promise<SplitSeen> {
  const numbers = splitNumbers(complaint)
  if (numbers.length === 0) return { from: null, into: [] }
  const seen = await filterVisible(ports, staff, numbers)
  const from = complaint.dossier.splitFrom?.number
  return {
    from: from !== undefined && seen.has(from) ? from : null,
    into: complaint.dossier.splits.flatMap(({ number }) => (number !== null && seen.has(number) ? number : [])),
  }
}
