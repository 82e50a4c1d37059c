import { Unzip, UnzipInflate } from 'fflate'
import sax from 'sax'
import { bookLimits, SheetRefused } from '../../filing/old-books/sheets.ts'

/** Built-in formats that show a day (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 in East Asian versions). */
const knownDays = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** @param code as the workbook defines it, `dd/mm/yyyy;@` */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return knownDays(id)
  // Words in quotes, single letters behind a backslash, and colours and regions in brackets show nothing of the
  // number.
  const shown = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').toLowerCase()
  return /[dy]/.test(shown) || (/m/.test(shown) && !/[hs]/.test(shown) && !/[0#?]/.test(shown))
}

const DAY = 86_400_000
const NOUGHT = Date.UTC(1899, 11, 30)
/** The other count, of old Macs, begins this many days later. */
const LATER = 1_462

/** `2024-01-03`, with the time if the number has one; `''` if it is no day. */
export function dayOfSerial(serial: number, countsFrom1904: boolean): string {
  const days = countsFrom1904 ? serial + LATER : serial
  if (days < 1 || days > 2_958_465) return ''
  const at = new Date(NOUGHT + Math.round((days * DAY) / 60_000) * 60_000).toISOString()
  return Number.isInteger(serial) ? at.slice(0, 10) : `${at.slice(0, 10)} ${at.slice(11, 16)}`
}

export interface XmlReader {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Some programs write a prefix, such as `x:row`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Only XML's own five entities are read. Positions of errors are not tracked, because nobody sees them. */
const options = { strictEntities: true, position: false }

/**
 * Reads a part of a workbook while it is unpacked. A document type is refused: no program that writes tables has one,
 * and it could define further entities.
 */
export function xmlReader({ open, close, text }: XmlReader): (piece: Uint8Array, isLast: boolean) => void {
  const parser = sax.parser(true, options)
  const decoder = new TextDecoder('utf-8')
  const refuse = () => {
    throw new SheetRefused('unreadable')
  }
  parser.ondoctype = refuse
  parser.onerror = refuse
  if (open) parser.onopentag = ({ name, attributes }) => open(localName(name), textsOf(attributes))
  if (close) parser.onclosetag = (name) => close(localName(name))
  if (text) {
    parser.ontext = text
    parser.oncdata = text
  }
  return (piece, isLast) => {
    parser.write(decoder.decode(piece, { stream: !isLast }))
    if (isLast) parser.close()
  }
}

/** Namespaces are not resolved, so each value is a text. */
function textsOf(attributes: sax.Tag['attributes'] | sax.QualifiedTag['attributes']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? value : value.value]),
  )
}

/** No sheet that was written by hand has this many bytes of XML. */
const MOST_UNPACKED = 400 * 1024 * 1024
const MOST_ENTRIES = 2_000
/** Packed bytes at a time: their unpacked size, a thousandfold at most, is counted before the next step. */
const STEP = 16 * 1024

/** It counts unpacked bytes over all parts of one file. */
export interface Budget {
  left: number
}
export const wholeBudget = (): Budget => ({ left: MOST_UNPACKED })

/**
 * Walks through a ZIP and unpacks only the wanted parts, a piece at a time.
 * @param wanted gives a reader for a part by its name; its last piece comes with `true`
 */
export function unpack(
  file: Uint8Array,
  budget: Budget,
  wanted: (name: string) => ((piece: Uint8Array, isLast: boolean) => void) | null,
): void {
  let entries = 0
  const zip = new Unzip((part) => {
    if (++entries > MOST_ENTRIES) throw new SheetRefused('too-large')
    const read = wanted(part.name)
    if (!read) return
    part.ondata = (error, piece, isLast) => {
      // Errors of a reader arrive here too.
      if (error) throw error
      budget.left -= piece.length
      if (budget.left < 0) throw new SheetRefused('too-large')
      read(piece, isLast)
    }
    part.start()
  })
  zip.register(UnzipInflate)
  try {
    for (let at = 0; at < file.length; at += STEP) zip.push(file.subarray(at, at + STEP), at + STEP >= file.length)
  } catch (cause) {
    throw cause instanceof SheetRefused ? cause : new SheetRefused('unreadable')
  }
}

interface Plan {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly texts: readonly string[]
  readonly showsDay: readonly boolean[]
  readonly countsFrom1904: boolean
}

/** The limit for all texts together, in characters; a book of the allowed rows holds less. */
const MOST_TEXT = 64_000_000
const LONGEST_CELL = 100_000
/** The limit for different texts, more than forty in each row that is allowed. */
const MOST_TEXTS = 2_000_000

/**
 * Rows of an XLSX (ECMA-376), sheet by sheet, in the order of the workbook, without hidden sheets. Formulas give
 * their stored value; days become `2024-01-03`, errors are empty.
 */
