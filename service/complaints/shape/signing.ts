import type { UnsignedReason } from '../vocabulary.ts'

export interface Witnessed {
  readonly kind: 'witnessed'
  readonly because: UnsignedReason
  readonly witness: string
}

/** The same, as the case keeps it. The signature itself says who somebody is, and is sealed with the identity. */
export type Signing = { readonly kind: 'signed'; readonly sha256: string } | Witnessed
