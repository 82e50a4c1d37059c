import { strFromU8, unzipSync } from 'fflate'

/** What a spreadsheet program would see of an XLSX: cells by sheet, and what the sheets say beside them. */
export function readWorkbook(bytes: Uint8Array) {
  const parts = unzipSync(bytes)
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const names = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => plain(name ?? ''))
  return names.map((name, at) => {
    const xml = part(`xl/worksheets/sheet${at + 1}.xml`)
    const rows = [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row]) => cellsOf(row ?? ''))
    return { name, rows, isFrozen: xml.includes('state="frozen"'), filter: /<autoFilter ref="([^"]*)"/.exec(xml)?.[1] }
  })
}

/** Cells by their column; a number that is formatted as a day is read as one. */
function cellsOf(row: string): Record<string, string | number> {
  const cells: Record<string, string | number> = {}
  for (const [, column = '', more = '', inside = ''] of row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>(.*?)<\/c>/gs)) {
    const text = /<t[^>]*>(.*)<\/t>/s.exec(inside)?.[1]
    const value = Number(/<v>(.*)<\/v>/.exec(inside)?.[1])
    const isDay = more.includes('s="2"')
    cells[column] = text !== undefined ? plain(text) : isDay ? dayOf(value) : value
  }
  return cells
}

const dayOf = (serial: number): string => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
const plain = (text: string): string => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
