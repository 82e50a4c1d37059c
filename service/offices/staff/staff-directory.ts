import type { Clock } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type Collection, type Store, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import type { Vault } from '../../storage/vault.ts'
import {
  type Account,
  accountSpec,
  isAccepted,
  type Membership,
  membershipSpec,
  providerKey,
  UNIT_ROLES,
  type UnitRoles,
  unitRoleSpec,
} from './account.ts'
import type { GuardMark, StaffMember } from './permissions.ts'
import { workAs } from './posts.ts'

export interface StaffDirectory {
  findMember(tenant: TenantId, id: string): Promise<StaffMember | null>
  /**
   * Sorted by name, open invitations included; the same list until somebody changes. Another process's change may be
   * unseen for two seconds.
   */
  members(tenant: TenantId): Promise<readonly Membership[]>
  /** Those who accepted, with what they may do now; another process's change may be unseen for as long. */
  working(tenant: TenantId): Promise<readonly StaffMember[]>
  marksOf(tenant: TenantId, ids: readonly string[]): Promise<readonly GuardMark[]>
  membershipsOf(account: string): Promise<readonly Membership[]>
  invitationsOf(account: string): Promise<readonly Membership[]>
  /** Includes memberships that are not accepted yet. */
  membership(tenant: TenantId, id: string): Promise<Membership | null>
  /** Somebody new, or with another name or position, is unmatched from then on. */
  saveMembership(membership: Omit<Membership, 'version'>): Promise<Membership>
  /** Lists those of all tenants whose names cases have not been searched for. */
  unmatched(): Promise<readonly Membership[]>
  /** Changes nothing where the name or position is another one by now. */
  markMatched(membership: Membership): Promise<void>
  removeMembership(tenant: TenantId, id: string): Promise<boolean>
  /** The unit's own roles, read anew. Version 0 stands for a unit that has made none. */
  unitRoles(tenant: TenantId): Promise<UnitRoles>
  saveUnitRoles(roles: UnitRoles): Promise<UnitRoles>

  account(id: string): Promise<Account | null>
  accountByEmail(email: string): Promise<Account | null>
  accountByInvitation(tokenHash: string): Promise<Account | null>
  accountByProvider(issuer: string, subject: string): Promise<Account | null>
  accountFor(draft: Omit<Account, 'version' | 'tenant'>): Promise<Account>
  replaceAccount(account: Account): Promise<Account>
  /** Nobody may be left who works under it. */
  removeAccount(id: string): Promise<void>
  /** Returns an operator, also before the invitation is accepted. */
  operator(): Promise<Account | null>
  operators(): Promise<readonly Account[]>
}

const MOST_MEMBERS = 500
const MOST_OPERATORS = 200

/** Another process's change may be unseen for this many milliseconds. */
const FRESH_FOR = 2_000

/**
 * @param milliseconds a clock that only moves forward
 * @param now says who is away
 */
export async function openStaffDirectory(
  store: Store,
  vault: Pick<Vault, 'hasher'>,
  milliseconds: () => number,
  now: Clock,
): Promise<StaffDirectory> {
  const accounts: Collection<Account> = await store.collection(accountSpec)
  const memberships: Collection<Membership> = await store.collection(membershipSpec)
  const roles = rolesOf(await store.collection(unitRoleSpec))

  const placesOf = async (account: string): Promise<readonly Membership[]> => {
    const { items } = await memberships.findAcrossTenants({ index: 'account', where: { account }, limit: MOST_MEMBERS })
    return Promise.all(items.map(roles.added))
  }

  const remembered = new Map<string, Remembered>()

  const work = (own: Membership, members: readonly Membership[]): Promise<StaffMember> =>
    workAs(own, members, now(), (ids) => directory.marksOf(own.tenant, ids))

  const directory: StaffDirectory = {
    async findMember(tenant, account) {
      const found = await roles.added(await memberships.get(tenant, account))
      return found && isAccepted(found) ? work(found, await directory.members(tenant)) : null
    },
    async working(tenant) {
      const members = await directory.members(tenant)
      const known: { working?: Working } = remembered.get(tenant) ?? {}
      known.working ??= Promise.all(members.filter(isAccepted).map((one) => work(one, members)))
      return known.working
    },
    async members(tenant) {
      const known = remembered.get(tenant)
      if (known && known.until > milliseconds()) return known.members
      const found = await memberships.find(tenant, { index: 'name', limit: MOST_MEMBERS })
      const { items, version } = await roles.addedToAll(tenant, found.items)
      // The same list stays while nobody changed, so that what was made of it is not made again.
      const members = known && known.roles === version && areSame(known.members, items) ? known.members : items
      remembered.set(tenant, { members, roles: version, until: milliseconds() + FRESH_FOR })
      return members
    },
    async marksOf(tenant, ids) {
      const hash = await vault.hasher(tenant, 'guard')
      return ids.map((id) => guardMark(hash, id))
    },
    membershipsOf: async (account) => (await placesOf(account)).filter(isAccepted),
    invitationsOf: async (account) => (await placesOf(account)).filter((one) => !isAccepted(one)),
    membership: async (tenant, id) => roles.added(await memberships.get(tenant, id)),
    async saveMembership(draft) {
      for (;;) {
        const known = await memberships.get(draft.tenant, draft.id)
        const place = withMatching(draft, known)
        const saved = known
          ? await memberships.replace({ ...place, version: known.version })
          : await memberships.insert(place).catch(nullIfTaken)
        remembered.delete(draft.tenant)
        if (saved) return roles.added(saved)
      }
    },
    unmatched: async () =>
      (await memberships.findAcrossTenants({ index: 'unmatched', where: { unmatched: 'yes' }, limit: MOST_MEMBERS }))
        .items,
    async markMatched({ tenant, id, name, position }) {
      const found = await memberships.get(tenant, id)
      if (!found?.isUnmatched || found.name !== name || found.position !== position) return
      const { isUnmatched: _, ...rest } = found
      await memberships.replace(rest)
      remembered.delete(tenant)
    },
    async removeMembership(tenant, id) {
      const removed = await memberships.delete(tenant, id)
      remembered.delete(tenant)
      return removed
    },
    unitRoles: roles.of,
    saveUnitRoles: (changed) => roles.save(changed).finally(() => remembered.delete(changed.tenant)),
    ...accountsOf(accounts),
  }
  return directory
}

