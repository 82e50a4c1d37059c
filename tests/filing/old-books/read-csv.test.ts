import { describe, expect, it } from 'vitest'
import { decodeText, readCsv } from '../../../service/filing/old-books/sheets.ts'

const rows = (text: string) => [...readCsv(text)]

describe('rows of a text with separators', () => {
  it.each([
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons, as Excel saves them here',
      'a;b,c\r\n1;2,5\r\n',
      [
        ['a', 'b,c'],
        ['1', '2,5'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a line that tells the separator', 'sep=;\r\na;b\r\n', [['a', 'b']]],
    ['a mark before the first cell', '\uFEFFa,b\n', [['a', 'b']]],
    ['quotes with separators, lines and quotes in them', '"a ""x""","b\nc",d\n', [['a "x"', 'b\nc', 'd']]],
    [
      'separators in quotes only',
      '"a;b;c;d",e\n"f;g",h\n',
      [
        ['a;b;c;d', 'e'],
        ['f;g', 'h'],
      ],
    ],
    ['a quote inside of text', 'Jalan "Mawar" 3,b\n', [['Jalan "Mawar" 3', 'b']]],
    [
      'a quote that nobody closed',
      '"a,b\nc,d\n',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty cells, also the last',
      'a,,\n,b,\n',
      [
        ['a', '', ''],
        ['', 'b', ''],
      ],
    ],
    [
      'old ends of lines',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['an empty line', 'a,b\n\nc,d', [['a', 'b'], [''], ['c', 'd']]],
    ['nothing', '', []],
  ])('%s', (_, text, found) => {
    expect(rows(text)).toEqual(found)
  })
})

describe('text of an unknown writing', () => {
  const bytes = (...numbers: number[]) => Uint8Array.from(numbers)
  const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
  it.each([
    ['UTF-8', new TextEncoder().encode('Pengaduan – “pungli”'), 'Pengaduan – “pungli”'],
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0x41), 'A'],
    ['Windows-1252', bytes(0x93, 0x70, 0x75, 0x6e, 0x67, 0x6c, 0x69, 0x94, 0x20, 0xe9), '“pungli” é'],
    ['UTF-16 with its mark', bytes(0xff, 0xfe, ...utf16('Tanggal;Isi')), 'Tanggal;Isi'],
    ['UTF-16 the other way round', bytes(0xfe, 0xff, 0, 0x41, 0, 0x42), 'AB'],
    ['UTF-16 without a mark', utf16('Tanggal;Isi pengaduan'), 'Tanggal;Isi pengaduan'],
    ['nothing', bytes(), ''],
  ])('%s', (_, file, text) => {
    expect(decodeText(file)).toBe(text)
  })
})
