import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { hashPurposes } from '../../storage/vault.ts'

/**
 * Keys for hashes and signatures of a tenant. They survive a rotation of the wrapping secret, because hashes must
 * stay comparable.
 */
export interface LastingKeys {
  /** 32 bytes from which the tenant's Ed25519 key for receipts is made. */
  readonly signingSeed: Uint8Array
  hashKey(purpose: string): KeyObject
}

/** They are written in base64url. They were once derived from the tenant's first secret, and are kept separately before it goes. */
interface KeptLastingKeys {
  readonly signingSeed: string
  readonly hashKeys: Readonly<Record<string, string>>
  /** It makes the keys of purposes that come later. */
  readonly seed: string
}

const derive = (secret: Uint8Array, purpose: string) =>
  new Uint8Array(hkdfSync('sha256', secret, '', `aduan ${purpose}`, 32))

const deriveHashKey = (secret: Uint8Array, purpose: string) => derive(secret, `hash ${purpose}`)

export const wrapKeyFrom = (secret: Uint8Array): KeyObject => createSecretKey(derive(secret, 'wrap'))

/** Derives the keys from a tenant's first secret. */
export const lastingKeysFrom = (firstSecret: Uint8Array): LastingKeys =>
  lastingKeys(derive(firstSecret, 'sign receipts'), (purpose) => deriveHashKey(firstSecret, purpose))

/** Returns the same keys as bytes, from which the first secret cannot be derived. */
export function encodeLastingKeys(firstSecret: Uint8Array, seed: Uint8Array): Uint8Array {
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
export function decodeLastingKeys(bytes: Uint8Array): LastingKeys {
  const { signingSeed, hashKeys, seed }: KeptLastingKeys = JSON.parse(new TextDecoder().decode(bytes))
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
