import type { BookRow } from './old-book.ts'

/**
 * Decodes UTF-8 or UTF-16, recognised by byte order marks or by pattern, else Windows-1252, in which Excel saves CSV
 * in some regions.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const noughts = noughtsAt(bytes)
  if (noughts.odd > noughts.most) return new TextDecoder('utf-16le').decode(bytes)
  if (noughts.even > noughts.most) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return inWindows1252(bytes)
  }
}

/** Windows-1252 characters in place of Latin-1's invisible ones, from 0x80 on (whatwg.org, index-windows-1252). */
const NOT_LATIN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

// Node 20 takes the name for Latin-1.
const inWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (sign) => NOT_LATIN[sign.charCodeAt(0) - 0x80] ?? sign)

/** Latin letters in UTF-16 have a zero byte beside each; no other text has one. */
function noughtsAt(bytes: Uint8Array) {
  const looked = bytes.subarray(0, 2_000)
  const count = (parity: number) => looked.filter((byte, at) => byte === 0 && at % 2 === parity).length
  return { odd: count(1), even: count(0), most: looked.length / 8 }
}

const separators = [';', '\t', ','] as const
type Separator = (typeof separators)[number]

/**
 * Yields one row of cells at a time. Cells are trimmed; a quoted one keeps its lines; a quote inside bare text is
 * text.
 */
export function* readCsv(text: string): Generator<string[]> {
  const declared = /^\uFEFF?sep=([;,\t])\r?\n/i.exec(text)
  const separator = (declared?.[1] as Separator | undefined) ?? separatorOf(text)
  let at = declared ? declared[0].length : text.startsWith('\uFEFF') ? 1 : 0
  let row: string[] = []
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedAt(text, at, separator) : bareAt(text, at, separator)
    row.push(cell)
    at = end
    if (text[at] === separator) {
      at++
      // A row that ends with a separator ends with an empty cell.
      if (at === text.length) row.push('')
      continue
    }
    yield row
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  if (row.length > 0) yield row
}

/** The most frequent separator of the first lines wins, outside of quotes. */
function separatorOf(text: string): Separator {
  const bare = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '')
  const head = bare.split(/\r\n?|\n/).slice(0, 20)
  const score = (separator: Separator) =>
    head.filter((line) => line.includes(separator)).length * 1_000 + head.join('').split(separator).length
  return separators.reduce((best, one) => (score(one) > score(best) ? one : best))
}

interface ReadCell {
  readonly cell: string
  readonly end: number
}

function bareAt(text: string, from: number, separator: Separator): ReadCell {
  let end = from
  for (; end < text.length; end++) {
    const character = text[end]
    if (character === separator || character === '\n' || character === '\r') break
  }
  return { cell: text.slice(from, end).trim(), end }
}

function quotedAt(text: string, from: number, separator: Separator): ReadCell {
  let cell = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    // An unclosed quote is a plain character, so that the rest of the file is not one cell.
    if (quote < 0) return bareAt(text, from, separator)
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const rest = bareAt(text, quote + 1, separator)
      return { cell: (cell + rest.cell).trim(), end: rest.end }
    }
    cell += '"'
    at = quote + 2
  }
}

/** The name of each sheet comes first, then its rows that are not empty. */
export type SheetPart = { readonly sheet: string } | { readonly rows: readonly BookRow[] }

/** Reads a spreadsheet or a text with separators, recognised by their bytes. */
export type ReadSheets = (file: Uint8Array) => AsyncIterable<SheetPart>

/** Each is the end of a refusal's code. */
export const sheetRefusals = ['unreadable', 'not-a-table', 'old-format', 'too-many-rows', 'too-large'] as const
export type SheetRefusal = (typeof sheetRefusals)[number]

/** Bytes and sheets of a file, rows of all its sheets, columns of a row. */
export const bookLimits = { bytes: 20 * 1024 * 1024, rows: 50_000, columns: 200, sheets: 50 } as const

export class SheetRefused extends Error {
  readonly why: SheetRefusal

  constructor(why: SheetRefusal) {
    super(why)
    this.why = why
  }
}
