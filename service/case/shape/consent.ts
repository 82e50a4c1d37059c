import type { StatementName } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'

/** Proves what was declared, and which texts stood before the person. */
export interface Consent {
  readonly at: Instant
  readonly statements: readonly StatementName[]
  /** The version of privacy notice and procedure. */
  readonly version: number
  /** SHA-256 in hex of the two texts in the language in which they were shown; see `composeShownText`. */
  readonly sha256: string
}
