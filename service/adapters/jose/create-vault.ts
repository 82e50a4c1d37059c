import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { keyVersionOf } from '../../storage/key-version.ts'
import { type Place, placeInWords } from '../../storage/place.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { type LaidKey, type Sealed, SealRefused, type Vault, type WrappedKey } from '../../storage/vault.ts'
import { decryptCompact, encryptCompact, headerIn, placeDigest, type RandomBytes } from './compact-jwe.ts'
import type { KeyRing } from './key-ring.ts'
import { keyedHash } from './lasting-keys.ts'

/** Unwrapped case keys are cached, so that a register page does not unwrap the same ones again. */
const REMEMBERED_KEYS = 5_000

export interface VaultOptions {
  readonly nonces?: RandomBytes
  /** Called for each seal that does not open in its place. */
  readonly onRefused?: (place: Place, document: string) => void
}

/** Every seal is a compact JWE with `dir` and A256GCM, and its header names its place by a digest. */
export function createVault(ring: KeyRing, { nonces = randomBytes, onRefused }: VaultOptions = {}): Vault {
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

  /** @throws Error for a seal of another place, and for one without a place once the tenant has none of those */
  async function refuseElsewhere(jwe: string, place: Place): Promise<void> {
    const said = headerIn(jwe).place
    if (said === undefined ? await ring.takesUnbound(place.unit) : said === placeDigest(placeInWords(place))) return
    throw new Error(said === undefined ? 'The seal is bound to no place.' : 'The seal was made for another place.')
  }

  function refusal(place: Place, document: string, cause: unknown): SealRefused {
    onRefused?.(place, document)
    return new SealRefused(place, document, { cause })
  }

  /** @param document holds the key; a case without a number yet uses its filing */
  async function inPlace<T>(place: Place, document: string, open: () => Promise<T>): Promise<T> {
    try {
      return await open()
    } catch (cause) {
      throw refusal(place, document, cause)
    }
  }

  const unwrapped = (key: LaidKey): Promise<KeyObject> =>
    inPlace(key.place, key.place.id, async () => {
      const { place, wrapped } = key
      await refuseElsewhere(wrapped, place)
      const known = remembered.get(wrapped)
      if (known) return known
      const raw = decryptCompact(wrapped, await ring.wrapKey(place.unit, keyVersionOf(wrapped)))
      return remember(wrapped, createSecretKey(raw))
    })

  /** Wraps with the newest version of the tenant's secret that was known at the start. */
  async function wrapperFor(tenant: TenantId, key: KeyObject): Promise<(place: Place) => WrappedKey> {
    const { version, key: wrapKey } = await ring.newestWrapKey(tenant)
    const raw = key.export()
    return (place) => {
      const said = { kid: String(version), place: placeDigest(placeInWords(place)) }
      const wrapped = encryptCompact(raw, wrapKey, said, nonces) as WrappedKey
      remember(wrapped, key)
      return wrapped
    }
  }

  return {
    addTenant: ring.add,

    newKey: async (place) => (await wrapperFor(place.unit, createSecretKey(randomBytes(32))))(place),

    async seal<Value>(key: LaidKey, place: Place, value: Value) {
      const bytes = Buffer.from(JSON.stringify(value))
      const said = { place: placeDigest(placeInWords(place)) }
      return encryptCompact(bytes, await unwrapped(key), said, nonces) as Sealed<Value>
    },

    async open(key, place, sealed) {
      const caseKey = await unwrapped(key)
      return inPlace(place, key.place.id, async () => {
        await refuseElsewhere(sealed, place)
        return JSON.parse(decryptCompact(sealed, caseKey).toString())
      })
    },

    refusal: (place, document, why) => refusal(place, document, new Error(why)),

    rawKey: async (key) => new Uint8Array((await unwrapped(key)).export()),

    async rewrap(key) {
      const { place, wrapped } = key
      const { version } = await ring.newestWrapKey(place.unit)
      if (keyVersionOf(wrapped) === version && headerIn(wrapped).place !== undefined) return wrapped
      const opened = await unwrapped(key)
      remembered.delete(wrapped)
      return (await wrapperFor(place.unit, opened))(place)
    },

    rewrapLater: async (key) => wrapperFor(key.place.unit, await unwrapped(key)),

    async hasher(tenant, purpose) {
      const key = (await ring.lastingKeys(tenant)).hashKey(purpose)
      return (text) => keyedHash(key, text)
    },
  }
}
