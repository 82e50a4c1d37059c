import { DAY, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection, CollectionSpec, Kept } from '../../storage/collection.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { requireFreshConfirmation } from '../staff/account-security.ts'
import { type Permission, requirePermission, type StaffMember } from '../staff/permissions.ts'
import type { StaffOffice } from '../staff/staff-office.ts'
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

/**
 * The fixed shape helps to find a leaked key in a repository or a log; the last eight digits distinguish a key from
 * what only looks like one.
 */
const shape = /^aduan_[A-Za-z0-9]{32}[0-9a-f]{8}$/

const CHECKED = 'aduan_'.length + 32

/**
 * Returns `aduan_`, 32 letters and digits, and their CRC-32 in hexadecimal.
 * @param secret at least 32 characters of base64url, as `newSecret` gives
 */
export function keyText(secret: string): string {
  const kept = `aduan_${secret.replace(/[-_]/g, '0').slice(0, 32)}`
  return kept + checksum(kept)
}

export const isKeyText = (text: string): boolean =>
  shape.test(text) && checksum(text.slice(0, CHECKED)) === text.slice(CHECKED)

/** People recognise a key by its hint. */
export const keyHint = (text: string): string => `aduan_${text.slice(6, 10)}…`

/** CRC-32 as in ISO 3309 and PNG, of plain ASCII. */
function checksum(text: string): string {
  let crc = ~0
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at)
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return (~crc >>> 0).toString(16).padStart(8, '0')
}

/** A tenant could not keep track of more live keys. */
export const MOST_LIVE = 20

/** A tenant that makes and revokes a key each day sees half a year. */
const MOST_SHOWN = 200

export interface ApiKeyOffice extends StaffOffice {
  readonly apiKeys: Collection<ApiKey>
}

/** The newest comes first, expired ones included. */
export async function listApiKeys(office: ApiKeyOffice, staff: StaffMember): Promise<readonly ApiKey[]> {
  requirePermission(staff, 'integrations.manage')
  return keysOf(office, staff)
}

const keysOf = async ({ apiKeys }: ApiKeyOffice, { tenant }: StaffMember) =>
  (await apiKeys.find(tenant, { index: 'created', order: 'descending', limit: MOST_SHOWN })).items

/** The key's text appears in this answer only. */
export async function createApiKey(
  office: ApiKeyOffice,
  staff: StaffMember,
  asked: { readonly name: string; readonly scopes: readonly ApiScope[]; readonly days: number },
): Promise<{ readonly key: ApiKey; readonly text: string }> {
  const { apiKeys, record, now, newId, newSecret, hashSecret } = office
  requirePermission(staff, 'integrations.manage')
  requireFreshConfirmation(staff, now())
  if (!asked.scopes.every((scope) => mayGrant(staff, scope))) throw new Refusal('forbidden', 'key/beyond-own')
  const at = now()
  const live = (await keysOf(office, staff)).filter((key) => stateOf(key, at) === 'live')
  if (live.length >= MOST_LIVE) throw new Refusal('conflict', 'key/too-many', { most: MOST_LIVE })
  const text = keyText(newSecret())
  const id = newId()
  const scopes = [...new Set(asked.scopes)]
  await record(staff.tenant, { by: staff.id, act: 'api_key.created', subject: id, detail: scopes.join(' ') })
  const key = await apiKeys.insert({
    tenant: staff.tenant,
    id,
    hash: hashSecret(text),
    name: asked.name,
    hint: keyHint(text),
    scopes,
    createdAt: at,
    createdBy: staff.id,
    expiresAt: expiryAfter(asked.days, at),
    lastUsedAt: null,
    revoked: null,
  })
  return { key, text }
}

/** A key reads all categories, so only a person who may do the same in all of them can make it. */
const mayGrant = ({ permissions, limits }: StaffMember, scope: ApiScope): boolean =>
  permissions.has(permissionOf[scope]) && !limits.has(permissionOf[scope])

/** Revoking it again changes nothing. */
export async function revokeApiKey(office: ApiKeyOffice, staff: StaffMember, id: string): Promise<void> {
  const { apiKeys, record, now } = office
  requirePermission(staff, 'integrations.manage')
  for (;;) {
    const key = await apiKeys.get(staff.tenant, id)
    if (!key) throw new Refusal('not-found', 'key/unknown')
    if (key.revoked) return
    if (await apiKeys.replace({ ...key, revoked: { at: now(), by: staff.id } })) break
  }
  await record(staff.tenant, { by: staff.id, act: 'api_key.revoked', subject: id, detail: null })
}

const USE_NOTED_EVERY = 5 * MINUTE

/**
 * The checksum of a mistyped key fails without a look into the store.
 * @throws Refusal `key/wrong`, also for a key of another tenant; `key/over` for one that has expired or was revoked
 */
export async function findKey({ apiKeys, hashSecret, now }: ApiKeyOffice, tenant: TenantId, text: string) {
  const wrong = () => new Refusal('unauthenticated', 'key/wrong')
  if (!isKeyText(text)) throw wrong()
  const [key] = (await apiKeys.find(tenant, { index: 'hash', where: { hash: hashSecret(text) }, limit: 1 })).items
  if (!key) throw wrong()
  const at = now()
  if (stateOf(key, at) !== 'live') throw new Refusal('unauthenticated', 'key/over')
  // A lost race is no problem, because the other request records the same.
  if (key.lastUsedAt === null || plusMilliseconds(key.lastUsedAt, USE_NOTED_EVERY) <= at)
    await apiKeys.replace({ ...key, lastUsedAt: at })
  return key
}

export function requireScope({ scopes }: ApiKey, scope: ApiScope): void {
  if (!scopes.includes(scope)) throw new Refusal('forbidden', 'key/scope-missing', { scope })
}
