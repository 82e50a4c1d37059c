import { dayNumberOf } from '../../offices/calendar/office-calendar.ts'
import { type Cell, defuseFormula, type Sheet } from '../../offices/office-paper.ts'
import { beginSheet, escapeXml, headRow, look } from './workbook-parts.ts'

const AT_ONCE = 100

/** Spreadsheets count days from the last day of 1899, and take 1900 for a leap year. */
const FIRST_OF_1970 = 25_569

/** Headings are frozen and filtered, and the page is printed landscape. */
export async function* sheetXml(sheet: Sheet): AsyncGenerator<string> {
  const { above, columns, rows } = sheet
  const head = headRow(sheet)
  const last = letterOf(columns.length - 1)
  yield `${beginSheet}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`
  yield above.map((line, at) => rowXml(at + 1, [line], at === 0 ? look.title : look.plain)).join('')
  yield rowXml(
    head,
    columns.map(({ heading }) => heading),
    look.head,
  )
  let number = head
  let waiting = ''
  for await (const row of rows) {
    waiting += rowXml(++number, row, look.wrapped)
    if ((number - head) % AT_ONCE > 0) continue
    yield waiting
    waiting = ''
  }
  yield `${waiting}</sheetData><autoFilter ref="A${head}:${last}${number}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
}

const rowXml = (number: number, cells: readonly Cell[], style: number): string =>
  `<row r="${number}">${cells.map((cell, at) => cellXml(`${letterOf(at)}${number}`, cell, style)).join('')}</row>`

function cellXml(place: string, cell: Cell, style: number): string {
  if (cell === null || cell === '') return style === look.head ? `<c r="${place}" s="${style}"/>` : ''
  if (typeof cell === 'number') return `<c r="${place}" s="${look.plain}"><v>${cell}</v></c>`
  if (typeof cell === 'object')
    return `<c r="${place}" s="${look.day}"><v>${dayNumberOf(cell.day) + FIRST_OF_1970}</v></c>`
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.split('\n').map(defuseFormula).join('\n'))}</t></is></c>`
}

/** `A` for 0, `AA` for 26. */
const letterOf = (at: number): string =>
  (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
