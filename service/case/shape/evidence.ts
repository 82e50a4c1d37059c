import type { FileLeaving } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { WrappedKey } from '../../storage/vault.ts'
import type { Actor } from './history.ts'

export interface EvidenceItem {
  /** The random id also names the sealed file. */
  readonly id: string
  readonly size: number
  /** The content decides the media type, never the name. */
  readonly type: string
  readonly sha256: string
  /** True if the sending browser had computed the same SHA-256; false if it sent none. */
  readonly browserAgreed: boolean
  readonly addedAt: Instant
  /** `null` means that no scanner has looked at it yet. */
  readonly scan: Scan | null
  /** The tenant's key wraps the file's own key. */
  readonly key: WrappedKey
}

/** This part of a file is readable in the case. The hash is sealed, because it would reveal who has the original. */
export type KeptEvidence = Omit<EvidenceItem, 'sha256'>

/** Maps the file's id to the SHA-256 of the original in hex. */
export type FileHashes = Readonly<Record<string, string>>

export const hashesOf = (evidence: readonly Pick<EvidenceItem, 'id' | 'sha256'>[]): FileHashes =>
  Object.fromEntries(evidence.map(({ id, sha256 }) => [id, sha256]))

export const withoutHash = ({ sha256: _, ...item }: EvidenceItem): KeptEvidence => item

/** A scan without a verdict is tried again. */
export type Scan =
  | { readonly verdict: 'clean'; readonly at: Instant }
  | { readonly verdict: 'infected'; readonly at: Instant; readonly signature: string }
  | {
      readonly verdict: 'none'
      readonly at: Instant
      readonly why: 'too_large' | 'unclear'
      readonly tries: number
      readonly nextTryAt: Instant
    }

/** Words that staff took out of what leaves the unit. The case keeps what was written. */
export interface Redaction {
  readonly words: string
  readonly by: Actor
  readonly at: Instant
  readonly because: string
}

/** A box on a picture or a page, in thousandths of its sides as it stands upright, from the upper left corner. */
export interface Area {
  /** Counted from one; a picture has one page. */
  readonly page: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What staff decided of a file that leaves the unit: the last decision counts, and the original stays as it is. */
export interface FileRedaction {
  readonly file: string
  readonly leaves: FileLeaving
  /** These are blacked out where the file leaves redrawn. */
  readonly areas: readonly Area[]
  readonly by: Actor
  readonly at: Instant
  readonly because: string
}
