import { describe, expect, it } from 'vitest'
import { MOST_LINES, readLaporList } from '../../../service/desk/lapor/lapor.ts'
import { refusalOf } from '../../support/refused.ts'

describe('a list that was copied out of the national channel', () => {
  it.each([
    ['1234567', { id: '1234567', day: null, note: '' }],
    ['#1234567', { id: '1234567', day: null, note: '' }],
    ['1234567\t20/11/2026\tSelesai', { id: '1234567', day: '2026-11-20', note: 'Selesai' }],
    ['2026-11-20;1234567;Diproses', { id: '1234567', day: '2026-11-20', note: 'Diproses' }],
    ['"1234567","20-11-2026 10:15","Selesai"', { id: '1234567', day: '2026-11-20', note: 'Selesai' }],
    ['1234567;Selesai;Dinas Umpama', { id: '1234567', day: null, note: 'Selesai · Dinas Umpama' }],
  ])('is read by its line %j', (row, expected) => {
    expect(readLaporList(row)).toEqual({ lines: [{ line: 1, ...expected }], bad: [] })
  })

  it.each([
    ['Selesai;20/11/2026', 'no-id'],
    ['=cmd|calc;Selesai', 'no-id'],
    ['1234567;7654321', 'several-ids'],
    ['1234567;31/02/2026', 'bad-date'],
    ['1234567;20/13/2026', 'bad-date'],
  ])('tells by its line that %j cannot be read', (row, code) => {
    expect(readLaporList(`7654321\n\n${row}`).bad).toEqual([{ line: 3, code }])
  })

  it('may begin with headings, and tells of a number that comes again', () => {
    const { lines, bad } = readLaporList(
      'Tracking ID;Tanggal;Status\r\n1234567;20/11/2026;Selesai\r\n1234567;;Baru\r\n',
    )
    expect(lines.map(({ line }) => line)).toEqual([2])
    expect(bad).toEqual([{ line: 3, code: 'twice' }])
  })

  it('is not read when it is longer than anybody compares at once', () => {
    const long = Array.from({ length: MOST_LINES + 1 }, (_, at) => String(1_000_000 + at)).join('\n')
    expect(refusalOf(() => readLaporList(long))).toBe('lapor/too-many-lines')
  })
})
