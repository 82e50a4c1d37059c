import { describe, expect, it } from 'vitest'
import { csvCell, csvOf } from '../../service/http/views/register-table.ts'

describe('a cell of an exported register', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '|calc',
    '%x',
    '  =1',
    '\t=1',
    '\r=1',
    '\u200b=1',
    '\uFF1D1+1',
    '\uFF0B1',
    '\uFF0D1',
    '\uFF20SUM(A1)',
  ])('that begins like a formula is text: %j', (text) => expect(csvCell(text)).toMatch(/^"'/))

  it('keeps quotes, commas and letters of all kinds, on one line', () => {
    expect(csvCell('Bagian "A", Ruang é\r\n2')).toBe('"Bagian ""A"", Ruang é 2"')
  })

  it('is a day, a number or nothing where it is one', async () => {
    const rows = [[{ day: '2026-11-23' }, 7, null]] as never
    const lines: string[] = []
    for await (const line of csvOf({ columns: [{ heading: 'Hari', width: 9 }], rows })) lines.push(line)
    expect(lines).toEqual(['\uFEFF"Hari"\r\n', '"2026-11-23",7,\r\n'])
  })
})
