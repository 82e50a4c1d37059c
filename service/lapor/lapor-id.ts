import type { Actor } from '../complaints/complaint.ts'
import type { Vault } from '../identity/vault.ts'
import type { Instant } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'

/** Under which number the national channel SP4N-LAPOR! keeps a case, and who wrote that down. */
export interface LaporEntry {
  readonly id: string
  readonly at: Instant
  readonly by: Actor
}

/** The number as people copy it: digits, perhaps behind a `#`. `null` for anything else. */
export const laporIdIn = (text: string): string | null => /^#?\s*(\d{4,15})$/.exec(text.trim())?.[1] ?? null

/** By what a case with that number is found: a keyed hash, among the hashes of its words. */
export const laporMark = async (vault: Vault, tenant: TenantId, id: string): Promise<string> =>
  (await vault.hasher(tenant, 'search'))(`lapor id\n${id}`)
