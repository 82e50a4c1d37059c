import type { FileLeaving } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

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
