import { filterSeen } from '../../case/access/case-access.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Instant } from '../../shared/instant.ts'
import type { CaseFacts } from './case-facts.ts'
import { type TakeFactsPorts, takeFacts } from './take-facts.ts'

/**
 * Yields the facts of the cases that this person sees, those that were received by `to` and were open at `from` or came
 * later, some hundred at a time. It first takes in what changed, so a figure counts what the register shows.
 */
export async function* visibleFacts(
  ports: TakeFactsPorts,
  staff: StaffMember,
  between: { readonly from: Instant; readonly to: Instant },
): AsyncGenerator<readonly CaseFacts[]> {
  await takeFacts(ports, staff.tenant)
  const seen = await filterSeen(ports, staff)
  for await (const some of ports.reportFacts.between(staff.tenant, between)) yield seen(some)
}
