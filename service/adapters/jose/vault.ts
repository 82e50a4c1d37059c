import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { type Place, placeInWords, type TenantId } from '../../storage/place.ts'
import {
  keyVersionOf,
  type LaidKey,
  type Sealed,
  SealRefused,
  type Vault,
  type WrappedKey,
} from '../../storage/vault.ts'
import { decryptCompact, encryptCompact, headerIn, placeDigest, type RandomBytes } from './compact-jwe.ts'
import { type KeyRing, keyedHash } from './key-ring.ts'

/** Called for each seal that does not open in its place. */
export type TellRefused = (place: Place, document: string) => void

export interface SealPlaces {
  /** @throws Error for a seal of another place, and for one without a place once the tenant has none of those */
  refuseElsewhere(jwe: string, place: Place): Promise<void>
  refusal(place: Place, document: string, cause: unknown): SealRefused
  /** @param document holds the key; a case without a number yet uses its filing */
  openInPlace<T>(place: Place, document: string, open: () => Promise<T>): Promise<T>
}

export function checkPlaces(ring: KeyRing, tellRefused?: TellRefused): SealPlaces {
  function refusal(place: Place, document: string, cause: unknown): SealRefused {
    tellRefused?.(place, document)
    return new SealRefused(place, document, { cause })
  }

  return {
    refusal,

    async refuseElsewhere(jwe, place) {
      const digest = headerIn(jwe).place
      if (digest === undefined ? await ring.takesUnbound(place.unit) : digest === placeDigest(placeInWords(place)))
        return
      throw new Error(digest === undefined ? 'The seal is bound to no place.' : 'The seal was made for another place.')
    },

    async openInPlace(place, document, open) {
      try {
        return await open()
      } catch (cause) {
        throw refusal(place, document, cause)
      }
    },
  }
}

/** Unwrapped case keys are cached, so that a register page does not unwrap the same ones again. */
const REMEMBERED_KEYS = 5_000

interface OpenedKey {
  readonly key: KeyObject
  /** The only place where it opens, in words; empty where it is bound to none. */
  readonly place: string
}

export interface CaseKeys {
  unwrap(key: LaidKey): Promise<KeyObject>
  /** Wraps with the newest version of the tenant's secret that was known at the start. */
  wrapper(tenant: TenantId, key: KeyObject): Promise<(place: Place) => WrappedKey>
  /** Wraps with the newest version; a key that is current and bound to its place stays. */
  rewrap(key: LaidKey): Promise<WrappedKey>
}

export function openCaseKeys(ring: KeyRing, places: SealPlaces, nonces: RandomBytes): CaseKeys {
  const remembered = new Map<WrappedKey, OpenedKey>()

  function remember(wrapped: WrappedKey, key: KeyObject, place: string): KeyObject {
    if (remembered.size >= REMEMBERED_KEYS) {
      for (const oldest of remembered.keys()) {
        remembered.delete(oldest)
        break
      }
    }
    remembered.set(wrapped, { key, place })
    return key
  }

  const unwrap = async ({ place, wrapped }: LaidKey): Promise<KeyObject> => {
    const known = remembered.get(wrapped)
    const words = placeInWords(place)
    if (known?.place === words) return known.key
    return places.openInPlace(place, place.id, async () => {
      await places.refuseElsewhere(wrapped, place)
      if (known) return known.key
      const raw = decryptCompact(wrapped, await ring.wrapKey(place.unit, keyVersionOf(wrapped)))
      // A key of an earlier version is bound to no place, so each time it is asked whether the tenant still takes those.
      return remember(wrapped, createSecretKey(raw), headerIn(wrapped).place === undefined ? '' : words)
    })
  }

  async function wrapper(tenant: TenantId, key: KeyObject): Promise<(place: Place) => WrappedKey> {
    const { version, key: wrapKey } = await ring.newestWrapKey(tenant)
    const raw = key.export()
    return (place) => {
      const words = placeInWords(place)
      const wrapped = encryptCompact(
        raw,
        wrapKey,
        { kid: String(version), place: placeDigest(words) },
        nonces,
      ) as WrappedKey
      remember(wrapped, key, words)
      return wrapped
    }
  }

  return {
    unwrap,
    wrapper,

    async rewrap(key) {
      const { place, wrapped } = key
      const { version } = await ring.newestWrapKey(place.unit)
      if (keyVersionOf(wrapped) === version && headerIn(wrapped).place !== undefined) return wrapped
      const opened = await unwrap(key)
      remembered.delete(wrapped)
      return (await wrapper(place.unit, opened))(place)
    },
  }
}

export interface VaultOptions {
  readonly nonces?: RandomBytes
  readonly onRefused?: TellRefused
}

/** Every seal is a compact JWE with `dir` and A256GCM, and its header names its place by a digest. */
export function createVault(ring: KeyRing, { nonces = randomBytes, onRefused }: VaultOptions = {}): Vault {
  const places = checkPlaces(ring, onRefused)
  const keys = openCaseKeys(ring, places, nonces)

  return {
    addTenant: ring.add,

    newKey: async (place) => (await keys.wrapper(place.unit, createSecretKey(randomBytes(32))))(place),

    async seal<Value>(key: LaidKey, place: Place, value: Value) {
      const bytes = Buffer.from(JSON.stringify(value))
      const header = { place: placeDigest(placeInWords(place)) }
      return encryptCompact(bytes, await keys.unwrap(key), header, nonces) as Sealed<Value>
    },

    async open(key, place, sealed) {
      const caseKey = await keys.unwrap(key)
      return places.openInPlace(place, key.place.id, async () => {
        await places.refuseElsewhere(sealed, place)
        return JSON.parse(decryptCompact(sealed, caseKey).toString())
      })
    },

    refusal: (place, document, why) => places.refusal(place, document, new Error(why)),

    rawKey: async (key) => new Uint8Array((await keys.unwrap(key)).export()),

    rewrap: keys.rewrap,

    rewrapLater: async (key) => keys.wrapper(key.place.unit, await keys.unwrap(key)),

    async hasher(tenant, purpose) {
      const key = (await ring.lastingKeys(tenant)).hashKey(purpose)
      return purpose === 'guard' ? (text) => markOf(key, text) : (text) => keyedHash(key, text)
    },
  }
}

/** Each request needs the marks of the same few people, whose ids are no secret. A key that is read anew has none yet. */
const marks = new WeakMap<KeyObject, Map<string, string>>()
const MOST_MARKS = 10_000

function markOf(key: KeyObject, text: string): string {
  const known = marks.get(key) ?? new Map<string, string>()
  const mark = known.get(text) ?? keyedHash(key, text)
  if (known.size >= MOST_MARKS) known.clear()
  known.set(text, mark)
  marks.set(key, known)
  return mark
}
