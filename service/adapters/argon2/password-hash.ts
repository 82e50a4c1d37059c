import { hash, hashRaw, verify } from '@node-rs/argon2'
import type { PasswordHasher } from '../../offices/staff/passwords.ts'

/** It is slower than for signing in, because a file in foreign hands can be attacked without limit. */
export const derivation = { memoryCost: 65_536, timeCost: 4, parallelism: 1 } as const

export interface Derivation {
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

export const deriveKey = async (passphrase: string, salt: Uint8Array, how: Derivation): Promise<Uint8Array> =>
  new Uint8Array(await hashRaw(passphrase.normalize('NFC'), { ...how, salt, outputLen: 32 }))

/** argon2id with 19 MiB and two passes, the first of OWASP's recommended settings. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const argon2Passwords: PasswordHasher = {
  hash: (password) => hash(password, options),
  matches: (hashed, password) => verify(hashed, password),
}
