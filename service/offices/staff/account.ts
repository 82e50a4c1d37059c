import type { Day, Instant } from '../../shared/instant.ts'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { foundByKeyVersion } from '../../storage/key-holder.ts'
import type { StaffId } from '../../storage/place.ts'
import type { Sealed, WrappedKey } from '../../storage/vault.ts'
import type { Translated } from '../translated.ts'
import type { DeputyTitle, Role, RoleChangeKind } from '../vocabulary.ts'
import type { Permission, RoleLimits } from './permissions.ts'

/** An account is kept under the operator's tenant name, because one person can work for several tenants. */
export interface Account extends Kept {
  readonly email: string
  readonly name: string
  /** It is `null` until the invitation is accepted. */
  readonly passwordHash: string | null
  readonly since?: Instant
  /**
   * A link that was mailed to the address was used at this moment. If it is absent, the mailbox is unconfirmed:
   * existing memberships count, and each further tenant needs a link that this tenant gave.
   */
  readonly addressConfirmedAt?: Instant
  /** It is raised when the account changes hands or its password is reset; sessions of an earlier era are over. */
  readonly era?: number
  /** The second factor was reset: the account may read nothing until a new one is set up. */
  readonly secondFactorOwed?: true
  readonly arrivedWith?: string
  readonly operator: boolean
  /** They were an operator once, so the log still names them. */
  readonly wasOperator?: true
  /** Only operators and invitations of earlier versions have it; a tenant's invitation is in the membership. */
  readonly invitation: { readonly tokenHash: string; readonly expiresAt: Instant } | null
  /** It identifies the person at the identity provider; absent if they never signed in there. */
  readonly provider?: { readonly issuer: string; readonly subject: string }
  /** Browsers that are woken when something waits; none if it is absent. */
  readonly pushDevices?: readonly PushDevice[]
  /** Their addresses by id, sealed under a key of the account's own. */
  readonly pushSeal?: PushSeal
  /** The person dismissed these announcements; expired ones are removed from the list. */
  readonly announcementsPutAway?: readonly string[]
}

/** A browser that its person had woken when something waits for them. */
export interface PushDevice {
  /** The hash of the address, so that the same browser is not kept twice. */
  readonly id: string
  /** Devices of an earlier version have their address here until it is sealed. */
  readonly endpoint?: string
  /** Names the device as sessions do; `null` if the browser does not say. */
  readonly device: string | null
  readonly addedAt: Instant
}

/** The browser's maker gave each address. An empty request to it wakes the browser. */
export interface PushSeal {
  readonly key: WrappedKey
  readonly endpoints: Sealed<Readonly<Record<string, string>>>
}

export const providerKey = (issuer: string, subject: string): string => `${issuer} ${subject}`

const byKeyVersion = foundByKeyVersion<Account>(({ pushSeal }) => [pushSeal?.key ?? null])

export const accountSpec: CollectionSpec<Account> = {
  name: 'accounts',
  readOften: true,
  counted: byKeyVersion.counted,
  keys: {
    ...byKeyVersion.keys,
    operator: ({ operator, wasOperator }) => (operator ? 'yes' : wasOperator ? 'was' : null),
    email: ({ email }) => email,
    invitation: ({ invitation }) => invitation?.tokenHash ?? null,
    provider: ({ provider }) => (provider ? providerKey(provider.issuer, provider.subject) : null),
  },
  indexes: {
    ...byKeyVersion.indexes,
    operator: { on: ['operator'] },
    email: { on: ['email'], unique: true },
    invitation: { on: ['invitation'], unique: true },
    provider: { on: ['provider'], unique: true },
  },
}

/** The person has not accepted the invitation yet. */
export interface OpenInvitation {
  readonly at: Instant
  readonly by: { readonly id: string | null; readonly name: string }
  /** Hash of the one-time link. With `null` there is none, so only an account with a confirmed address can accept. */
  readonly link: string | null
  /** The id of the mail with the link; `null` means that an admin passed the link on. */
  readonly mail: string | null
}

export type HeldSince = Readonly<Partial<Record<Role, Instant>>>

/** Says what a person is in one tenant. `id` is the account's. */
export interface Membership extends Kept {
  readonly name: string
  readonly email: string
  /** Earlier names, oldest first, also hide guarded cases from the person. */
  readonly formerNames?: readonly string[]
  readonly position: string
  readonly roles: readonly Role[]
  /** A role is limited to these categories. Memberships of earlier versions have no limits. */
  readonly limits?: RoleLimits
  /** The account of their superior; `null` or absent means the heads of the tenant. */
  readonly reportsTo?: string | null
  /** A membership with an open invitation gives nothing. Absent or `null` means that the person accepted. */
  readonly invitation?: OpenInvitation | null
  /** These members of staff invited them; none for whom the operator invited, or who came while the unit was set up. */
  readonly invitedBy?: readonly string[]
  /** Only who invited them knows whose address it is. Until somebody else vouches for them, they read no case. */
  readonly isUnvouched?: true
  /** Somebody vouched for them then, or they showed that they work in the office. */
  readonly vouchedAt?: Instant
  /** A role without an entry has been held for long. */
  readonly heldSince?: HeldSince
  /** Roles of the unit's own. Memberships of earlier versions have none. */
  readonly unitRoles?: readonly HeldUnitRole[]
  /** Those roles as the unit has them now. The directory adds them when it reads, and never stores them. */
  readonly madeRoles?: readonly UnitRole[]
  /** Their name or position is new here, and cases have not been searched for it yet; until then they read none. */
  readonly isUnmatched?: true
  /** They are away on these days. Past ones stay until the list is set anew. */
  readonly absences?: readonly Absence[]
}

