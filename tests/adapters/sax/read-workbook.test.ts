import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWorkbook, unpack } from '../../../service/adapters/sax/workbook.ts'
import { aWorkbook } from '../../support/a-workbook.ts'

function read(file: Uint8Array) {
  const sheets: string[] = []
  const rows: [number, string[]][] = []
  readWorkbook(
    file,
    (name) => sheets.push(name),
    (row, cells) => rows.push([row, cells]),
  )
  return { sheets, rows }
}

const refusalOf = (file: Uint8Array) => {
  try {
    return read(file)
  } catch (cause) {
    return (cause as Error).message
  }
}

describe('cells of a workbook', () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="0.00&quot; hari&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>'
  const texts =
    '<sst><si><t>Perihal</t></si><si><r><t xml:space="preserve">Pungutan </t></r><r><t>liar</t></r><rPh><t>x</t></rPh></si></sst>'

  it.each([
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', 'Perihal'],
    ['a text in several looks', '<c r="A1" t="s"><v>1</v></c>', 'Pungutan liar'],
    ['a shared text that is not there', '<c r="A1" t="s"><v>99</v></c>', null],
    ['a text in the cell', '<c r="A1" t="inlineStr"><is><t>Loket</t></is></c>', 'Loket'],
    ['a formula, by its kept value', '<c r="A1" t="str"><f>CONCATENATE("a","b")</f><v>ab</v></c>', 'ab'],
    ['a formula that nobody counted', '<c r="A1"><f>1+1</f></c>', null],
    ['a number of a telephone', '<c r="A1"><v>8.1200000001E10</v></c>', '81200000001'],
    ['a number', '<c r="A1" s="3"><v>2.5</v></c>', '2.5'],
    ['a day', '<c r="A1" s="1"><v>45294</v></c>', '2024-01-03'],
    ['a day in an own format', '<c r="A1" s="2"><v>45294</v></c>', '2024-01-03'],
    ['a day with its time', '<c r="A1" s="4"><v>45294.427083333336</v></c>', '2024-01-03 10:15'],
    ['a day that none is', '<c r="A1" s="1"><v>-5</v></c>', null],
    ['yes', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', null],
    ['an escaped sign', '<c r="A1" t="inlineStr"><is><t>A &amp; B</t></is></c>', 'A & B'],
  ])('%s', (_, cell, said) => {
    const parts = { 'xl/sharedStrings.xml': texts, 'xl/styles.xml': styles }
    const { rows } = read(aWorkbook(`<row r="1">${cell}</row>`, parts))
    expect(rows).toEqual(said === null ? [] : [[1, [said]]])
  })

  it('stand where they stood, and empty rows are left out', () => {
    const { rows, sheets } = read(
      aWorkbook('<row r="2"><c r="C2"><v>7</v></c></row><row r="3"/><row r="9"><c><v>1</v></c><c><v>2</v></c></row>'),
    )
    expect(sheets).toEqual(['Register'])
    expect(rows).toEqual([
      [2, ['', '', '7']],
      [9, ['1', '2']],
    ])
  })

  it('of old Macs count days from 1904, and prefixes are no matter', () => {
    const { rows } = read(
      aWorkbook('', {
        'xl/workbook.xml':
          '<x:workbook xmlns:x="x" xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="a" r:id="rId1"/></x:sheets></x:workbook>',
        'xl/styles.xml': styles,
        'xl/worksheets/sheet1.xml':
          '<x:worksheet xmlns:x="x"><x:sheetData><x:row r="1"><x:c r="A1" s="1"><x:v>43832</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      }),
    )
    expect(rows).toEqual([[1, ['2024-01-03']]])
  })

  it('of hidden sheets are left out', () => {
    const workbook =
      '<workbook xmlns:r="r"><sheets><sheet name="Sembunyi" state="hidden" r:id="rId1"/></sheets></workbook>'
    expect(refusalOf(aWorkbook('<row r="1"><c><v>1</v></c></row>', { 'xl/workbook.xml': workbook }))).toBe(
      'not-a-table',
    )
  })
})

describe('a hostile file is refused:', () => {
  const bomb = `<row r="1"><c t="inlineStr"><is><t>${'x'.repeat(1_000)}</t></is></c></row>`
  it.each([
    [
      'one with entities',
      aWorkbook('', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>' }),
      'unreadable',
    ],
    [
      'one that names a file outside',
      aWorkbook('', { 'xl/sharedStrings.xml': '<!DOCTYPE a SYSTEM "file:///etc/passwd"><sst/>' }),
      'unreadable',
    ],
    [
      'XML that breaks off',
      aWorkbook('', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1">' }),
      'unreadable',
    ],
    ['a ZIP that breaks off', aWorkbook(bomb).subarray(0, 300), 'unreadable'],
    ['a ZIP that is no workbook', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'not-a-table'],
    [
      'a sheet that is not there',
      aWorkbook('', {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="../../etc/passwd"/></Relationships>',
      }),
      'unreadable',
    ],
    ['a cell far to the right', aWorkbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'not-a-table'],
    ['a place that is none', aWorkbook('<row r="1"><c r="1A"><v>1</v></c></row>'), 'unreadable'],
    ['a row that is none', aWorkbook('<row r="1e99"><c><v>1</v></c></row>'), 'unreadable'],
    [
      'too many parts',
      zipSync(Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`a${at}`, strToU8('')]))),
      'too-large',
    ],
  ])('%s', (_, file, why) => {
    expect(refusalOf(file)).toBe(why)
  })

  it('one that unpacks to more than a book holds, as soon as it is more', () => {
    const file = zipSync({ 'xl/sharedStrings.xml': new Uint8Array(5_000_000) })
    expect(file.length).toBeLessThan(20_000)
    let read = 0
    const unpacking = () =>
      unpack(
        file,
        { left: 1_000_000 },
        () =>
          ({ length }) =>
            (read += length),
      )
    expect(unpacking).toThrow('too-large')
    expect(read).toBeLessThan(1_000_001)
  })
})
