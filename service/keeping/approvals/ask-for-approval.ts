import { caseFor } from '../../case/access/case-access.ts'
import { actorOf, type CaseActionPorts } from '../../case/access/case-actions.ts'
import { refuseNaming } from '../../case/access/refuse-naming.ts'
import type { CaseAct, OpeningGround } from '../../offices/act-vocabulary.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { refuseField } from '../../shared/refusal.ts'
import { type Approval, type ConcernedCase, type RegisterScope, wholeRegister } from './approval.ts'
import type { ApprovalStore } from './approval-store.ts'
import { ruleOf } from './rules-of-acts.ts'

export interface ApprovalPorts extends CaseActionPorts {
  readonly approvals: ApprovalStore
}

export interface ApprovalRequest {
  readonly act: CaseAct
  readonly reason: string
  readonly ground?: OpeningGround | undefined
  readonly cases?: readonly string[] | undefined
  readonly register?: RegisterScope | undefined
}

/**
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `request/invalid`, `text/names-reporter`, and what
 * `suits` throws
 */
export async function askForApproval(
  ports: ApprovalPorts,
  staff: StaffMember,
  { act, reason, ground, cases: numbers = [], register = wholeRegister }: ApprovalRequest,
): Promise<Approval> {
  requirePermission(staff, ruleOf(act).asks)
  const isExport = act === 'export-register'
  if (isExport && register.profile === 'with_named_identity') requirePermission(staff, 'identity.open')
  // Mere counts show no case: the request only records their purpose, and needs no second person.
  const isGranted = isExport && register.profile === 'statistics_only'
  const cases = await findConcerned(ports, staff, act, [...new Set(numbers)], reason)
  const approval = await ports.approvals.add({
    tenant: staff.tenant,
    id: ports.newId(),
    act,
    asker: staff.id,
    askedAt: ports.now(),
    decision: isGranted ? { at: ports.now(), by: staff.id, granted: true, custodian: false } : null,
    usedAt: null,
    content: {
      askedBy: actorOf(staff),
      reason,
      ground: act === 'open-identities' ? (ground ?? 'other') : null,
      cases,
      register: isExport ? register : null,
      decidedBy: null,
      because: null,
      opened: [],
    },
  })
  await ports.record(staff.tenant, { by: staff.id, act: 'approval.asked', subject: approval.id, detail: act })
  return approval
}

async function findConcerned(
  ports: ApprovalPorts,
  staff: StaffMember,
  act: CaseAct,
  numbers: readonly string[],
  reason: string,
): Promise<readonly ConcernedCase[]> {
  const { asks, cases: bounds, suits } = ruleOf(act)
  const [least, most] = bounds
  if (numbers.length < least || numbers.length > most) {
    const code = numbers.length < least ? 'required' : 'too-many'
    throw refuseField('request/invalid', 'cases', code)
  }
  const { settings } = await ports.tenants.get(staff.tenant)
  const cases: ConcernedCase[] = []
  for (const number of numbers) {
    const complaint = await caseFor(ports, staff, asks, number)
    suits(complaint, settings, ports.now())
    await refuseNaming(ports, staff, complaint, reason)
    cases.push({ number, category: complaint.category })
  }
  return cases
}
