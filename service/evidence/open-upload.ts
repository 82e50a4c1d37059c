import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../identity/key-holder.ts'
import type { Sealed, Vault, WrappedKey } from '../identity/vault.ts'
import { DAY, type Instant, MINUTE } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Collection, CollectionSpec, Kept } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { bytesCounted } from './bytes-counted.ts'

/** What arrived in one go: a sealed file of its own in the evidence store. */
export interface UploadPart {
  /** Random; also the name of the sealed file, and what its key is derived by. */
  readonly id: string
  /** Plain bytes. */
  readonly size: number
}

/** A file that arrives in parts. Its `id` is the SHA-256 of the token that only its sender knows. */
export interface OpenUpload extends Kept {
  /** Bytes of the whole file, as its sender said. */
  readonly size: number
  /** SHA-256 of the whole file in hex, as its sender said; sealed. */
  readonly hash: Sealed
  /** In order, without a gap, each on the disk before it stands here. */
  readonly parts: readonly UploadPart[]
  readonly key: WrappedKey
  readonly name: Sealed
  readonly expiresAt: Instant
  /** When something of it was sent last, or it was begun. Absent in uploads of earlier versions. */
  readonly idleSince?: Instant
  /** From which line it was begun, by a hash that only the process that made it can make again; `null` for staff. */
  readonly from?: string | null
  /** The file that it became, among those that wait for a complaint. */
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

/** How long an upload may take, with all its interruptions. */
export const UPLOAD_LASTS = DAY

/** How long an upload waits for its first byte, and how long one stands still before it gives way where all places are taken. */
export const WAITS_FOR_BYTES = 10 * MINUTE

/** The most bytes of one part: what a cut costs where a proxy hands on only whole requests. */
export const MOST_OF_PART = 1_048_576

/** The fewest bytes of a part that is not the last: 16 kB, and more of a large file, so that no upload has over 2,000 parts. */
export const leastOfPart = (size: number): number => Math.max(16_384, Math.ceil(size / 2_000))

/** How many uploads of one unit may be open at once. */
export const MOST_OPEN = 500

/** How many of them may have been begun from one line. */
export const MOST_OPEN_FROM = 20

export interface UploadPorts {
  readonly openUploads: Collection<OpenUpload>
}

/** How many bytes are safe on the disk. */
export const receivedOf = ({ parts }: OpenUpload): number => parts.reduce((sum, { size }) => sum + size, 0)

/** The sender must say how far the upload is. The refusal tells it. */
export const wrongOffset = (upload: OpenUpload): Refusal =>
  new Refusal('conflict', 'evidence/wrong-offset', { offset: receivedOf(upload) })

export const unknownUpload = (): Refusal => new Refusal('not-found', 'evidence/upload-unknown')

/** @returns `null` for an upload of another unit, or one whose time is over */
export async function findUpload(
  { openUploads }: UploadPorts,
  tenant: TenantId,
  id: string,
  at: Instant,
): Promise<OpenUpload | null> {
  const upload = await openUploads.get(tenant, id)
  return upload && upload.expiresAt > at ? upload : null
}
