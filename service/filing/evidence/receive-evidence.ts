import {
  type EvidenceStore,
  HEAD_BYTES,
  type Part,
  type RecogniseType,
  type StreamSealer,
} from '../../case/evidence.ts'
import { fileTypeOf, isRefusedByName } from '../../keeping/evidence/file-types.ts'
import { HELD_FOR, type HeldEvidence } from '../../keeping/evidence/held-evidence.ts'
import { isActivePackage, type ListPackage } from '../../keeping/evidence/package-parts.ts'
import type { Tenant, TenantSettings } from '../../offices/tenants/tenant.ts'
import { type Clock, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection } from '../../storage/collection.ts'
import { type Vault, withOwnKey } from '../../storage/vault.ts'

export const mostBytesOf = ({ evidence }: TenantSettings): number => evidence.maxMegabytes * 1_048_576

export interface ReceiveEvidencePorts {
  readonly vault: Vault
  readonly heldEvidence: Collection<HeldEvidence>
  readonly evidenceStore: EvidenceStore
  readonly sealer: StreamSealer
  readonly recogniseType: RecogniseType
  readonly listPackage: ListPackage
  readonly now: Clock
  readonly newId: () => string
}

/** The browser computed `sha256` (hex); a form without scripts sends none. */
export interface SentFile {
  readonly name: string
  readonly sha256?: string | undefined
  readonly from?: string | null
}

export interface ReceivedEvidence {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly type: string
  readonly sha256: string
  readonly browserAgreed: boolean
}

/**
 * Seals a file while it arrives, without holding it whole in memory, and keeps it for 24 hours.
 * @throws Refusal `evidence/too-large`, `evidence/type-not-allowed`, `evidence/active-parts`, `evidence/empty`,
 * `evidence/damaged`
 */
export async function receiveEvidence(
  ports: ReceiveEvidencePorts,
  { id: slug, settings }: Tenant,
  sent: SentFile,
  bytes: AsyncIterable<Uint8Array>,
): Promise<ReceivedEvidence> {
  const tenant = slug
  const { vault, heldEvidence, evidenceStore, sealer, recogniseType, listPackage, now, newId } = ports
  const id = newId()
  const own = withOwnKey('evidence', vault)
  const keyed = { tenant, id, key: await own.newKey(tenant, id) }
  const digest = sealer.digest()
  const mostBytes = mostBytesOf(settings)
  let size = 0
  let type = ''
  let sha256 = ''

  async function* examinePieces() {
    let head: Uint8Array | null = new Uint8Array()
    for await (const chunk of bytes) {
      size += chunk.length
      if (size > mostBytes)
        throw new Refusal('too-large', 'evidence/too-large', { megabytes: settings.evidence.maxMegabytes })
      digest.add(chunk)
      if (head) {
        head = concatChunks(head, chunk)
        if (head.length >= HEAD_BYTES) {
          type = await allowedType(recogniseType, head, sent.name)
          head = null
        }
      }
      yield chunk
    }
    if (size === 0) throw new Refusal('invalid', 'evidence/empty')
    if (head) type = await allowedType(recogniseType, head, sent.name)
    sha256 = digest.hex()
    if (sent.sha256 && sent.sha256.toLowerCase() !== sha256) throw new Refusal('invalid', 'evidence/damaged')
  }

  const fileKey = await vault.rawKey(own.keyOf(keyed))
  await evidenceStore.write(id, sealer.seal(fileKey, examinePieces()))
  // An office file lists its parts at its end, so it is checked once it is complete.
  if (fileTypeOf(type)?.isPackage) {
    const open = (part: Part) => sealer.openPart(fileKey, size, part, (sealed) => evidenceStore.read(id, sealed))
    const content = await listPackage(size, open)
    if (content === null || isActivePackage(content)) {
      await evidenceStore.remove(id)
      throw new Refusal('unsupported-type', 'evidence/active-parts')
    }
  }
  const uploadedAt = now()
  const { name } = sent
  const browserAgreed = sent.sha256 !== undefined
  await heldEvidence.insert({
    tenant,
    id,
    size,
    type,
    browserAgreed,
    // A long upload can outlive the version of the tenant's secret that wrapped its key.
    key: await vault.rewrap(own.keyOf(keyed)),
    name: await own.seal(keyed, 'name', name),
    hash: await own.seal(keyed, 'hash', sha256),
    uploadedAt,
    expiresAt: plusMilliseconds(uploadedAt, HELD_FOR),
    claimedBy: null,
    from: sent.from ?? null,
  })
  return { id, name, size, type, sha256, browserAgreed }
}

/** @throws Refusal `evidence/type-not-allowed` */
export async function allowedType(recogniseType: RecogniseType, head: Uint8Array, name: string): Promise<string> {
  const type = await recogniseType(head)
  if (type && fileTypeOf(type) && !isRefusedByName(name, type)) return type
  throw new Refusal('unsupported-type', 'evidence/type-not-allowed')
}

export function concatChunks(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Returns the last part of a path, without characters that break headers or file systems. */
export const safeFileName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '_')
    .trim()
    .slice(0, 120) || 'bukti'
