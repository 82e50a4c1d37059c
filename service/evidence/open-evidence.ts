import type { Vault } from '../identity/vault.ts'
import { Refusal } from '../shared/refusal.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { EvidenceItem } from './evidence.ts'
import type { EvidenceStore, StreamSealer } from './evidence-store.ts'

export interface OpenEvidencePorts {
  readonly vault: Vault
  readonly evidenceStore: EvidenceStore
  readonly sealer: StreamSealer
}

/** The original's bytes, opened frame by frame, to be given to somebody. @throws Refusal `evidence/infected` */
export async function openEvidence(
  ports: OpenEvidencePorts,
  tenant: TenantId,
  item: EvidenceItem,
): Promise<AsyncIterable<Uint8Array>> {
  refuseInfected(item)
  return unsealed(ports, tenant, item)
}

/** Nobody is given a file in which malware was found; it stays sealed as it came. @throws Refusal `evidence/infected` */
export function refuseInfected({ scan }: EvidenceItem): void {
  if (scan?.verdict === 'infected') throw new Refusal('conflict', 'evidence/infected')
}

/** The same bytes for a machine that looks at them. */
export async function unsealed(
  { vault, evidenceStore, sealer }: OpenEvidencePorts,
  tenant: TenantId,
  { id, key }: EvidenceItem,
): Promise<AsyncIterable<Uint8Array>> {
  return sealer.open(await vault.rawKey(tenant, key), evidenceStore.read(id))
}
