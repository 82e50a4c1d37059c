import { caseFor } from '../../case/access/case-access.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { destructionSeries } from '../../case/store/number-gaps.ts'
import { type RetentionRules, type Shreddable, weighRetention } from '../../case/weigh-retention.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { Refusal } from '../../shared/refusal.ts'
import { unknownApproval } from '../approvals/approval.ts'
import { takeApproval } from '../approvals/take-approval.ts'
import {
  type Destruction,
  type DestructionLine,
  destructionNumber,
  isDestroying,
  type KeptLine,
  shreddedBy,
} from './destruction.ts'
import { type DestructionPorts, finishDestruction } from './finish-destruction.ts'

/**
 * Destroys what a second person approved. What was held or changed since then stays whole, and the record says so. Once
 * begun, it is finished even if this process dies.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `retention/not-due` when nothing is left to destroy,
 * and those of `takeApproval`
 */
export async function carryOutDestruction(
  ports: DestructionPorts,
  staff: StaffMember,
  id: string,
): Promise<Destruction> {
  requirePermission(staff, 'retention.manage')
  const { tenant } = staff
  const asked = await ports.approvals.get(tenant, id)
  if (!isDestroying(asked.act) || asked.asker !== staff.id) throw unknownApproval()
  const { settings } = await ports.tenants.get(tenant)
  const what = shreddedBy[asked.act]
  const cases: Complaint[] = []
  for (const { number } of asked.content.cases) cases.push(await caseFor(ports, staff, 'retention.manage', number))
  const { lines, kept } = weighCases(what, cases, settings, ports.now())
  if (lines.length === 0) throw new Refusal('conflict', 'retention/not-due', { number: cases[0]?.id })

  const { content, decision, askedAt } = await takeApproval(ports, staff, id, asked.act)
  if (!decision || !content.decidedBy) throw unknownApproval()
  const startedAt = ports.now()
  const year = localDateOf(startedAt, settings.calendar).slice(0, 4)
  const destruction = await ports.destructions.add(
    {
      tenant,
      id,
      series: year,
      what,
      proposedBy: staff.id,
      startedAt,
      finishedAt: null,
      content: {
        basis: settings.retention.basis,
        reason: content.reason,
        proposer: content.askedBy,
        proposedAt: askedAt,
        approver: content.decidedBy,
        approvedAt: decision.at,
        lines,
        kept,
        remains: what === 'record' ? filesOf(cases) : {},
      },
    },
    (sequence) => destructionNumber(settings.numberPrefix, year, sequence),
    ports.complaints.numberGaps.behind(tenant, destructionSeries(year)),
  )
  return finishDestruction(ports, destruction)
}

function weighCases(
  what: Shreddable,
  cases: readonly Complaint[],
  rules: RetentionRules,
  now: Destruction['startedAt'],
) {
  const lines: DestructionLine[] = []
  const kept: KeptLine[] = []
  for (const complaint of cases) {
    const { id: number, category, receivedAt, evidence } = complaint
    const retention = weighRetention(what, complaint, rules, now)
    const from = typeof retention === 'string' ? null : what === 'record' ? retention.destroyFrom : retention.eraseFrom
    if (typeof retention === 'string') kept.push({ number, category, because: retention })
    else if (from) lines.push({ number, category, receivedAt, from, files: evidence.length, ...pickEnd(retention) })
  }
  return { lines, kept }
}

const pickEnd = ({ ending, endedAt }: Pick<DestructionLine, 'ending' | 'endedAt'>) => ({ ending, endedAt })

const filesOf = (cases: readonly Complaint[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(cases.map(({ id, evidence }) => [id, evidence.map((item) => item.id)]))
