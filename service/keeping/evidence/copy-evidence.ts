import { keyOfFile } from '../../case/evidence/key-of-file.ts'
import type { EvidenceItem } from '../../case/shape/evidence.ts'
import { type Clock, HOUR, plusMilliseconds } from '../../shared/instant.ts'
import { withOwnKey } from '../../storage/own-key.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { ClaimPorts } from './held-evidence.ts'
import { type OpenEvidencePorts, unsealFile } from './open-evidence.ts'

export interface CopyEvidencePorts extends OpenEvidencePorts, ClaimPorts {
  readonly now: Clock
  readonly newId: () => string
}

interface NamedFile {
  readonly item: EvidenceItem
  readonly name: string
}

/** The claim lasts longer than filing takes; a file that the complaint did not take is swept afterwards. */
const CLAIM_LASTS = HOUR

/**
 * Copies a file for another tenant, with its own bytes and key, so that neither copy outlives or opens the other. The
 * copy is claimed before its first byte is written, so that a crash leaves none behind.
 */
export async function copyEvidence(
  ports: CopyEvidencePorts,
  from: TenantId,
  { item, name }: NamedFile,
  to: TenantId,
  claimedBy: string,
): Promise<EvidenceItem & { readonly name: string }> {
  const { vault, heldEvidence, evidenceStore, sealer, now, newId } = ports
  const { size, type, sha256, browserAgreed, addedAt, scan } = item
  const own = withOwnKey('evidence', vault)
  const id = newId()
  const copy = { id, size, type, browserAgreed, key: await own.newKey(to, id) }
  const held = { ...copy, tenant: to }
  const at = now()
  await heldEvidence.insert({
    ...held,
    name: await own.seal(held, 'name', name),
    hash: await own.seal(held, 'hash', sha256),
    uploadedAt: at,
    expiresAt: plusMilliseconds(at, CLAIM_LASTS),
    claimedBy,
  })
  const bytes = await unsealFile(ports, from, item)
  await evidenceStore.write(copy.id, sealer.seal(await vault.rawKey(keyOfFile(to, copy)), bytes))
  return { ...copy, sha256, addedAt, scan, name }
}
