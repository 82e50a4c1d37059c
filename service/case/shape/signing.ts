import type { UnsignedReason } from '../../offices/vocabulary.ts'

export interface Witnessed {
  readonly kind: 'witnessed'
  readonly because: UnsignedReason
  readonly witness: string
}

/** The case keeps only the hash, because a signature identifies a person; the drawing is sealed with the identity. */
export type Signing = { readonly kind: 'signed'; readonly sha256: string } | Witnessed
