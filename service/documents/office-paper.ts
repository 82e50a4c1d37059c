import type { Language } from '../complaints/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'

export interface PaperRow {
  readonly label: string
  readonly value: string
  /** Said below the value, smaller. */
  readonly note?: string
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  /** Lines stay lines; a long one goes on overleaf. */
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'strong' | 'small' }
  | { readonly kind: 'rows'; readonly rows: readonly PaperRow[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      /** A cell for each column. */
      readonly rows: readonly (readonly string[])[]
      /** How the width is shared among the columns; together 1. */
      readonly shares: readonly number[]
    }
  /** The few numbers that matter most, large beside each other. */
  | {
      readonly kind: 'figures'
      readonly figures: readonly { readonly value: string; readonly label: string; readonly note: string }[]
    }
  /** Counts as bars; what is read for each stands beside it. */
  | {
      readonly kind: 'bars'
      readonly caption: string
      readonly bars: readonly { readonly label: string; readonly value: number; readonly said: string }[]
    }
  /** Boxes, some of them ticked, in two columns. */
  | {
      readonly kind: 'ticks'
      readonly items: readonly { readonly text: string; readonly ticked: boolean }[]
      /** What a screen reader says before what is ticked. */
      readonly tickedWord: string
    }
  /** Room to sign by hand, two beside each other. */
  | {
      readonly kind: 'signatures'
      readonly signatories: readonly { readonly caption: string; readonly name: string; readonly position: string }[]
    }

/** A paper of the office in words, block by block, in the order of the page. A renderer adds nothing but type and lines. */
export interface OfficePaper {
  readonly language: Language
  readonly createdAt: Instant
  readonly letterhead: {
    /** The last one is the office. */
    readonly lines: readonly string[]
    readonly address: string
    readonly contact: string
    readonly logo: string | null
  }
  readonly title: string
  readonly number: string
  readonly lead: string
  readonly blocks: readonly PaperBlock[]
  /** Across every page, for a reader who must answer for the copy. */
  readonly watermark: string | null
  page(page: number, pages: number): string
}

/** Sets a paper as a tagged PDF, piece by piece: a long one holds up nobody else, and is sent while it is taken. */
export type StreamPaper = (paper: OfficePaper) => AsyncIterable<Uint8Array>

/** Sets a paper as a tagged PDF. The same paper always gives the same bytes. */
export type RenderPaper = (paper: OfficePaper) => Promise<Uint8Array>
