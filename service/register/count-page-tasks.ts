import type { LetterPorts } from '../desk/letters/letter-access.ts'
import { letterCounts } from '../desk/letters/list-letters.ts'
import type { WritingPorts } from '../desk/rules/change-written.ts'
import { countBrokenSeries } from '../desk/series/manage-series.ts'
import { countTransfers } from '../desk/transfers/settle-transfer.ts'
import type { TransferPorts } from '../desk/transfers/transfer-ports.ts'
import { carers } from '../desk/undelivered-notices.ts'
import { type ArrivalPorts, countDrafts } from '../filing/inbound/arrival-access.ts'
import { type ApprovalPorts, countApprovalsToDecide } from '../keeping/approvals/approvals.ts'
import type { LetterState } from '../offices/notice-vocabulary.ts'
import type { Permission, StaffMember } from '../offices/staff/permissions.ts'
import { type PageTask, pageTasks } from '../offices/vocabulary.ts'
import { categoriesLimiting, MOST_TASKS } from './list-today.ts'

export type PageTaskPorts = LetterPorts &
  TransferPorts &
  Pick<ArrivalPorts, 'arrivals'> &
  Pick<WritingPorts, 'staff' | 'templates'> &
  ApprovalPorts

interface PageTaskRule {
  /** `null` where the count itself knows whose it is. */
  readonly by: readonly Permission[] | null
  readonly count: (ports: PageTaskPorts, staff: StaffMember, letters: CountLetters) => Promise<number>
}

/** Counts the letters of all states, once for all kinds that ask. */
type CountLetters = () => ReturnType<typeof letterCounts>

const lettersIn = (state: LetterState) => async (_: PageTaskPorts, __: StaffMember, letters: CountLetters) =>
  (await letters())[state] ?? 0

const rules: Readonly<Record<PageTask, PageTaskRule>> = {
  late: {
    by: ['cases.approve'],
    async count({ complaints, now }, staff) {
      const hidden = await complaints.guardedNumbers(staff.tenant, [...staff.guardMarks])
      const category = categoriesLimiting(staff, ['cases.approve'])
      const found = await complaints.waiting(staff.tenant, {
        index: 'due',
        range: { to: now() },
        ...(category && { also: { category } }),
        limit: MOST_TASKS + 1 + hidden.size,
      })
      return found.filter(({ number }) => !hidden.has(number)).length
    },
  },
  letter_draft: { by: carers, count: lettersIn('draft') },
  letter_approval: { by: ['letters.approve'], count: lettersIn('awaiting_approval') },
  letter_print: { by: ['letters.post'], count: lettersIn('approved') },
  transfer: { by: ['cases.verify'], count: countTransfers },
  inbound: { by: ['cases.enter'], count: (ports, staff) => countDrafts(ports, staff, MOST_TASKS + 1) },
  second_person: { by: null, count: countApprovalsToDecide },
  broken_rule: {
    by: ['tenant.configure'],
    count: async ({ complaints }, { tenant }) =>
      (await complaints.rules.of(tenant)).rules.filter(({ off }) => off !== null).length,
  },
  broken_series: { by: ['tenant.configure'], count: (ports, { tenant }) => countBrokenSeries(ports, tenant) },
}

/** Counts what waits for somebody on pages of its own, each kind up to `MOST_TASKS`. Kinds without any are left out. */
export async function countPageTasks(
  ports: PageTaskPorts,
  staff: StaffMember,
): Promise<readonly { readonly kind: PageTask; readonly count: number }[]> {
  let asked: ReturnType<typeof letterCounts> | null = null
  const letters = () => (asked ??= letterCounts(ports, staff))
  const counted = await Promise.all(
    pageTasks.map(async (kind) => {
      const { by, count } = rules[kind]
      const isTheirs = by === null || by.some((permission) => staff.permissions.has(permission))
      return { kind, count: isTheirs ? Math.min(await count(ports, staff, letters), MOST_TASKS + 1) : 0 }
    }),
  )
  return counted.filter(({ count }) => count > 0)
}
