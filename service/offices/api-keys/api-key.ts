import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Permission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { StaffId } from '../staff-id.ts'
import type { ApiScope } from '../vocabulary.ts'

/** What opens a unit to a program of others. The store has its hash, so that the store cannot open anything. */
export interface ApiKey extends Kept {
  readonly tenant: TenantId
  readonly hash: string
  /** The program that has it, in the words of whoever made it. */
  readonly name: string
  /** How it begins. */
  readonly hint: string
  readonly scopes: readonly ApiScope[]
  readonly createdAt: Instant
  readonly createdBy: StaffId
  readonly expiresAt: Instant
  /** Coarse: written down every few minutes at most. */
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

/** The one permission that each scope brings, so that what a key does is never more than what it was made for. */
export const permissionOf = {
  'cases:read': 'cases.read',
  'cases:file': 'cases.enter',
  'statistics:read': 'reports.read',
} as const satisfies Record<ApiScope, Permission>

/** By what the log, and the receipt of a case that it brought, name a program. */
export const programId = (key: Pick<ApiKey, 'id'>): StaffId => `key.${key.id}` as StaffId

/** A key that does what one scope allows, as the use cases of staff see it. Guarded cases are kept from every program. */
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
