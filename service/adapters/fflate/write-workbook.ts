import type { Workbook, WriteWorkbook } from '../../offices/office-paper.ts'
import { sheetXml } from './sheet-xml.ts'
import { contentTypes, documentRels, packageRels, styles, workbookXml } from './workbook-parts.ts'

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
