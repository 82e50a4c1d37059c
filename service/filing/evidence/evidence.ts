import { HEAD_BYTES, type Part, type RecogniseType } from '../../case/evidence.ts'
import type { Office } from '../../case/office/office.ts'
import { fileTypeOf, isRefusedByName } from '../../keeping/evidence/file-types.ts'
import { bytesCounted, HELD_FOR, withoutClaim } from '../../keeping/evidence/held-evidence.ts'
import type { EvidenceOffice } from '../../keeping/evidence/opened-evidence.ts'
import { isActivePackage, type ListPackage } from '../../keeping/evidence/package-parts.ts'
import type { UnsentStore } from '../../keeping/unsent/unsent-store.ts'
import type { Tenant, TenantSettings } from '../../offices/tenants/tenant.ts'
import { BEFORE_ALL, DAY, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection, CollectionSpec, Kept } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { type Sealed, type WrappedKey, withOwnKey } from '../../storage/vault.ts'

export const mostBytesOf = ({ evidence }: TenantSettings): number => evidence.maxMegabytes * 1_048_576

/** What complaints and their files are taken in by. */
export interface FilingOffice extends Office, EvidenceOffice {
  readonly recogniseType: RecogniseType
  readonly listPackage: ListPackage
  readonly openUploads: Collection<OpenUpload>
  readonly heldShareOf: (tenant: Tenant) => HeldShare
  readonly unsent: UnsentStore
}

export interface HeldShare {
  readonly ofUnit: number
  readonly ofAddress: number
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

/** Seals a file while it arrives, without holding it whole in memory, and keeps it for 24 hours. */
export async function receiveEvidence(
  ports: FilingOffice,
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

export interface UploadPart {
  /** The random id also names the sealed file and derives its key. */
  readonly id: string
  /** It counts plain bytes. */
  readonly size: number
}

/** The `id` of an upload is the SHA-256 of the token that only its sender knows. */
export interface OpenUpload extends Kept {
  readonly size: number
  /** The seal holds the SHA-256 of the whole file in hex, as its sender stated it. */
  readonly hash: Sealed<string>
  /** Parts are in order without a gap, and each is on disk before it is listed here. */
  readonly parts: readonly UploadPart[]
  readonly key: WrappedKey
  readonly name: Sealed<string>
  readonly expiresAt: Instant
  /** Something was sent last at this moment; uploads of earlier versions lack it. */
  readonly idleSince?: Instant
  /** Hash of the connection that only the process that made it can compute again; `null` for staff. */
  readonly from?: string | null
  readonly heldAs: string | null
}

const byKeyVersion = foundByKeyVersion<OpenUpload>(({ key }) => [key])

export const openUploadSpec: CollectionSpec<OpenUpload> = {
  name: 'openUploads',
  keys: {
    ...byKeyVersion.keys,
    expiresAt: ({ expiresAt }) => expiresAt,
    shareBytes: ({ heldAs, from = null, size }) => (heldAs === null && from !== null ? bytesCounted(size) : null),
    progress: ({ heldAs }) => (heldAs === null ? 'open' : null),
    from: ({ heldAs, from = null }) => (heldAs === null ? from : null),
    idleSince: ({ heldAs, idleSince = null }) => (heldAs === null ? idleSince : null),
  },
  indexes: {
    ...byKeyVersion.indexes,
    expires: { on: ['expiresAt'], acrossTenants: true },
    openFrom: { on: ['from'] },
    idle: { on: ['idleSince'] },
  },
  counted: [...byKeyVersion.counted, 'progress', 'shareBytes'],
}

export const openUploadKeys = ({ openUploads, vault }: Pick<FilingOffice, 'openUploads' | 'vault'>): KeyHolder =>
  ownKeyHolder('openUploads', openUploads, vault, 'name')

export const UPLOAD_LASTS = DAY

/**
 * An upload waits this long for its first byte; when a tenant is at its limit, one that is idle for longer is dropped.
 */
export const WAITS_FOR_BYTES = 10 * MINUTE

/** A part has at most this many bytes, which is the loss at a cut where a proxy forwards only whole requests. */
export const MOST_OF_PART = 1_048_576

/** A part other than the last has at least 16 kB, and more for large files, so that no upload has over 2,000 parts. */
export const leastOfPart = (size: number): number => Math.max(16_384, Math.ceil(size / 2_000))

export const MOST_OPEN = 500

export const MOST_OPEN_FROM = 20

export const receivedOf = ({ parts }: OpenUpload): number => parts.reduce((sum, { size }) => sum + size, 0)

/** The refusal contains the right offset, from which the sender continues. */
export const wrongOffset = (upload: OpenUpload): Refusal =>
  new Refusal('conflict', 'evidence/wrong-offset', { offset: receivedOf(upload) })

export const unknownUpload = (): Refusal => new Refusal('not-found', 'evidence/upload-unknown')

/** @returns `null` for an upload of another tenant or one that has expired */
export async function findUpload(
  { openUploads }: FilingOffice,
  tenant: TenantId,
  id: string,
  at: Instant,
): Promise<OpenUpload | null> {
  const upload = await openUploads.get(tenant, id)
  return upload && upload.expiresAt > at ? upload : null
}

/**
 * Destroys files that no complaint took in time. A file whose complaint did not come to be waits on as any other.
 * @param belongsToComplaint tells whether the claiming complaint exists and has this file
 * @returns how many holds were ended
 */
export async function sweepEvidence(
  { heldEvidence, evidenceStore, now }: FilingOffice,
  belongsToComplaint: (tenant: TenantId, claimedBy: string, evidenceId: string) => Promise<boolean>,
): Promise<number> {
  const { items } = await heldEvidence.findAcrossTenants({ index: 'expires', range: { to: now() }, limit: 100 })
  let ended = 0
  for (const one of items) {
    const { tenant, id, claimedBy } = one
    // A complaint that began before may have claimed the file meanwhile; from here on none can.
    const going = await heldEvidence.replace({ ...one, expiresAt: BEFORE_ALL })
    if (!going) continue
    const taken = claimedBy !== null && (await belongsToComplaint(tenant, claimedBy, id))
    const free = withoutClaim(going, now())
    if (claimedBy !== null && !taken && free.expiresAt > now()) {
      await heldEvidence.replace(free)
      continue
    }
    if (!taken) await evidenceStore.remove(id)
    await heldEvidence.delete(tenant, id)
    ended++
  }
  return ended
}
