import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { type Place, placeInWords } from '../../storage/place.ts'
import type { LaidKey, Sealed, Vault } from '../../storage/vault.ts'
import { openCaseKeys } from './case-keys.ts'
import { decryptCompact, encryptCompact, placeDigest, type RandomBytes } from './compact-jwe.ts'
import type { KeyRing } from './key-ring.ts'
import { keyedHash } from './lasting-keys.ts'
import { checkPlaces, type TellRefused } from './seal-places.ts'

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
