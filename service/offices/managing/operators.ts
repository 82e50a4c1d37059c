import type { Clock } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { RecordAccess } from '../log/access-log.ts'
import type { Account } from '../staff/account.ts'
import { type AccountPorts, requireFreshConfirmation } from '../staff/account-security.ts'
import { type InviteStaffPorts, inviteAccount } from '../staff/add-member.ts'
import { beginAnew } from '../staff/begin-anew.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { SignedIn } from '../staff/sessions.ts'
import type { Quotas, Tenant, Vouching } from '../tenants/tenant.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'

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

export interface SetQuotaPorts {
  readonly tenants: TenantDirectory
  readonly record: RecordAccess
  readonly now: Clock
}

/** @throws Refusal `session/confirmation-needed`, `tenant/unknown`, `tenant/changed-meanwhile` */
export async function setQuotas(
  { tenants, record, now }: SetQuotaPorts,
  { account, session }: SignedIn,
  slug: string,
  quotas: Quotas,
): Promise<void> {
  requireFreshConfirmation(session, now())
  const tenant = await tenants.get(slug)
  const { filingsPerHour, filingsPerDay, evidenceGigabytes, members } = quotas
  const detail = `${filingsPerHour}/h ${filingsPerDay}/d ${evidenceGigabytes} GB ${members}`
  const saved = await tenants.replace({ ...tenant, revision: tenant.revision + 1, quotas })
  if (!saved) throw new Refusal('conflict', 'tenant/changed-meanwhile')
  await record(PLATFORM_UNIT, { by: account.id, act: 'quota.changed', subject: tenant.id, detail })
}

/** Returns the confirmation while the tenant still has the name for which it was given. */
export function standingVouching({ vouching, settings }: Pick<Tenant, 'vouching' | 'settings'>): Vouching | null {
  return vouching && vouching.name === settings.name && vouching.parent === settings.parent ? vouching : null
}

export interface VouchPorts {
  readonly tenants: TenantDirectory
  readonly record: RecordAccess
  readonly now: Clock
}

/**
 * The operator confirms a tenant, or revokes that.
 * @throws Refusal `session/confirmation-needed`, `tenant/unknown`, `tenant/changed-meanwhile`
 */
export async function vouchFor(
  { tenants, record, now }: VouchPorts,
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
