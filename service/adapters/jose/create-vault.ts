import { randomBytes } from 'node:crypto'
import { CompactEncrypt, compactDecrypt } from 'jose'
import type { Sealed, Vault, WrappedKey } from '../../identity/vault.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'
import { type KeyRing, keyedHash } from './key-ring.ts'

/** Case keys kept unwrapped in memory, so that a register page does not unwrap the same ones again. */
const REMEMBERED_KEYS = 5_000

/** The vault over jose: every seal is a compact JWE with `dir` and A256GCM. */
export function createVault(ring: KeyRing): Vault {
  const remembered = new Map<WrappedKey, CryptoKey>()

  function remember(wrapped: WrappedKey, key: CryptoKey): CryptoKey {
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
    return (await compactDecrypt(wrapped, (await ring.keysOf(tenant)).wrap)).plaintext
  }

  // The memory is keyed by the wrapped form, which only the right unit's secret could have made or opened.
  async function caseKey(tenant: TenantId, wrapped: WrappedKey): Promise<CryptoKey> {
    return remembered.get(wrapped) ?? remember(wrapped, await importKey(await unwrap(tenant, wrapped)))
  }

  return {
    addTenant: ring.add,

    async newKey(tenant) {
      const raw = randomBytes(32)
      const wrapped = (await encrypt(raw, (await ring.keysOf(tenant)).wrap)) as WrappedKey
      remember(wrapped, await importKey(raw))
      return wrapped
    },

    async seal(tenant, key, value) {
      const plain = new TextEncoder().encode(JSON.stringify(value))
      return (await encrypt(plain, await caseKey(tenant, key))) as Sealed
    },

    async open(tenant, key, sealed) {
      const { plaintext } = await compactDecrypt(sealed, await caseKey(tenant, key))
      return JSON.parse(new TextDecoder().decode(plaintext))
    },

    rawKey: unwrap,

    async hasher(tenant, purpose) {
      const key = (await ring.keysOf(tenant)).hashKey(purpose)
      return (text) => keyedHash(key, text)
    },
  }
}

const encrypt = (plain: Uint8Array, key: CryptoKey): Promise<string> =>
  new CompactEncrypt(plain).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key)

const importKey = (raw: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, ['encrypt', 'decrypt'])
