import type { StatementName, UnsignedReason } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { StaffId } from '../../storage/place.ts'
import type { Actor } from './history.ts'

/** Proves what was declared, and which texts stood before the person. */
export interface Consent {
  readonly at: Instant
  readonly statements: readonly StatementName[]
  /** The version of privacy notice and procedure. */
  readonly version: number
  /** SHA-256 in hex of the two texts in the language in which they were shown; see `composeShownText`. */
  readonly sha256: string
}

/** The case was imported from the office's old register. This is readable in the store, so it contains no text. */
export interface Imported {
  readonly book: string
  /** The old register says that it ended then, or else it was imported then; `null` means that it was open. */
  readonly endedAt: Instant | null
  /** The import is being undone, and the case is deleted with it. */
  readonly isGoing?: true
}

/** These data of the old register have no other place here. */
export interface FromBook {
  readonly import: number
  readonly row: number
  readonly oldNumber: string | null
  readonly status: string | null
  readonly answer: string | null
  readonly closedAt: Instant | null
}

export interface Witnessed {
  readonly kind: 'witnessed'
  readonly because: UnsignedReason
  readonly witness: string
}

/** The case keeps only the hash, because a signature identifies a person; the drawing is sealed with the identity. */
export type Signing = { readonly kind: 'signed'; readonly sha256: string } | Witnessed

/** What staff wrote down of a spoken statement. Its text is the case's story. */
export interface Transcript {
  readonly by: Actor
  readonly at: Instant
  /** What the reporter answered to it: their correction, or `null` where it is right. */
  readonly reply: { readonly at: Instant; readonly text: string | null } | null
}

/** The reporter spoke the complaint and wrote no story. */
export interface Spoken {
  /** Id of the recording among the evidence. */
  readonly file: string
  /** The reporter's browser changed the voice before it left the device. */
  readonly disguised: boolean
  /** `null` until staff have written it; the story is empty until then. */
  readonly transcript: Transcript | null
  /** Transcripts that a later one replaced, oldest first. */
  readonly earlier: readonly (Transcript & { readonly text: string })[]
}

/** The position is the one that they had then. */
export interface Concerned {
  readonly id: StaffId
  readonly name: string
  readonly position: string
  /**
   * The reporter chose that nobody with this position reads it: `only`, or `also`, where it concerns the
   * person besides. Only the reporter takes the choice back.
   */
  readonly chosen?: 'only' | 'also'
  /** The reporter of a joined case chose it, who alone takes it back. */
  readonly elsewhere?: true
}

/** The complaint may mean them. Until somebody decides, the case is kept from them. */
export interface Candidate extends Concerned {
  /** The story names them, not the answer to whom it is about. */
  readonly mentioned?: true
  /** Nothing calls them so; some word may mean them. */
  readonly hinted?: true
  /** They declared it themselves, whatever the texts call them. */
  readonly declared?: true
}
