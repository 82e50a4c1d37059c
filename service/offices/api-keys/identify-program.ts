import { type Clock, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { ApiScope } from '../vocabulary.ts'
import { type ApiKey, stateOf } from './api-key.ts'
import { isKeyText } from './key-text.ts'

export interface IdentifyProgramPorts {
  readonly apiKeys: Collection<ApiKey>
  readonly hashSecret: (secret: string) => string
  readonly now: Clock
}

const USE_NOTED_EVERY = 5 * MINUTE

/**
 * The checksum of a mistyped key fails without a look into the store.
 * @throws Refusal `key/wrong`, also for a key of another tenant; `key/over` for one that has expired or was revoked
 */
export async function findKey({ apiKeys, hashSecret, now }: IdentifyProgramPorts, tenant: TenantId, text: string) {
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

/** @throws Refusal `key/scope-missing` */
export function requireScope({ scopes }: ApiKey, scope: ApiScope): void {
  if (!scopes.includes(scope)) throw new Refusal('forbidden', 'key/scope-missing', { scope })
}
