import type { Instant } from '../../shared/instant.ts'
import type { Language } from '../vocabulary.ts'

export interface PaperRow {
  readonly label: string
  readonly value: string
  /** It is printed below the value, smaller. */
  readonly note?: string
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  /** Line breaks stay; a long text continues on the next page. */
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'strong' | 'small' }
  | { readonly kind: 'rows'; readonly rows: readonly PaperRow[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      /** A cell for each column. */
      readonly rows: readonly (readonly string[])[]
      /** The share of each column in the width; their sum is 1. */
      readonly shares: readonly number[]
    }
  /** The most important numbers, large beside each other. */
  | {
      readonly kind: 'figures'
      readonly figures: readonly { readonly value: string; readonly label: string; readonly note: string }[]
    }
  /** Counts as bars, with the value as text beside each. */
  | {
      readonly kind: 'bars'
      readonly caption: string
      readonly bars: readonly { readonly label: string; readonly value: number; readonly said: string }[]
    }
  /** Boxes in two columns. */
  | {
      readonly kind: 'ticks'
      readonly items: readonly { readonly text: string; readonly ticked: boolean }[]
      /** A screen reader says it before a ticked box. */
      readonly tickedWord: string
    }
  /** Room to sign by hand, two beside each other. */
  | {
      readonly kind: 'signatures'
      readonly signatories: readonly { readonly caption: string; readonly name: string; readonly position: string }[]
    }

/** A paper of the office as blocks in the order of the page. A renderer adds nothing but type and lines. */
export interface OfficePaper {
  readonly language: Language
  readonly createdAt: Instant
  readonly letterhead: {
    /** The last line is the office. */
    readonly lines: readonly string[]
    readonly address: string
    readonly contact: string
    readonly logo: string | null
  }
  readonly title: string
  readonly number: string
  readonly lead: string
  readonly blocks: readonly PaperBlock[]
  /** It is printed across every page, for a reader who must answer for the copy. */
  readonly watermark: string | null
  page(page: number, pages: number): string
}

/** Makes a tagged PDF piece by piece, so that a long one blocks nobody, and is sent while it is made. */
export type StreamPaper = (paper: OfficePaper) => AsyncIterable<Uint8Array>

/** It makes a tagged PDF. The same paper always gives the same bytes. */
export type RenderPaper = (paper: OfficePaper) => Promise<Uint8Array>
