import type { WrappedKey } from '../identity/vault.ts'
import type { Instant } from '../shared/instant.ts'

/** A file as its case keeps it. The name is in the dossier; the bytes are in the evidence store, sealed under `key`. */
export interface EvidenceItem {
  /** Random; also the name of the sealed file. */
  readonly id: string
  /** Bytes of the original. */
  readonly size: number
  /** Media type by content, never by name. */
  readonly type: string
  /** SHA-256 of the original, in hex. */
  readonly sha256: string
  /** The browser that sent it had counted the same SHA-256; false where none was told. */
  readonly browserAgreed: boolean
  readonly addedAt: Instant
  /** `null`: no scanner looked at it yet. */
  readonly scan: Scan | null
  /** The file's own key, wrapped by the unit's key. */
  readonly key: WrappedKey
}

/** A file as its case keeps it readable. Its hash lies under the seal: it would tell who has the file that it was given. */
export type KeptEvidence = Omit<EvidenceItem, 'sha256'>

/** The SHA-256 of each file of a case, in hex, by the file's id. */
export type FileHashes = Readonly<Record<string, string>>

export const hashesOf = (evidence: readonly Pick<EvidenceItem, 'id' | 'sha256'>[]): FileHashes =>
  Object.fromEntries(evidence.map(({ id, sha256 }) => [id, sha256]))

export const withoutHash = ({ sha256: _, ...item }: EvidenceItem): KeptEvidence => item

/** What the malware scanner made of a file. Without a verdict it is tried again. */
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
