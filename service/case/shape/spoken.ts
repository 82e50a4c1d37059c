import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

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
