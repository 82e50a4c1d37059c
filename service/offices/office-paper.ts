import type { Day, Instant } from '../shared/instant.ts'
import type { Language } from './vocabulary.ts'

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
  page(place: { readonly page: number; readonly pages: number }): string
}

/** Makes a tagged PDF piece by piece, so that a long one blocks nobody, and is sent while it is made. */
export type StreamPaper = (paper: OfficePaper) => AsyncIterable<Uint8Array>

/** It makes a tagged PDF. The same paper always gives the same bytes. */
export type RenderPaper = (paper: OfficePaper) => Promise<Uint8Array>

/** Removes what a printer cannot show and what would change the direction of a line; line feeds stay. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
}

/** A label and the value under it; without a value it is left out. */
export type Fact = readonly [label: string, value: string | null]

export const heading = (text: string): PaperBlock => ({ kind: 'heading', text })

export const text = (words: string, look?: 'strong' | 'small'): PaperBlock => ({
  ...{ kind: 'text', text: printable(words) },
  ...(look && { look }),
})

export const facts = (all: readonly Fact[]): PaperBlock => ({
  kind: 'rows',
  rows: all.flatMap(([label, value]) => (value ? [{ label: printable(label), value: printable(value) }] : [])),
})

/** A line about who and when, and what was written. */
export const entry = (line: string, words?: string | null): PaperBlock[] => [
  text(line, 'strong'),
  ...(words ? [text(words)] : []),
]

/** Leaves the heading out where nothing stands under it. */
export const part = (title: string, blocks: readonly PaperBlock[]): PaperBlock[] =>
  blocks.length === 0 ? [] : [heading(title), ...blocks]

/** The same for a text that may be empty. */
export const textUnder = (title: string, words: string): PaperBlock[] => part(title, words === '' ? [] : [text(words)])

export type Cell = string | number | { readonly day: Day } | null

export interface Column {
  readonly heading: string
  /** The width is counted in characters. */
  readonly width: number
}

/** Rows are produced as the writer takes them, so that a long table is never in memory whole. */
export type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>

export interface Sheet {
  readonly name: string
  readonly above: readonly string[]
  readonly columns: readonly Column[]
  readonly rows: Rows
}

export interface Workbook {
  readonly title: string
  readonly createdAt: Instant
  readonly sheets: readonly [Sheet, ...Sheet[]]
}

/** It writes while the spreadsheet is sent. */
export type WriteWorkbook = (workbook: Workbook) => AsyncIterable<Uint8Array>

/** A long table on landscape paper. */
export interface TablePaper
  extends Pick<OfficePaper, 'language' | 'createdAt' | 'letterhead' | 'title' | 'number' | 'lead' | 'page'> {
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<readonly string[]>
}

/** It makes a tagged PDF that repeats the table's head on every page. */
export type RenderTable = (paper: TablePaper) => Promise<Uint8Array>

/**
 * Makes text that no spreadsheet takes for a formula: what begins like one, also in full-width characters, gets an
 * apostrophe before it, as spreadsheets themselves mark text. Invisible characters are removed.
 */
export function defuseFormula(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
  return /^\s*[=+\-@|%]/u.test(plain.normalize('NFKC')) ? `'${plain}` : plain
}
