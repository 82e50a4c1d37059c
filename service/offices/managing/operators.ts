import { Refusal } from '../../shared/refusal.ts'
import { type Quotas, sayQuotas } from '../quotas.ts'
import type { Account } from '../staff/account.ts'
import type { AccountOffice } from '../staff/account-office.ts'
import { requireFreshConfirmation } from '../staff/account-security.ts'
import { inviteAccount } from '../staff/add-member.ts'
import { beginAnew } from '../staff/begin-anew.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { SignedIn } from '../staff/sessions.ts'
import type { StaffOffice } from '../staff/staff-office.ts'
import type { Tenant, Vouching } from '../tenants/tenant.ts'

export const listOperators = async ({ staff }: AccountOffice): Promise<readonly Account[]> =>
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
  office: AccountOffice,
  { account: by, session }: SignedIn,
  person: Pick<Account, 'name' | 'email'>,
): Promise<string> {
  requireFreshConfirmation(session, office.now())
  const known = await office.staff.accountByEmail(person.email)
  if (known?.operator && known.passwordHash) throw new Refusal('conflict', 'operator/known')
  if (known && (await worksForAUnit(office, known))) throw new Refusal('conflict', 'operator/is-staff')
  // An unused account is reset, because somebody else may know its old password.
  if (known)
    await office.staff.replaceAccount({ ...(await beginAnew(office, known)), name: person.name, operator: true })
  const { account, token } = await inviteAccount(office, { ...person, operator: true })
  // Somebody else's invitation was accepted in the meantime.
  if (!token) throw new Refusal('conflict', 'operator/known')
  await office.record(PLATFORM_UNIT, { by: by.id, act: 'operator.added', subject: account.id, detail: null })
  return token
}

/**
 * A removed operator cannot sign in; the log still names them. Nobody can remove themselves, so somebody always runs
 * the service.
 */
export async function removeOperator(
  office: AccountOffice,
  { account: by, session }: SignedIn,
  id: string,
): Promise<void> {
  requireFreshConfirmation(session, office.now())
  if (id === by.id) throw new Refusal('conflict', 'operator/self')
  const known = await office.staff.account(id)
  if (!known?.operator) throw new Refusal('not-found', 'operator/unknown')
  await office.record(PLATFORM_UNIT, { by: by.id, act: 'operator.removed', subject: id, detail: null })
  const removed: Account = { ...known, operator: false, wasOperator: true, invitation: null }
  if (await worksForAUnit(office, known)) await office.staff.replaceAccount(removed)
  else await beginAnew(office, removed)
}

const worksForAUnit = async ({ staff }: AccountOffice, { id }: Account): Promise<boolean> =>
  (await staff.membershipsOf(id)).length > 0 || (await staff.invitationsOf(id)).length > 0

export async function setQuotas(
  { tenants, record, now }: StaffOffice,
  { account, session }: SignedIn,
  slug: string,
  quotas: Quotas,
): Promise<void> {
  requireFreshConfirmation(session, now())
  const tenant = await tenants.get(slug)
  const saved = await tenants.replace({ ...tenant, revision: tenant.revision + 1, quotas })
  if (!saved) throw new Refusal('conflict', 'tenant/changed-meanwhile')
  await record(PLATFORM_UNIT, { by: account.id, act: 'quota.changed', subject: tenant.id, detail: sayQuotas(quotas) })
}

/** Returns the confirmation while the tenant still has the name for which it was given. */
export function standingVouching({ vouching, settings }: Pick<Tenant, 'vouching' | 'settings'>): Vouching | null {
  return vouching && vouching.name === settings.name && vouching.parent === settings.parent ? vouching : null
}

/** The operator confirms a tenant, or revokes that. */
export async function vouchFor(
  { tenants, record, now }: StaffOffice,
  { account, session }: SignedIn,
  slug: string,
  word: Pick<Vouching, 'by' | 'basis'> | null,
): Promise<Tenant> {
  requireFreshConfirmation(session, now())
  const tenant = await tenants.get(slug)
  const { name, parent } = tenant.settings
  const vouching = word && { at: now(), ...word, name, parent }
  const line = { by: account.id, act: word ? 'unit.vouched' : 'unit.not_vouched', detail: null } as const
  await record(tenant.id, { ...line, subject: null })
  await record(PLATFORM_UNIT, { ...line, subject: tenant.id })
  const saved = await tenants.replace({ ...tenant, revision: tenant.revision + 1, vouching })
  if (!saved) throw new Refusal('conflict', 'tenant/changed-meanwhile')
  return saved
}
