import type { Clock } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection } from '../../storage/collection.ts'
import type { RecordAccess } from '../log/record-access.ts'
import { requireFreshConfirmation } from '../staff/confirm-session.ts'
import { requirePermission } from '../staff/require-permission.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { ApiScope } from '../vocabulary.ts'
import { type ApiKey, expiryAfter, permissionOf, stateOf } from './api-key.ts'
import { keyHint, keyText } from './key-text.ts'

export interface ApiKeyPorts {
  readonly apiKeys: Collection<ApiKey>
  readonly record: RecordAccess
  readonly now: Clock
  readonly newId: () => string
  readonly newSecret: () => string
  readonly hashSecret: (secret: string) => string
}

/** A tenant could not keep track of more live keys. */
export const MOST_LIVE = 20

/** A tenant that makes and revokes a key each day sees half a year. */
const MOST_SHOWN = 200

/** The newest comes first, expired ones included. @throws Refusal `staff/not-permitted` */
export async function listApiKeys({ apiKeys }: ApiKeyPorts, staff: StaffMember): Promise<readonly ApiKey[]> {
  requirePermission(staff, 'integrations.manage')
  return keysOf({ apiKeys }, staff)
}

const keysOf = async ({ apiKeys }: Pick<ApiKeyPorts, 'apiKeys'>, { tenant }: StaffMember) =>
  (await apiKeys.find(tenant, { index: 'created', order: 'descending', limit: MOST_SHOWN })).items

/**
 * The key's text appears in this answer only.
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `key/beyond-own`, `key/too-many`
 */
export async function createApiKey(
  ports: ApiKeyPorts,
  staff: StaffMember,
  asked: { readonly name: string; readonly scopes: readonly ApiScope[]; readonly days: number },
): Promise<{ readonly key: ApiKey; readonly text: string }> {
  const { apiKeys, record, now, newId, newSecret, hashSecret } = ports
  requirePermission(staff, 'integrations.manage')
  requireFreshConfirmation(staff, now())
  if (!asked.scopes.every((scope) => mayGrant(staff, scope))) throw new Refusal('forbidden', 'key/beyond-own')
  const at = now()
  const live = (await keysOf(ports, staff)).filter((key) => stateOf(key, at) === 'live')
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

/** Revoking it again changes nothing. @throws Refusal `staff/not-permitted`, `key/unknown` */
export async function revokeApiKey(ports: ApiKeyPorts, staff: StaffMember, id: string): Promise<void> {
  const { apiKeys, record, now } = ports
  requirePermission(staff, 'integrations.manage')
  for (;;) {
    const key = await apiKeys.get(staff.tenant, id)
    if (!key) throw new Refusal('not-found', 'key/unknown')
    if (key.revoked) return
    if (await apiKeys.replace({ ...key, revoked: { at: now(), by: staff.id } })) break
  }
  await record(staff.tenant, { by: staff.id, act: 'api_key.revoked', subject: id, detail: null })
}
