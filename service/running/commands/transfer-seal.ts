import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from '@hono/zod-openapi'
import { derivation, deriveKey } from '../../adapters/argon2/derive-key.ts'
import { decryptCompact, encryptCompact } from '../../adapters/jose/compact-jwe.ts'

/** The key of a moved tenant, wrapped by a passphrase. */
export const wrappedTransferKey = z.object({
  argon2id: z.object({
    memoryCost: z.number().int().min(8).max(1_048_576),
    timeCost: z.number().int().min(1).max(20),
    parallelism: z.number().int().min(1).max(16),
    salt: z.string().max(100),
  }),
  key: z.string().max(1_000),
})
export type WrappedTransferKey = z.infer<typeof wrappedTransferKey>

export interface TransferSeal {
  seal(value: unknown): string
  /** @throws Error if it was changed, or belongs to another move */
  open(sealed: string): unknown
}

const SHORTEST = 16

/** @throws Error if the passphrase is short enough to be guessed */
export async function newTransferSeal(
  passphrase: string,
): Promise<{ readonly seal: TransferSeal; readonly wrapped: WrappedTransferKey }> {
  if (passphrase.length < SHORTEST) throw new Error(`The passphrase must have ${SHORTEST} characters or more.`)
  const key = randomBytes(32)
  const salt = randomBytes(16)
  const wrapKey = createSecretKey(await deriveKey(passphrase, salt, derivation))
  const wrapped = { argon2id: { ...derivation, salt: salt.toString('base64url') }, key: encryptCompact(key, wrapKey) }
  return { seal: sealUnder(createSecretKey(key)), wrapped }
}

/** @returns `null` for a wrong passphrase */
export async function openTransferSeal(
  passphrase: string,
  { argon2id: { salt, ...how }, key }: WrappedTransferKey,
): Promise<TransferSeal | null> {
  const wrapKey = createSecretKey(await deriveKey(passphrase, Buffer.from(salt, 'base64url'), how))
  try {
    return sealUnder(createSecretKey(decryptCompact(key, wrapKey)))
  } catch {
    return null
  }
}

const sealUnder = (key: KeyObject): TransferSeal => ({
  seal: (value) => encryptCompact(Buffer.from(JSON.stringify(value)), key),
  open: (sealed) => JSON.parse(decryptCompact(sealed, key).toString()),
})

/**
 * Reads the first line of a file. A passphrase is never a parameter, because anybody on the machine can read those.
 */
export async function passphraseIn(path: string): Promise<string> {
  const [line = ''] = (await readFile(path, 'utf8')).split('\n')
  return line.trim()
}

/** 125 bits in groups that can be read aloud. */
export function newPassphrase(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
  const letters = Array.from({ length: 200 }, () => randomBytes(1)[0] ?? 0)
    .filter((byte) => byte < signs.length * 8)
    .slice(0, 25)
    .map((byte) => signs[byte % signs.length])
  return letters.join('').replace(/(.{5})(?!$)/g, '$1-')
}
