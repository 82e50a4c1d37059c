import { filterVisible, mayIn } from '../../case/access/case-access.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
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
  for await (const page of ports.reportFacts.pages(staff.tenant, between)) {
    const all = Object.values(page).flatMap(({ facts }) => facts ?? [])
    const guarded = all.filter(({ guarded }) => guarded).map(({ number }) => number)
    const seen = guarded.length > 0 ? await filterVisible(ports, staff, guarded) : null
    yield all.filter(({ number, category, guarded }) =>
      guarded ? seen?.has(number) : mayIn(staff, 'cases.read', category),
    )
  }
}
