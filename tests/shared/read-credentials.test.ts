import { describe, expect, it } from 'vitest'
import { meansNumber, partsOfNumber, readCredentials } from '../../service/shared/read-credentials.ts'

const number = 'BO-2026-000123'
const grouped = '7KQM-2XRD-ABCD-2345-WXYZ'

const receipt = `Bagian Organisasi Sekretariat Daerah Kabupaten Misal\r\n\r\nNomor pengaduan: ${number}\r\nKode lacak: ${grouped}\r\nDiterima: 25 November 2026 09.00\r\nVerifikasi: paling lambat Senin, 30 November 2026\r\n\r\nPantau pengaduan: https://aduan.example/t/bagian-organisasi/follow\r\n`

describe('number and code', () => {
  it.each([
    ['as they stand on the receipt', number, grouped],
    ['in small letters, with spaces', 'bo 2026 000123', '7kqm 2xrd abcd 2345 wxyz'],
    ['both in the field of the number', `${number} ${grouped}`, ''],
    ['both in the field of the code', '', `Nomor pengaduan: ${number}\nKode lacak: ${grouped}`],
    ['as a whole receipt in the first field', receipt, ''],
    ['as a whole receipt in the second field', '', receipt],
    ['the code first', `${grouped}, ${number}`, ''],
    ['with the dashes of a word processor', 'BO–2026–000123', grouped.replaceAll('-', '–')],
  ])('are read %s', (_, writtenNumber, writtenCode) => {
    const read = readCredentials({ number: writtenNumber, code: writtenCode })
    expect(read.code).toBe(grouped)
    expect(meansNumber(number, read.number)).toBe(true)
  })

  it.each([
    'bo-2026-000123',
    'BO2026000123',
    'BO/2026/123',
    'B0-2026-OOO123',
    'BO-2026-OOOl23',
    '2026-000123',
    '000123',
    '123',
    ' BO - 2026 - 000123 ',
  ])('the number may be written as %s', (written) => {
    expect(meansNumber(number, written)).toBe(true)
  })

  it.each(['BO-2026-000124', 'BO-2025-000123', 'DLW-2026-000123', '', '---', '1230'])(
    '%s is another number',
    (written) => {
      expect(meansNumber(number, written)).toBe(false)
    },
  )

  it.each(['BO-2026-000123', 'bo 2026 123', 'B02026OOO123', '2026/000123'])(
    '%s names an office, if any, a year and a sequence',
    (written) => {
      const parts = partsOfNumber(written)
      expect(parts).toMatchObject({ year: '2026', sequence: 123 })
      expect([parts?.isOf('BO'), parts?.isOf('DLW')]).toEqual([true, written.startsWith('2026')])
    },
  )

  it.each(['000123', '123', '', 'Siti'])('%s names no year', (written) => {
    expect(partsOfNumber(written)).toBeNull()
  })

  it('leaves what it does not recognise as it was written', () => {
    expect(readCredentials({ number: 'Siti', code: ' salah ' })).toEqual({ number: 'Siti', code: 'salah' })
  })

  it('keeps a code apart from ordinary words', () => {
    expect(readCredentials({ number: 'saya tidak punya kode dan nama saya beda', code: '' }).code).toBe('')
  })
})