export function readWorkbook(
  file: Uint8Array,
  onSheet: (name: string) => void,
  onRow: (row: number, cells: string[]) => void,
): void {
  const budget = wholeBudget()
  const plan = readPlan(file, budget)
  if (plan.sheets.length === 0) throw new SheetRefused('not-a-table')
  for (const { name, part } of plan.sheets.slice(0, bookLimits.sheets)) {
    onSheet(name)
    let isThere = false
    unpack(file, budget, (found) => {
      if (found !== part) return null
      isThere = true
      return sheetReader(plan, onRow)
    })
    if (!isThere) throw new SheetRefused('unreadable')
  }
}

function readPlan(file: Uint8Array, budget: Budget): Plan {
  const sheets: { name: string; id: string }[] = []
  const targets = new Map<string, string>()
  const texts: string[] = []
  const formats = new Map<string, string>()
  const showsDay: boolean[] = []
  let countsFrom1904 = false
  let isInCellStyles = false

  const readers: Record<string, () => ReturnType<typeof xmlReader>> = {
    'xl/workbook.xml': () =>
      xmlReader({
        open(tag, attributes) {
          const { date1904 = '', state = 'visible', name = '' } = attributes
          if (tag === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(date1904)
          if (tag !== 'sheet' || state !== 'visible') return
          const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
          if (id) sheets.push({ name: name.slice(0, 100), id })
        },
      }),
    'xl/_rels/workbook.xml.rels': () =>
      xmlReader({
        open(name, { Id: id, Target: target = '' }) {
          if (name === 'Relationship' && id) targets.set(id, partNamed(target))
        },
      }),
    'xl/styles.xml': () =>
      xmlReader({
        open(name, { numFmtId: id = '0', formatCode = '' }) {
          if (name === 'numFmt') formats.set(id, formatCode)
          if (name === 'cellXfs') isInCellStyles = true
          if (name === 'xf' && isInCellStyles) showsDay.push(isDayFormat(Number(id), formats.get(id)))
        },
        close(name) {
          if (name === 'cellXfs') isInCellStyles = false
        },
      }),
    'xl/sharedStrings.xml': () => sharedTexts(texts),
  }
  unpack(file, budget, (name) => readers[name]?.() ?? null)
  return {
    sheets: sheets.flatMap(({ name, id }) => {
      const part = targets.get(id)
      return part ? [{ name, part }] : []
    }),
    texts,
    showsDay,
    countsFrom1904,
  }
}

const partNamed = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

/** A text may consist of several runs of one style each; phonetic hints are left out. */
function sharedTexts(texts: string[]): ReturnType<typeof xmlReader> {
  let current = ''
  let isText = false
  let isSpoken = false
  let total = 0
  return xmlReader({
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') isSpoken = true
      isText = name === 't' && !isSpoken
    },
    text(text) {
      if (isText && current.length < LONGEST_CELL) current += text
    },
    close(name) {
      isText = false
      if (name === 'rPh') isSpoken = false
      if (name !== 'si') return
      total += current.length
      if (total > MOST_TEXT || texts.length === MOST_TEXTS) throw new SheetRefused('too-large')
      texts.push(current)
    },
  })
}

function sheetReader(plan: Plan, onRow: (row: number, cells: string[]) => void): ReturnType<typeof xmlReader> {
  let row = 0
  let column = 0
  let cells: string[] = []
  let type = ''
  let style = 0
  let value = ''
  let isValue = false
  let isSpoken = false
  return xmlReader({
    open(name, { r: place, s: look = '0', t: kind = 'n' }) {
      if (name === 'row') {
        row = Number(place ?? row + 1)
        if (!Number.isSafeInteger(row) || row < 1) throw new SheetRefused('unreadable')
        cells = []
        column = -1
      } else if (name === 'c') {
        column = place ? columnIn(place) : column + 1
        type = kind
        style = Number(look)
        value = ''
      } else if (name === 'rPh') isSpoken = true
      else isValue = (name === 'v' || name === 't') && !isSpoken
    },
    text(text) {
      if (isValue && value.length < LONGEST_CELL) value += text
    },
    close(name) {
      isValue = false
      if (name === 'rPh') isSpoken = false
      else if (name === 'c') {
        const text = cellText(plan, type, style, value).trim()
        if (text === '') return
        if (column >= bookLimits.columns) throw new SheetRefused('not-a-table')
        while (cells.length < column) cells.push('')
        cells[column] = text
      } else if (name === 'row' && cells.length > 0) onRow(row, cells)
    },
  })
}

/** `AB12` is column 27. */
function columnIn(place: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(place)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  if (column === 0) throw new SheetRefused('unreadable')
  return column - 1
}

function cellText({ texts, showsDay, countsFrom1904 }: Plan, type: string, style: number, value: string): string {
  if (type === 's') return texts[Number(value)] ?? ''
  if (type === 'e') return ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n' || value === '') return value
  const number = Number(value)
  if (!Number.isFinite(number)) return ''
  return showsDay[style] ? dayOfSerial(number, countsFrom1904) : plainNumber(number)
}

/** Telephone numbers and the like stay as typed, never with an exponent. */
const plainNumber = (number: number): string =>
  Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number)
