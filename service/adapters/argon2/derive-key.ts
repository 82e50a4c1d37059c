import { hashRaw } from '@node-rs/argon2'

/** It is slower than for signing in, because a file in foreign hands can be attacked without limit. */
export const derivation = { memoryCost: 65_536, timeCost: 4, parallelism: 1 } as const

export interface Derivation {
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

/** 32 bytes of argon2id. @param salt 16 random bytes */
export const deriveKey = async (passphrase: string, salt: Uint8Array, how: Derivation): Promise<Uint8Array> =>
  new Uint8Array(await hashRaw(passphrase.normalize('NFC'), { ...how, salt, outputLen: 32 }))
