import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from '@hono/zod-openapi'
import { derivation, deriveKey } from '../../adapters/argon2/password-hash.ts'
import { decryptCompact, encryptCompact } from '../../adapters/jose/compact-jwe.ts'
import { unitSlug } from '../../contract/installation.ts'
import type { Account } from '../../offices/staff/account.ts'
import type { Passkey, SecondFactors } from '../../offices/staff/account-office.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Inventories } from '../../offices/tenants/tenant-directory.ts'
import type { Instant } from '../../shared/instant.ts'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import type { SecretInTransit } from '../../storage/vault.ts'

/** The import of a tenant, running or finished. `id` is the tenant. */
export interface Move extends Kept {
  readonly sums: string
  readonly finishedAt: Instant | null
  /** What had arrived before anything was written here besides. */
  readonly arrived?: Inventories
}

export const moveSpec: CollectionSpec<Move> = { name: 'moves', keys: {}, indexes: {} }

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

/** The parts of an exported tenant, by their names in its folder. */
export const unitParts = {
  manifest: 'unit.json',
  sums: 'SHA256SUMS',
  head: 'head.sealed',
  documents: 'documents',
  evidence: 'evidence',
} as const

export const unitManifestSchema = z.object({
  format: z.literal(1),
  unit: unitSlug,
  exportedAt: z.iso.datetime(),
  schema: z.number().int(),
  documents: z.record(z.string(), z.number().int()),
  files: z.number().int(),
  sums: z.string(),
  transferKey: wrappedTransferKey,
  /** `sums` again, sealed, so that nobody without the passphrase can forge the list. */
  proof: z.string(),
})
export type UnitManifest = z.infer<typeof unitManifestSchema>

/** Secrets of authenticator apps are unsealed here, for the move. */
export interface PersonInTransit {
  readonly account: Omit<Account, 'version'>
  readonly factors: (Omit<SecondFactors, 'version' | 'totp'> & { readonly totp: TotpInTransit | null }) | null
  readonly passkeys: readonly Omit<Passkey, 'version'>[]
}

export interface TotpInTransit {
  readonly secret: string
  readonly confirmedAt: string | null
  readonly lastStep: number
}

/** The one sealed part that holds no documents of the tenant. */
export interface UnitHead {
  readonly tenant: Omit<Tenant, 'version'>
  /** The address of the old installation. */
  readonly publicUrl: string
  readonly exportedAt: string
  readonly secrets: readonly SecretInTransit[]
  readonly people: readonly PersonInTransit[]
}
