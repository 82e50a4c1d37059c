import type { Role } from '../complaints/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import type { CollectionSpec, Kept } from '../storage/collection.ts'
import type { Failures } from './failed-sign-ins.ts'
import type { RoleLimits } from './permissions.ts'

/** A person who can sign in. Kept under the operator's own name, since one person can work for several units. */
export interface Account extends Kept {
  readonly email: string
  readonly name: string
  /** `null` until the invitation was accepted. */
  readonly passwordHash: string | null
  /** When the account was made; absent in accounts of earlier versions. */
  readonly since?: Instant
  /**
   * When a link that was mailed to the address was used. Absent: nobody has shown that the mailbox is theirs, so the
   * account counts only where it counts already, and each further unit needs a link that this unit gave.
   */
  readonly addressConfirmedAt?: Instant
  /** Counts up when the account changes hands or its password is reset: sessions of an earlier era are over. */
  readonly era?: number
  /** The second factor was reset: until a new one was shown the account reads nothing. */
  readonly secondFactorOwed?: true
  /** The unit with which the account was taken in from another installation. */
  readonly arrivedWith?: string
  /** The platform operator runs the service and sees no complaint. */
  readonly operator: boolean
  /** They once ran the service: the log goes on to name them. */
  readonly wasOperator?: true
  /** Of operators, and of invitations of earlier versions; a unit's invitation stands in the membership. */
  readonly invitation: { readonly tokenHash: string; readonly expiresAt: Instant } | null
  /** Who the person is at the identity provider; absent: they never came from there. */
  readonly provider?: { readonly issuer: string; readonly subject: string }
  /** Announcements that the person read and wants to see no more; those that are over are left out in time. */
  readonly announcementsPutAway?: readonly string[]
}

export const providerKey = (issuer: string, subject: string): string => `${issuer} ${subject}`

export const accountSpec: CollectionSpec<Account> = {
  name: 'accounts',
  keys: {
    operator: ({ operator, wasOperator }) => (operator ? 'yes' : wasOperator ? 'was' : null),
    email: ({ email }) => email,
    invitation: ({ invitation }) => invitation?.tokenHash ?? null,
    provider: ({ provider }) => (provider ? providerKey(provider.issuer, provider.subject) : null),
  },
  indexes: {
    operator: { on: ['operator'] },
    email: { on: ['email'], unique: true },
    invitation: { on: ['invitation'], unique: true },
    provider: { on: ['provider'], unique: true },
  },
}

/** An invitation that the person has not accepted yet. */
export interface OpenInvitation {
  readonly at: Instant
  /** `id` is `null` where whoever runs the service invites. */
  readonly by: { readonly id: string | null; readonly name: string }
  /** Hash of the one-time link; `null`: there is none, so only an account with a confirmed address can accept. */
  readonly link: string | null
  /** The mail that carries the link; `null`: the link was handed over. */
  readonly mail: string | null
}

/** Since when roles are held. */
export type HeldSince = Readonly<Partial<Record<Role, Instant>>>

/** What a person is in one unit. `id` is the account's. */
export interface Membership extends Kept {
  readonly name: string
  readonly email: string
  /** Names under which they were known before, the oldest first: by these too cases are kept from them. */
  readonly formerNames?: readonly string[]
  readonly position: string
  readonly roles: readonly Role[]
  /** Categories to which a role is limited. Absent in memberships of earlier versions: no limits. */
  readonly limits?: RoleLimits
  /** The account of who stands above them; `null` or absent: the heads of the unit. */
  readonly reportsTo?: string | null
  /** While it is there the membership counts for nothing. Absent or `null`: the person accepted. */
  readonly invitation?: OpenInvitation | null
  /** Since when each role is held. A role that is not here has been held for long. */
  readonly heldSince?: HeldSince
}

/** The oldest ones stay, so that nobody loses the name by which people know them to many changes. */
const MOST_FORMER_NAMES = 20

/** The former names of somebody who is called `name` now and went by the `earlier` ones. */
export const formerNames = (
  name: string,
  before: Pick<Membership, 'formerNames'> | null,
  ...earlier: readonly string[]
): readonly string[] =>
  [...new Set([...(before?.formerNames ?? []), ...earlier.filter((one) => one !== name)])].slice(0, MOST_FORMER_NAMES)

/** Whether the person accepted, so that the membership gives them anything. */
export const counts = ({ invitation }: Pick<Membership, 'invitation'>): boolean => !invitation

export const membershipSpec: CollectionSpec<Membership> = {
  name: 'memberships',
  keys: { name: ({ name }) => name.toLowerCase(), account: ({ id }) => id },
  indexes: { name: { on: ['name'] }, account: { on: ['account'], acrossTenants: true } },
}

/** `id` is the hash of the token in the cookie, so that the store cannot sign anybody in. */
export interface Session extends Kept {
  readonly account: string
  readonly csrf: string
  /** The era of the account in which it began; absent: the first. */
  readonly era?: number
  readonly startedAt: Instant
  readonly expiresAt: Instant
  /** When a person last asked for something in it. Coarse: written down once a minute at most. */
  readonly lastUsedAt: Instant
  /** Such as `Firefox, Windows`; `null` where the browser does not say. */
  readonly device: string | null
  /** A second factor was shown in this session. */
  readonly secondFactor: boolean
  /** It began at the identity provider. */
  readonly byProvider?: true
  /** It began there without a second factor, though the account has one of ours: until it is shown nothing is served. */
  readonly owesSecondFactor?: boolean
  /** How often somebody failed to sign in to the account since the session before; absent: nobody did. */
  readonly failures?: Failures
  /** When the person last proved in this session who they are. */
  readonly confirmedAt: Instant
}

export const sessionSpec: CollectionSpec<Session> = {
  name: 'sessions',
  keys: { account: ({ account }) => account, expiresAt: ({ expiresAt }) => expiresAt },
  indexes: { account: { on: ['account'] }, expires: { on: ['expiresAt'], acrossTenants: true } },
}
