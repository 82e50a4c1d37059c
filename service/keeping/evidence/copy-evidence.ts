import { keyOfFile } from '../../case/evidence/key-of-file.ts'
import type { EvidenceItem } from '../../case/shape/evidence.ts'
import { type Clock, HOUR, plusMilliseconds } from '../../shared/instant.ts'
import { withOwnKey } from '../../storage/own-key.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { ClaimPorts } from './held-evidence.ts'
import { nameOfCopy, type RedrawnFile } from './leaving-file.ts'
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
  const { size, type, sha256, browserAgreed, addedAt, scan } = item
  const fresh = { size, type, sha256, browserAgreed, addedAt, scan, name }
  return keepCopy(ports, to, claimedBy, fresh, await unsealFile(ports, from, item))
}

/** Keeps a file that was drawn anew as one of another tenant's. Its hash is its own, and no browser vouched for it. */
export async function copyRedrawn(
  ports: CopyEvidencePorts & Pick<OpenEvidencePorts, 'sealer'>,
  { item, name }: NamedFile,
  { type, ending, bytes }: RedrawnFile,
  to: TenantId,
  claimedBy: string,
): Promise<EvidenceItem & { readonly name: string }> {
  const digest = ports.sealer.digest()
  digest.add(bytes)
  const fresh = {
    size: bytes.length,
    type,
    sha256: digest.hex(),
    addedAt: item.addedAt,
    name: nameOfCopy(name, ending),
  }
  return keepCopy(ports, to, claimedBy, { ...fresh, browserAgreed: false, scan: null }, once(bytes))
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

type Fresh = Omit<EvidenceItem, 'id' | 'key'> & { readonly name: string }

async function keepCopy(
  { vault, heldEvidence, evidenceStore, sealer, now, newId }: CopyEvidencePorts,
  tenant: TenantId,
  claimedBy: string,
  fresh: Fresh,
  bytes: AsyncIterable<Uint8Array>,
): Promise<EvidenceItem & { readonly name: string }> {
  const { size, type, browserAgreed, name, sha256 } = fresh
  const own = withOwnKey('evidence', vault)
  const id = newId()
  const key = await own.newKey(tenant, id)
  const held = { id, size, type, browserAgreed, key, tenant }
  const at = now()
  // Nobody but the claiming case asks for a copy.
  const heldUntil = plusMilliseconds(at, CLAIM_LASTS)
  await heldEvidence.insert({
    ...held,
    name: await own.seal(held, 'name', name),
    hash: await own.seal(held, 'hash', sha256),
    uploadedAt: at,
    expiresAt: heldUntil,
    heldUntil,
    claimedBy,
  })
  await evidenceStore.write(id, sealer.seal(await vault.rawKey(keyOfFile(tenant, { id, key })), bytes))
  return { ...fresh, id, key }
}
