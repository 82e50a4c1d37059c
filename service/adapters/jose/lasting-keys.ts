import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { hashPurposes } from '../../identity/vault.ts'

/** What a unit hashes and signs with. It stays when the secret that wraps keys is changed: hashes must meet again. */
export interface LastingKeys {
  /** 32 bytes that make the unit's Ed25519 key for receipts. */
  readonly signingSeed: Uint8Array
  hashKey(purpose: string): KeyObject
}

/** In base64url. A unit's first secret once made these too, so that they are kept by themselves before it goes. */
interface KeptLastingKeys {
  readonly signingSeed: string
  readonly hashKeys: Readonly<Record<string, string>>
  /** For purposes that come later. */
  readonly seed: string
}

const derive = (secret: Uint8Array, purpose: string) =>
  new Uint8Array(hkdfSync('sha256', secret, '', `aduan ${purpose}`, 32))

const deriveHashKey = (secret: Uint8Array, purpose: string) => derive(secret, `hash ${purpose}`)

export const wrapKeyFrom = (secret: Uint8Array): KeyObject => createSecretKey(derive(secret, 'wrap'))

/** As a unit's first secret makes them. */
export const lastingKeysFrom = (firstSecret: Uint8Array): LastingKeys =>
  lastingKeys(derive(firstSecret, 'sign receipts'), (purpose) => deriveHashKey(firstSecret, purpose))

/** The same keys by themselves, as bytes to be kept: from them the first secret cannot be told. */
export function keptLastingKeys(firstSecret: Uint8Array, seed: Uint8Array): Uint8Array {
  const kept: KeptLastingKeys = {
    signingSeed: inText(derive(firstSecret, 'sign receipts')),
    hashKeys: Object.fromEntries(
      hashPurposes.map((purpose) => [purpose, inText(deriveHashKey(firstSecret, purpose))] as const),
    ),
    seed: inText(seed),
  }
  return new TextEncoder().encode(JSON.stringify(kept))
}

/** The inverse of `keptLastingKeys`. */
export function lastingKeysIn(bytes: Uint8Array): LastingKeys {
  const { signingSeed, hashKeys, seed } = JSON.parse(new TextDecoder().decode(bytes)) as KeptLastingKeys
  return lastingKeys(inBytes(signingSeed), (purpose) => {
    const kept = hashKeys[purpose]
    return kept === undefined ? deriveHashKey(inBytes(seed), purpose) : inBytes(kept)
  })
}

function lastingKeys(signingSeed: Uint8Array, hashBytes: (purpose: string) => Uint8Array): LastingKeys {
  const made = new Map<string, KeyObject>()
  return {
    signingSeed,
    hashKey(purpose) {
      const key = made.get(purpose) ?? createSecretKey(hashBytes(purpose))
      made.set(purpose, key)
      return key
    },
  }
}

const inText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const inBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'))

export const keyedHash = (key: KeyObject, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url')
