import type { Instant } from '../shared/instant.ts'

/** Where sealed files lie: a folder, or an S3-compatible store. Ids are random and say nothing. */
export interface EvidenceStore {
  /** Resolves after the durable write of the whole; a source that fails leaves nothing behind. */
  write(id: string, sealed: AsyncIterable<Uint8Array>): Promise<void>
  /** @param part of the sealed bytes; left out: all */
  read(id: string, part?: Part): AsyncIterable<Uint8Array>
  remove(id: string): Promise<void>
  /** Removes what was begun before that moment and never finished, as a killed process leaves it. */
  forgetUnfinished(before: Instant): Promise<void>
}

/** From one byte to another, both counted from zero and both within. */
export interface Part {
  readonly from: number
  readonly to: number
}

/** SHA-256, fed piece by piece. */
export interface Digest {
  add(bytes: Uint8Array): void
  hex(): string
}

/** Seals a stream under a 32-byte key without holding it whole, and finds any change, cut or swap when opening. */
export interface StreamSealer {
  seal(key: Uint8Array, plain: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /** Ends with an error at the first frame that is not as it was sealed. */
  open(key: Uint8Array, sealed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /**
   * A part of a file of `size` bytes, found without opening what stands before it. Ends with an error like `open`.
   * @param read gives a part of the sealed bytes
   */
  openPart(
    key: Uint8Array,
    size: number,
    part: Part,
    read: (sealed: Part) => AsyncIterable<Uint8Array>,
  ): AsyncIterable<Uint8Array>
  /** A key for a file of its own, made of the key of what it is a part of and its random id. */
  partKey(key: Uint8Array, part: string): Uint8Array
  digest(): Digest
}

/** Tells the media type of a file by its first bytes; `null` when they are of no known kind. */
export type RecogniseType = (head: Uint8Array) => Promise<string | null>

/** How many first bytes `RecogniseType` wants to see. */
export const HEAD_BYTES = 8 * 1024
