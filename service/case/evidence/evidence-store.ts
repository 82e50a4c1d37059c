import type { Instant } from '../../shared/instant.ts'

/** Sealed files lie in a folder or in an S3-compatible store. Ids are random and reveal nothing. */
export interface EvidenceStore {
  /** Resolves after the durable write of the whole; if the source fails, nothing is left behind. */
  write(id: string, sealed: AsyncIterable<Uint8Array>): Promise<void>
  /** @param part of the sealed bytes; all of them if left out */
  read(id: string, part?: Part): AsyncIterable<Uint8Array>
  remove(id: string): Promise<void>
  /** Removes writes that were begun before that moment and never finished because the process died. */
  forgetUnfinished(before: Instant): Promise<void>
}

/** Both ends are counted from zero and inclusive. */
export interface Part {
  readonly from: number
  readonly to: number
}

export interface Digest {
  add(bytes: Uint8Array): void
  hex(): string
}

/** Seals a stream under a 32-byte key without holding it whole. Opening detects any change, cut or swap. */
export interface StreamSealer {
  seal(key: Uint8Array, plain: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /** Fails at the first frame that is not as it was sealed. */
  open(key: Uint8Array, sealed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /**
   * Opens a part of a file of `size` bytes without opening what comes before. It fails like `open`.
   * @param read gives a part of the sealed bytes
   */
  openPart(
    key: Uint8Array,
    size: number,
    part: Part,
    read: (sealed: Part) => AsyncIterable<Uint8Array>,
  ): AsyncIterable<Uint8Array>
  /** Derives a file's own key from the key of the whole and the random id of the part. */
  partKey(key: Uint8Array, part: string): Uint8Array
  digest(): Digest
}

/** Returns the media type by a file's first bytes, or `null` for an unknown kind. */
export type RecogniseType = (head: Uint8Array) => Promise<string | null>

export const HEAD_BYTES = 8 * 1024
