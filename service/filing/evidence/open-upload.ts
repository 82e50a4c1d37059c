import { bytesCounted } from '../../keeping/evidence/held-evidence.ts'
import { DAY, type Instant, MINUTE } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection, CollectionSpec, Kept } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Sealed, Vault, WrappedKey } from '../../storage/vault.ts'

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

export const openUploadKeys = ({ openUploads, vault }: UploadPorts & { readonly vault: Vault }): KeyHolder =>
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

export interface UploadPorts {
  readonly openUploads: Collection<OpenUpload>
}

export const receivedOf = ({ parts }: OpenUpload): number => parts.reduce((sum, { size }) => sum + size, 0)

/** The refusal contains the right offset, from which the sender continues. */
export const wrongOffset = (upload: OpenUpload): Refusal =>
  new Refusal('conflict', 'evidence/wrong-offset', { offset: receivedOf(upload) })

export const unknownUpload = (): Refusal => new Refusal('not-found', 'evidence/upload-unknown')

/** @returns `null` for an upload of another tenant or one that has expired */
export async function findUpload(
  { openUploads }: UploadPorts,
  tenant: TenantId,
  id: string,
  at: Instant,
): Promise<OpenUpload | null> {
  const upload = await openUploads.get(tenant, id)
  return upload && upload.expiresAt > at ? upload : null
}
