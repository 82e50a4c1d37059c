import { z } from '@hono/zod-openapi'
import { unitSlug } from '../../contract/tenants.ts'
import type { Account } from '../../offices/staff/account.ts'
import type { Passkey } from '../../offices/staff/account-security.ts'
import type { SecondFactors } from '../../offices/staff/second-factor.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { SecretInTransit } from '../../storage/vault.ts'
import { wrappedTransferKey } from './transfer-seal.ts'

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
