import type { WrappedKey } from '../identity/vault.ts'
import type { Instant } from '../shared/instant.ts'
import type { Scan } from './scan.ts'

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
