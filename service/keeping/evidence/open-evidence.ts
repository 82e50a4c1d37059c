import type { EvidenceStore, Part, StreamSealer } from '../../case/evidence/evidence-store.ts'
import { keyOfFile } from '../../case/evidence/key-of-file.ts'
import type { EvidenceItem } from '../../case/shape/evidence.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Vault } from '../../storage/vault.ts'

export interface OpenEvidencePorts {
  readonly vault: Vault
  readonly evidenceStore: EvidenceStore
  readonly sealer: StreamSealer
}

/**
 * Opens the original frame by frame, for a person.
 * @param quarantine holds back a file that was not found clean
 * @throws Refusal `evidence/infected`, `evidence/in-quarantine`
 */
export async function openEvidence(
  ports: OpenEvidencePorts,
  tenant: TenantId,
  item: EvidenceItem,
  quarantine: boolean,
): Promise<AsyncIterable<Uint8Array>> {
  refuseUnlessGiven(item, quarantine)
  return unsealFile(ports, tenant, item)
}

/** @throws Refusal `evidence/infected`, `evidence/in-quarantine` */
export async function openPart(
  { vault, evidenceStore, sealer }: OpenEvidencePorts,
  tenant: TenantId,
  item: EvidenceItem,
  quarantine: boolean,
  part: Part,
): Promise<AsyncIterable<Uint8Array>> {
  refuseUnlessGiven(item, quarantine)
  const key = await vault.rawKey(keyOfFile(tenant, item))
  return sealer.openPart(key, item.size, part, (sealed) => evidenceStore.read(item.id, sealed))
}

export const isGiven = ({ scan }: EvidenceItem, quarantine: boolean): boolean =>
  scan?.verdict === 'clean' || (scan?.verdict !== 'infected' && !quarantine)

/** @throws Refusal `evidence/infected`, `evidence/in-quarantine` */
export function refuseUnlessGiven(item: EvidenceItem, quarantine: boolean): void {
  if (isGiven(item, quarantine)) return
  throw new Refusal('conflict', item.scan?.verdict === 'infected' ? 'evidence/infected' : 'evidence/in-quarantine')
}

/** Opens the bytes for a program that inspects them, so neither scan result nor quarantine applies. */
export async function unsealFile(
  { vault, evidenceStore, sealer }: OpenEvidencePorts,
  tenant: TenantId,
  file: Pick<EvidenceItem, 'id' | 'key'>,
): Promise<AsyncIterable<Uint8Array>> {
  return sealer.open(await vault.rawKey(keyOfFile(tenant, file)), evidenceStore.read(file.id))
}

export interface FileGiven {
  readonly name: string
  readonly type: string
  readonly size: number
  readonly bytes: AsyncIterable<Uint8Array> | Uint8Array
}
