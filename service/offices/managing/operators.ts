import { Refusal } from '../../shared/refusal.ts'
import type { RecordAccess } from '../log/record-access.ts'
import type { Account } from '../staff/account.ts'
import type { AccountPorts } from '../staff/account-security.ts'
import { type InviteStaffPorts, inviteAccount } from '../staff/add-member.ts'
import { beginAnew } from '../staff/begin-anew.ts'
import { requireFreshConfirmation } from '../staff/confirm-session.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { SignedIn } from '../staff/signed-in.ts'

export interface OperatorPorts extends InviteStaffPorts, AccountPorts {
  readonly now: InviteStaffPorts['now']
  readonly staff: InviteStaffPorts['staff']
  readonly record: RecordAccess
}

export const listOperators = async ({ staff }: Pick<OperatorPorts, 'staff'>): Promise<readonly Account[]> =>
  (await staff.operators())
    .filter(({ operator }) => operator)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))

/**
 * Invites an operator, also again if they have not accepted.
 * @returns the one-time token
 * @throws Refusal `session/confirmation-needed`, `operator/known`, `operator/is-staff` for the address of a staff
 * member, because operators read no complaint
 */
export async function inviteOperator(
  ports: OperatorPorts,
  { account: by, session }: SignedIn,
  person: Pick<Account, 'name' | 'email'>,
): Promise<string> {
  requireFreshConfirmation(session, ports.now())
  const known = await ports.staff.accountByEmail(person.email)
  if (known?.operator && known.passwordHash) throw new Refusal('conflict', 'operator/known')
  if (known && (await worksForAUnit(ports, known))) throw new Refusal('conflict', 'operator/is-staff')
  // An unused account is reset, because somebody else may know its old password.
  if (known) await ports.staff.replaceAccount({ ...(await beginAnew(ports, known)), name: person.name, operator: true })
  const { account, token } = await inviteAccount(ports, { ...person, operator: true })
  // Somebody else's invitation was accepted in the meantime.
  if (!token) throw new Refusal('conflict', 'operator/known')
  await ports.record(PLATFORM_UNIT, { by: by.id, act: 'operator.added', subject: account.id, detail: null })
  return token
}

/**
 * A removed operator cannot sign in; the log still names them. Nobody can remove themselves, so somebody always runs
 * the service.
 * @throws Refusal `session/confirmation-needed`, `operator/unknown`, `operator/self`
 */
export async function removeOperator(
  ports: OperatorPorts,
  { account: by, session }: SignedIn,
  id: string,
): Promise<void> {
  requireFreshConfirmation(session, ports.now())
  if (id === by.id) throw new Refusal('conflict', 'operator/self')
  const known = await ports.staff.account(id)
  if (!known?.operator) throw new Refusal('not-found', 'operator/unknown')
  await ports.record(PLATFORM_UNIT, { by: by.id, act: 'operator.removed', subject: id, detail: null })
  const removed: Account = { ...known, operator: false, wasOperator: true, invitation: null }
  if (await worksForAUnit(ports, known)) await ports.staff.replaceAccount(removed)
  else await beginAnew(ports, removed)
}

const worksForAUnit = async ({ staff }: OperatorPorts, { id }: Account): Promise<boolean> =>
  (await staff.membershipsOf(id)).length > 0 || (await staff.invitationsOf(id)).length > 0
