import { strToU8, zipSync } from 'fflate'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const kinds = {
  docx: { main: 'word/document.xml', type: 'openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { main: 'xl/workbook.xml', type: 'openxmlformats-officedocument.spreadsheetml.sheet' },
  pptx: { main: 'ppt/presentation.xml', type: 'openxmlformats-officedocument.presentationml.presentation' },
  docm: { main: 'word/document.xml', type: 'ms-word.document.macroEnabled' },
  xlsm: { main: 'xl/workbook.xml', type: 'ms-excel.sheet.macroEnabled' },
} as const

/** One relationship as office programs write it. */
export const aLink = (kind: string, target: string, mode = ''): string =>
  `<Relationship Id="r1" Type="${office}/${kind}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`

export const linksOf = (...links: string[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="${packaged}/relationships">${links.join('')}</Relationships>`

export type OfficeKind = keyof typeof kinds

/** An office file with these parts besides its own. */
export function anOfficeFile(
  kind: OfficeKind,
  parts: Readonly<Record<string, string | Uint8Array>> = {},
  moreTypes = '',
): Buffer {
  const { main, type } = kinds[kind]
  const whole = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packaged}/content-types"><Override PartName="/${main}" ContentType="application/vnd.${type}.main+xml"/>${moreTypes}</Types>`,
    '_rels/.rels': linksOf(aLink('officeDocument', main)),
    [main]: '<w/>',
    ...parts,
  }
  const zipped = Object.entries(whole).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])
  return Buffer.from(zipSync(Object.fromEntries(zipped)))
}
