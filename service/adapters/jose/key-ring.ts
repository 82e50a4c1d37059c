import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { CompactEncrypt, compactDecrypt } from 'jose'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'

/** One version of a unit's secret, wrapped by the master key. `id` is the version, `1` and up. */
interface KeptTenantKey extends Kept {
  readonly wrapped: string
}

const tenantKeySpec: CollectionSpec<KeptTenantKey> = {
  name: 'tenantKeys',
  keys: {},
  indexes: {},
}

export interface TenantKeys {
  readonly wrap: KeyObject
  /** 32 bytes that make the unit's Ed25519 key for receipts. */
  readonly signingSeed: Uint8Array
  hashKey(purpose: string): KeyObject
}

const FIRST_VERSION = '1'

/** The secrets of units. */
export interface KeyRing {
  /** Makes the first secret of a unit; a unit that has one keeps it. */
  add(tenant: TenantId): Promise<void>
  keysOf(tenant: TenantId): Promise<TenantKeys>
}

/** Keeps the secrets of units in memory once they were opened with the master key. */
export async function openKeyRing(masterKey: Uint8Array, store: Store): Promise<KeyRing> {
  const kept = await store.collection(tenantKeySpec)
  const opened = new Map<TenantId, Promise<TenantKeys>>()

  async function load(tenant: TenantId): Promise<TenantKeys> {
    const found = await kept.get(tenant, FIRST_VERSION)
    if (!found) throw new Error(`Unit ${tenant} has no key.`)
    return keysFrom((await compactDecrypt(found.wrapped, masterKey)).plaintext)
  }

  return {
    async add(tenant: TenantId): Promise<void> {
      if (await kept.get(tenant, FIRST_VERSION)) return
      const wrapped = await new CompactEncrypt(randomBytes(32))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: 'master' })
        .encrypt(masterKey)
      await kept.insert({ tenant, id: FIRST_VERSION, wrapped }).catch(unlessTaken)
    },

    keysOf(tenant: TenantId): Promise<TenantKeys> {
      const known = opened.get(tenant)
      if (known) return known
      const loading = load(tenant)
      opened.set(tenant, loading)
      loading.catch(() => opened.delete(tenant))
      return loading
    },
  }
}

// Another process made it at the same moment.
function unlessTaken(cause: unknown): void {
  if (!(cause instanceof UniqueViolation)) throw cause
}

function keysFrom(secret: Uint8Array): TenantKeys {
  const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, '', `aduan ${purpose}`, 32))
  const hashKeys = new Map<string, KeyObject>()
  return {
    wrap: createSecretKey(derive('wrap')),
    signingSeed: derive('sign receipts'),
    hashKey(purpose) {
      const key = hashKeys.get(purpose) ?? createSecretKey(derive(`hash ${purpose}`))
      hashKeys.set(purpose, key)
      return key
    },
  }
}

export const keyedHash = (key: KeyObject, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url')
