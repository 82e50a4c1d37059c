import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Permission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { StaffId } from '../staff-id.ts'
import type { ApiScope } from '../vocabulary.ts'

/** The store has only the hash of a key, so a thief of the store can use none. */
export interface ApiKey extends Kept {
  readonly tenant: TenantId
  readonly hash: string
  /** The program that has it, as its maker named it. */
  readonly name: string
  /** The first characters of the key. */
  readonly hint: string
  readonly scopes: readonly ApiScope[]
  readonly createdAt: Instant
  readonly createdBy: StaffId
  readonly expiresAt: Instant
  /** It is written every few minutes at most. */
  readonly lastUsedAt: Instant | null
  readonly revoked: { readonly at: Instant; readonly by: StaffId } | null
}

export const apiKeySpec: CollectionSpec<ApiKey> = {
  name: 'apiKeys',
  keys: { hash: ({ hash }) => hash, createdAt: ({ createdAt }) => createdAt },
  indexes: { hash: { on: ['hash'], unique: true }, created: { on: ['createdAt'] } },
}

export const expiryAfter = (days: number, at: Instant): Instant => plusMilliseconds(at, days * DAY)

export type KeyState = 'live' | 'expired' | 'revoked'

export function stateOf({ revoked, expiresAt }: ApiKey, now: Instant): KeyState {
  if (revoked) return 'revoked'
  return expiresAt <= now ? 'expired' : 'live'
}

/** One permission per scope, so that a key never does more than it was made for. */
export const permissionOf = {
  'cases:read': 'cases.read',
  'cases:file': 'cases.enter',
  'statistics:read': 'reports.read',
} as const satisfies Record<ApiScope, Permission>

/** The name of a program in the log, and on the receipt of a case that it brought. */
export const programId = (key: Pick<ApiKey, 'id'>): StaffId => `key.${key.id}` as StaffId

/** A program counts as a member of staff with one permission. Guarded cases are kept from every program. */
export const programOf = (key: ApiKey, scope: ApiScope): StaffMember => ({
  id: programId(key),
  tenant: key.tenant,
  name: key.name,
  position: 'API',
  permissions: new Set([permissionOf[scope]]),
  limits: new Map(),
  guardMarks: new Set(),
  isProgram: true,
})