type Working = Promise<readonly StaffMember[]>

/** What was read of a unit, and what was made of it. */
interface Remembered {
  readonly members: readonly Membership[]
  readonly roles: number
  readonly until: number
  working?: Working
}

/** Reads the roles of the unit's own, and adds them to who holds some. Most people hold none, and cost no read. */
function rolesOf(kept: Collection<UnitRoles>) {
  const of = async (tenant: TenantId): Promise<UnitRoles> =>
    (await kept.get(tenant, UNIT_ROLES)) ?? { tenant, id: UNIT_ROLES, version: 0, roles: [], changes: [] }
  const holdsSome = ({ unitRoles = [] }: Membership): boolean => unitRoles.length > 0
  return {
    of,
    async added<M extends Membership | null>(member: M): Promise<M> {
      return member && holdsSome(member) ? { ...member, madeRoles: (await of(member.tenant)).roles } : member
    },
    async addedToAll(tenant: TenantId, members: readonly Membership[]) {
      if (!members.some(holdsSome)) return { items: members, version: 0 }
      const { roles, version } = await of(tenant)
      return { items: members.map((one) => (holdsSome(one) ? { ...one, madeRoles: roles } : one)), version }
    },
    async save({ version, ...roles }: UnitRoles): Promise<UnitRoles> {
      const saved = await (version === 0 ? kept.insert(roles).catch(nullIfTaken) : kept.replace({ ...roles, version }))
      if (!saved) throw new Refusal('conflict', 'role/changed-meanwhile')
      return saved
    },
  }
}

const areSame = (before: readonly Membership[], now: readonly Membership[]): boolean =>
  before.length === now.length &&
  now.every(({ id, version }, at) => before[at]?.id === id && before[at]?.version === version)

function withMatching(draft: Omit<Membership, 'version'>, known: Membership | null): Omit<Membership, 'version'> {
  const isSame = known?.name === draft.name && known.position === draft.position
  const { isUnmatched: _, madeRoles: __, ...rest } = draft
  return { ...rest, ...((!isSame || known.isUnmatched) && { isUnmatched: true as const }) }
}

/** Finds and saves accounts, which belong to no single tenant. */
type AccountDirectory = Pick<
  StaffDirectory,
  | 'account'
  | 'accountByEmail'
  | 'accountByInvitation'
  | 'accountByProvider'
  | 'accountFor'
  | 'replaceAccount'
  | 'removeAccount'
  | 'operator'
  | 'operators'
>

function accountsOf(accounts: Collection<Account>): AccountDirectory {
  const firstAccount = async (
    index: 'email' | 'invitation' | 'operator' | 'provider',
    value: string,
  ): Promise<Account | null> =>
    (await accounts.find(PLATFORM, { index, where: { [index]: value }, limit: 1 })).items[0] ?? null

  const directory: AccountDirectory = {
    account: (id) => accounts.get(PLATFORM, id),
    accountByEmail: (email) => firstAccount('email', email),
    accountByInvitation: (tokenHash) => firstAccount('invitation', tokenHash),
    accountByProvider: (issuer, subject) => firstAccount('provider', providerKey(issuer, subject)),
    async accountFor(draft) {
      const known = await firstAccount('email', draft.email)
      const account = known ?? (await accounts.insert({ ...draft, tenant: PLATFORM }).catch(nullIfTaken))
      return account ?? directory.accountFor(draft)
    },
    async replaceAccount(account) {
      const saved = await accounts.replace(account)
      if (!saved) throw new Refusal('conflict', 'staff/changed-meanwhile')
      return saved
    },
    async removeAccount(id) {
      await accounts.delete(PLATFORM, id)
    },
    operator: () => firstAccount('operator', 'yes'),
    operators: async () => (await accounts.find(PLATFORM, { index: 'operator', limit: MOST_OPERATORS })).items,
  }
  return directory
}

/** The mark has about 70 bits in lower-case letters and digits, as an index of words needs them. */
const guardMark = (hash: (text: string) => string, id: string): GuardMark =>
  hash(id).toLowerCase().replace(/[-_]/g, '0').slice(0, 14) as GuardMark

function nullIfTaken(cause: unknown): null {
  if (cause instanceof UniqueViolation) return null
  throw cause
}
