import { writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { BookRow } from '../../filing/old-books/old-book.ts'
import { bookLimits, decodeText, readCsv, SheetRefused } from '../../filing/old-books/sheets.ts'
import { readWorkbook } from './workbook.ts'

// This is a program of its own, one run a file, without keys: a hostile file can harm only this process.

/** Rows and characters of a page; a page is one document of the store. */
const ROWS = 250
const LETTERS = 1_000_000
/** The limit of characters in all rows: twice what a register of the allowed rows with long texts holds. */
const MOST_LETTERS = 64_000_000

// Line readers may take these two characters for line ends.
const inOneLine = (line: unknown) =>
  JSON.stringify(line).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

const say = (line: unknown) =>
  new Promise<void>((resolve) => {
    process.stdout.write(`${inOneLine(line)}\n`, () => resolve())
  })

const isZip = (file: Uint8Array) => file[0] === 0x50 && file[1] === 0x4b
/** XLS from before 2007 and workbooks with a password have this signature. */
const isCompound = (file: Uint8Array) => file[0] === 0xd0 && file[1] === 0xcf && file[2] === 0x11 && file[3] === 0xe0
/** PDF, pictures and old archives are no tables. */
const isOther = (file: Uint8Array) =>
  /^(%PDF|\x89PNG|\xFF\xD8\xFF|GIF8|Rar!|\{\\rtf|<\?xml|<html|<!DOCTYPE)/i.test(latin(file))
const latin = (file: Uint8Array) => String.fromCharCode(...file.subarray(0, 16))

async function readFile(file: Uint8Array): Promise<void> {
  if (isCompound(file)) throw new SheetRefused('old-format')
  if (isOther(file)) throw new SheetRefused('not-a-table')
  const lines: unknown[] = []
  let page: BookRow[] = []
  let letters = 0
  let rows = 0
  let allLetters = 0
  const turn = () => {
    if (page.length > 0) lines.push({ rows: page })
    page = []
    letters = 0
  }
  const take = (row: number, cells: string[]) => {
    if (++rows > bookLimits.rows) throw new SheetRefused('too-many-rows')
    page.push([row, cells])
    const taken = cells.reduce((sum, { length }) => sum + length, 0)
    letters += taken
    allLetters += taken
    if (allLetters > MOST_LETTERS) throw new SheetRefused('too-large')
    if (page.length >= ROWS || letters > LETTERS) turn()
  }
  if (isZip(file)) {
    readWorkbook(
      file,
      (name) => {
        turn()
        lines.push({ sheet: name })
      },
      take,
    )
  } else {
    lines.push({ sheet: '' })
    let row = 0
    for (const cells of readCsv(decodeText(file))) {
      row++
      if (cells.length > bookLimits.columns) throw new SheetRefused('not-a-table')
      while (cells.at(-1) === '') cells.pop()
      if (cells.length > 0) take(row, cells)
    }
  }
  turn()
  for (const line of lines) await say(line)
}

// If memory runs out, Linux then ends this program and not the service.
await writeFile('/proc/self/oom_score_adj', '1000').catch(() => {})
try {
  await readFile(await buffer(process.stdin))
  await say({ end: true })
} catch (cause) {
  await say({ refused: cause instanceof SheetRefused ? cause.why : 'unreadable' })
}
