import type { ApprovalView } from '../../contract/approvals.ts'
import { type Approval, stateOf, validUntil, wholeRegister } from '../../keeping/approvals/approval.ts'
import { mayDecide } from '../../keeping/approvals/approvals.ts'
import { permissionsIn } from '../../offices/staff/account.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { ViewWording } from '../view-wording.ts'
import { byName, categoryView } from './common-views.ts'

interface Reading {
  readonly tenant: Tenant
  readonly wording: ViewWording
  readonly now: Instant
}

export function personOf({ content: { person } }: Approval, wording: ViewWording): ApprovalView['person'] {
  if (!person) return null
  const { name, position, email, role, unitRole, factor, accountSince, addressConfirmed } = person
  const own = unitRole && {
    name: unitRole.name,
    permissions: permissionsIn(unitRole).map((one) => ({ permission: one, label: wording.labels.permission[one] })),
  }
  return { ...{ name, position, email, role, factor, accountSince, addressConfirmed }, ...(own && { unitRole: own }) }
}

function scopeOf({ act, content }: Approval): ApprovalView['register'] {
  if (act !== 'export-register') return null
  return content.register ?? wholeRegister
}

export function approvalView(approval: Approval, viewer: StaffMember, { tenant, wording, now }: Reading): ApprovalView {
  const { id, act, asker, askedAt, decision, usedAt, content } = approval
  const name = byName(wording)
  const state = stateOf(approval, now)
  const own = asker === viewer.id
  return {
    id,
    act,
    actLabel: wording.labels.dangerousAct[act],
    state,
    askedAt,
    by: name(content.askedBy),
    own,
    reason: content.reason,
    groundLabel: content.ground && wording.labels.openingGround[content.ground],
    cases: content.cases.map(({ number, category }) => ({
      number,
      categoryLabel: categoryView(tenant, category, wording).label,
      opened: content.opened.includes(number),
    })),
    register: scopeOf(approval),
    person: personOf(approval, wording),
    decision: decision &&
      content.decidedBy && {
        at: decision.at,
        by: name(content.decidedBy),
        granted: decision.granted,
        because: content.because ?? '',
      },
    until: validUntil(approval),
    usedAt,
    mayDecide: mayDecide(approval, viewer, now),
    mayUse: own && state === 'granted',
  }
}