/** The oldest names are kept, so that many changes cannot remove the name by which people know somebody. */
const MOST_FORMER_NAMES = 20

export const formerNames = (
  name: string,
  before: Pick<Membership, 'formerNames'> | null,
  ...earlier: readonly string[]
): readonly string[] =>
  [...new Set([...(before?.formerNames ?? []), ...earlier.filter((one) => one !== name)])].slice(0, MOST_FORMER_NAMES)

/** Only an accepted membership gives the person anything. */
export const isAccepted = ({ invitation }: Pick<Membership, 'invitation'>): boolean => !invitation

export const membershipSpec: CollectionSpec<Membership> = {
  name: 'memberships',
  readOften: true,
  keys: {
    name: ({ name }) => name.toLowerCase(),
    account: ({ id }) => id,
    unmatched: ({ isUnmatched }) => (isUnmatched ? 'yes' : null),
  },
  indexes: {
    name: { on: ['name'] },
    account: { on: ['account'], acrossTenants: true },
    unmatched: { on: ['unmatched'], acrossTenants: true },
  },
}

export interface Session extends Kept {
  readonly account: string
  readonly csrf: string
  readonly era?: number
  readonly startedAt: Instant
  readonly expiresAt: Instant
  /** A person last used the session then; it is written at most once a minute. */
  readonly lastUsedAt: Instant
  /** Names the device, for example `Firefox, Windows`; `null` if the browser does not say. */
  readonly device: string | null
  readonly secondFactor: boolean
  readonly byProvider?: true
  /** The provider checked no second factor, though the account has one here: nothing is served until it is shown. */
  readonly owesSecondFactor?: boolean
  /** Counts the failed sign-ins since the session before; absent if there were none. */
  readonly failures?: Failures
  readonly confirmedAt: Instant
}

export const sessionSpec: CollectionSpec<Session> = {
  name: 'sessions',
  readOften: true,
  keys: { account: ({ account }) => account, expiresAt: ({ expiresAt }) => expiresAt },
  indexes: { account: { on: ['account'] }, expires: { on: ['expiresAt'], acrossTenants: true } },
}

export interface Failures {
  readonly count: number
  readonly since: Instant
}

/** A member is away from the first of these days to the last one, in the tenant's time zone. */
export interface Absence {
  readonly firstDay: Day
  readonly lastDay: Day
  readonly from: Instant
  /** The absence is over at this moment. */
  readonly until: Instant
  /** The account of the member who has their roles meanwhile. */
  readonly deputy: string | null
  readonly title: DeputyTitle
  readonly setAt: Instant
  /** Somebody else entered it. */
  readonly byOther?: true
  /** A head agreed to what somebody else entered. */
  readonly agreed?: true
}

/** Until somebody agrees to it, what somebody else entered changes nothing. */
export const awaitsYes = ({ byOther, agreed }: Absence): boolean => byOther === true && !agreed

const runsAt = (absence: Absence, now: Instant): boolean =>
  absence.from <= now && now < absence.until && !awaitsYes(absence)

/** Returns the absence that runs now. Of several the one that lasts longest counts, and of those the one with a deputy. */
export const absenceOf = (
  { absences = [] }: { readonly absences?: readonly Absence[] },
  now: Instant,
): Absence | null => absences.filter((one) => runsAt(one, now)).sort(byWeight)[0] ?? null

const byWeight = (one: Absence, other: Absence): number =>
  one.until === other.until
    ? Number(other.deputy !== null) - Number(one.deputy !== null)
    : one.until < other.until
      ? 1
      : -1

/** A permission in a role of the unit's own, with who put it there. */
export interface RolePermission {
  readonly permission: Permission
  readonly since: Instant
  readonly by: StaffId
}

/** A name that a unit gave to a set of permissions. */
export interface UnitRole {
  readonly id: string
  readonly name: Translated
  readonly permissions: readonly RolePermission[]
}

/** How somebody holds one of them. */
export interface HeldUnitRole {
  readonly id: string
  /** `null` means every category. */
  readonly categories: readonly string[] | null
  readonly since: Instant
  /** The permissions that it had when somebody else gave it to them, with the moment of each in the role. */
  readonly given: Readonly<Partial<Record<Permission, Instant>>>
}

interface RoleChange {
  readonly at: Instant
  readonly by: StaffId
  readonly name: string
  readonly what: RoleChangeKind
  readonly added: readonly Permission[]
  readonly dropped: readonly Permission[]
}

/** All of a unit are one document, so that two people cannot change them at once. */
export interface UnitRoles extends Kept {
  readonly roles: readonly UnitRole[]
  /** The newest come first. */
  readonly changes: readonly RoleChange[]
}

export const unitRoleSpec: CollectionSpec<UnitRoles> = { name: 'unitRoles', readOften: true, keys: {}, indexes: {} }

export const UNIT_ROLES = 'roles'

/** Nobody would know any more which one to give. */
export const MOST_UNIT_ROLES = 20
export const MOST_ROLE_CHANGES = 100

export const permissionsIn = ({ permissions }: Pick<UnitRole, 'permissions'>): readonly Permission[] =>
  permissions.map(({ permission }) => permission)
