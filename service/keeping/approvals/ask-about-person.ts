import type { Actor } from '../../case/shape/history.ts'
import type { PersonAct } from '../../offices/act-vocabulary.ts'
import type { Account, Membership } from '../../offices/staff/account.ts'
import { BEFORE_ALL } from '../../shared/instant.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { type Approval, type ApprovalOffice, type ConcernedPerson, stateOf } from './approval.ts'

/** The command line asks as `system`. */
export interface Asker {
  readonly id: string
  readonly actor: Actor
}

const MOST = 100

/** Finds a waiting request for the same thing, so that saving twice asks once. */
async function waitingFor(
  { approvals, now }: ApprovalOffice,
  tenant: TenantId,
  act: PersonAct,
  person: ConcernedPerson,
): Promise<Approval | null> {
  const recent = await approvals.list(tenant, BEFORE_ALL, MOST)
  const isSame = ({ id, role, unitRole, factor, era }: ConcernedPerson) =>
    id === person.id &&
    role === person.role &&
    JSON.stringify(unitRole) === JSON.stringify(person.unitRole) &&
    factor === person.factor &&
    era === person.era
  return (
    recent.find(
      (one) => one.act === act && stateOf(one, now()) === 'waiting' && one.content.person && isSame(one.content.person),
    ) ?? null
  )
}

export async function askAboutPerson(
  office: ApprovalOffice,
  tenant: TenantId,
  asker: Asker,
  { act, person, reason }: { readonly act: PersonAct; readonly person: ConcernedPerson; readonly reason: string },
): Promise<Approval> {
  const known = await waitingFor(office, tenant, act, person)
  if (known) return known
  const approval = await office.approvals.add({
    tenant,
    id: office.newId(),
    act,
    asker: asker.id as StaffId,
    askedAt: office.now(),
    decision: null,
    usedAt: null,
    content: {
      askedBy: asker.actor,
      reason,
      ground: null,
      cases: [],
      register: null,
      person,
      decidedBy: null,
      because: null,
      opened: [],
    },
  })
  await office.record(tenant, { by: asker.id, act: 'approval.asked', subject: approval.id, detail: act })
  return approval
}

export const concernedPerson = (
  { id, name, position, email }: Pick<Membership, 'id' | 'name' | 'position' | 'email'>,
  { since, addressConfirmedAt, era = 0 }: Pick<Account, 'since' | 'addressConfirmedAt' | 'era'>,
  what: Pick<ConcernedPerson, 'role' | 'unitRole' | 'limits' | 'factor' | 'countsElsewhere'>,
): ConcernedPerson => ({
  id: id as StaffId,
  name,
  position,
  email,
  accountSince: since ?? null,
  addressConfirmed: addressConfirmedAt !== undefined,
  era,
  ...what,
})
