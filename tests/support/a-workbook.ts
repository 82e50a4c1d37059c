import { strToU8, type Zippable, zipSync } from 'fflate'

/** Parts of an XLSX by hand, so that they can be as ugly as people's. @param sheet what stands inside of `sheetData` */
export function aWorkbook(sheet: string, parts: Readonly<Record<string, string>> = {}): Uint8Array<ArrayBuffer> {
  const whole: Record<string, string> = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Register" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...parts,
  }
  const zipped: Zippable = Object.fromEntries(Object.entries(whole).map(([name, text]) => [name, strToU8(text)]))
  return new Uint8Array(zipSync(zipped))
}
