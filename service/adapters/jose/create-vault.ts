import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { keyVersionOf } from '../../identity/key-version.ts'
import type { Sealed, Vault, WrappedKey } from '../../identity/vault.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'
import { decryptCompact, encryptCompact, type RandomBytes } from './compact-jwe.ts'
import type { KeyRing } from './key-ring.ts'
import { keyedHash } from './lasting-keys.ts'

/** Case keys kept unwrapped in memory, so that a register page does not unwrap the same ones again. */
const REMEMBERED_KEYS = 5_000

/** The vault over jose: every seal is a compact JWE with `dir` and A256GCM. */
export function createVault(ring: KeyRing, nonces: RandomBytes = randomBytes): Vault {
  const remembered = new Map<WrappedKey, KeyObject>()

  function remember(wrapped: WrappedKey, key: KeyObject): KeyObject {
    if (remembered.size >= REMEMBERED_KEYS) {
      for (const oldest of remembered.keys()) {
        remembered.delete(oldest)
        break
      }
    }
    remembered.set(wrapped, key)
    return key
  }

  async function unwrap(tenant: TenantId, wrapped: WrappedKey): Promise<Uint8Array> {
    return decryptCompact(wrapped, await ring.wrapKey(tenant, keyVersionOf(wrapped)))
  }

  async function wrap(tenant: TenantId, raw: Uint8Array): Promise<WrappedKey> {
    const { version, key } = await ring.newestWrapKey(tenant)
    const wrapped = encryptCompact(raw, key, nonces, String(version)) as WrappedKey
    remember(wrapped, createSecretKey(raw))
    return wrapped
  }

  // The memory is keyed by the wrapped form, which only the right unit's secret could have made or opened.
  async function caseKey(tenant: TenantId, wrapped: WrappedKey): Promise<KeyObject> {
    return remembered.get(wrapped) ?? remember(wrapped, createSecretKey(await unwrap(tenant, wrapped)))
  }

  return {
    addTenant: ring.add,

    newKey: (tenant) => wrap(tenant, randomBytes(32)),

    async seal(tenant, key, value) {
      return encryptCompact(Buffer.from(JSON.stringify(value)), await caseKey(tenant, key), nonces) as Sealed
    },

    async open(tenant, key, sealed) {
      return JSON.parse(decryptCompact(sealed, await caseKey(tenant, key)).toString())
    },

    rawKey: unwrap,

    async rewrap(tenant, wrapped) {
      const { version } = await ring.newestWrapKey(tenant)
      if (keyVersionOf(wrapped) === version) return wrapped
      const raw = await unwrap(tenant, wrapped)
      remembered.delete(wrapped)
      return wrap(tenant, raw)
    },

    async hasher(tenant, purpose) {
      const key = (await ring.lastingKeys(tenant)).hashKey(purpose)
      return (text) => keyedHash(key, text)
    },
  }
}
