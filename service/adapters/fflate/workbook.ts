import { dayNumberOf } from '../../offices/calendar/office-calendar.ts'
import { type Cell, defuseFormula, type Sheet, type Workbook, type WriteWorkbook } from '../../offices/office-paper.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Drops what XML 1.0 cannot hold, and cuts text to what a cell may hold. */
export const escapeXml = (text: string): string =>
  text
    .slice(0, 32_000)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const sheetNumbers = ({ sheets }: Workbook) => sheets.map((_, at) => at + 1)

export const contentTypes = (workbook: Workbook): string =>
  `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${sheetNumbers(
    workbook,
  )
    .map(
      (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
    )
    .join('')}</Types>`

export const packageRels = `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const documentRels = (workbook: Workbook): string =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">${sheetNumbers(workbook)
    .map(
      (number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
    )
    .join('')}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/></Relationships>`

/** A sheet's name has at most 31 characters, and none that formulas use. */
const nameOf = ({ name }: Sheet): string => name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31)

export const headRow = ({ above }: Sheet): number => above.length + (above.length > 0 ? 2 : 1)

/** The headings are printed on every page. */
export const workbookXml = ({ sheets }: Workbook): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
    .map((sheet, at) => `<sheet name="${escapeXml(nameOf(sheet))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets><definedNames>${sheets
    .map(
      (sheet, at) =>
        `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escapeXml(nameOf(sheet))}'!$${headRow(sheet)}:$${headRow(sheet)}</definedName>`,
    )
    .join('')}</definedNames></workbook>`

export const look = { plain: 0, head: 1, day: 2, wrapped: 3, title: 4 } as const

const font = (more: string) => `<font>${more}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`

export const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE1EFED"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF0F5F5C"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

export const beginSheet = `${declaration}<worksheet xmlns="${main}">`

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

/**
 * Writes XLSX (ECMA-376) part by part into a ZIP, so that only a few rows are in memory, whatever its length. The
 * library is loaded with the first workbook.
 */
export const createWorkbookWriter = (): WriteWorkbook => writeWorkbook

async function* writeWorkbook(workbook: Workbook): AsyncGenerator<Uint8Array> {
  const { strToU8, Zip, ZipDeflate } = await import('fflate')
  let waiting: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    waiting.push(chunk)
  })
  const taken = () => {
    const chunks = waiting
    waiting = []
    return chunks
  }
  const begin = (name: string) => {
    const part = new ZipDeflate(name, { level: 6 })
    // The paper's own time is used, so that the clock changes nothing.
    part.mtime = workbook.createdAt
    zip.add(part)
    return part
  }
  const whole = {
    '[Content_Types].xml': contentTypes(workbook),
    '_rels/.rels': packageRels,
    'xl/workbook.xml': workbookXml(workbook),
    'xl/_rels/workbook.xml.rels': documentRels(workbook),
    'xl/styles.xml': styles,
  }
  for (const [name, text] of Object.entries(whole)) begin(name).push(strToU8(text), true)
  yield* taken()
  for (const [at, sheet] of workbook.sheets.entries()) {
    const part = begin(`xl/worksheets/sheet${at + 1}.xml`)
    for await (const text of sheetXml(sheet)) {
      part.push(strToU8(text))
      yield* taken()
    }
    part.push(new Uint8Array(), true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}
