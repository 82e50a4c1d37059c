import { z } from '@hono/zod-openapi'
import { unitSlug } from '../contract/tenant-settings.ts'
import type { SecretInTransit } from '../identity/unit-secrets-in-transit.ts'
import type { Account } from '../staff/account.ts'
import type { Passkey } from '../staff/passkey.ts'
import type { SecondFactors } from '../staff/second-factor.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { wrappedTransferKey } from './transfer-seal.ts'

/** The parts of an exported unit, by their names in its folder. */
export const unitParts = {
  manifest: 'unit.json',
  sums: 'SHA256SUMS',
  head: 'head.sealed',
  documents: 'documents',
  evidence: 'evidence',
} as const

/** What an exported unit says of itself to whoever has its folder. */
export const unitManifestSchema = z.object({
  format: z.literal(1),
  unit: unitSlug,
  exportedAt: z.iso.datetime(),
  schema: z.number().int(),
  documents: z.record(z.string(), z.number().int()),
  files: z.number().int(),
  sums: z.string(),
  transferKey: wrappedTransferKey,
  /** `sums` again, sealed: nobody without the passphrase makes another list. */
  proof: z.string(),
})
export type UnitManifest = z.infer<typeof unitManifestSchema>

/** Who works there, with what they sign in by. Secrets of authenticator apps are opened for the way. */
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

/** What stands in the one sealed part that is not documents of the unit. */
export interface UnitHead {
  readonly tenant: Omit<Tenant, 'version'>
  /** Of the installation where it was. */
  readonly publicUrl: string
  readonly exportedAt: string
  readonly secrets: readonly SecretInTransit[]
  readonly people: readonly PersonInTransit[]
}
