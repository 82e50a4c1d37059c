import type { Vault } from '../identity/vault.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { EvidenceItem } from './evidence.ts'
import type { EvidenceStore, StreamSealer } from './evidence-store.ts'

export interface OpenEvidencePorts {
  readonly vault: Vault
  readonly evidenceStore: EvidenceStore
  readonly sealer: StreamSealer
}

/** The original's bytes, opened frame by frame. */
export async function openEvidence(
  { vault, evidenceStore, sealer }: OpenEvidencePorts,
  tenant: TenantId,
  { id, key }: EvidenceItem,
): Promise<AsyncIterable<Uint8Array>> {
  return sealer.open(await vault.rawKey(tenant, key), evidenceStore.read(id))
}
