import { describe, expect, it } from 'vitest'
import { markOfRow } from '../../../service/filing/old-books/old-cases.ts'
import { type Reading, readRow } from '../../../service/filing/old-books/read-row.ts'
import type { BookField } from '../../../service/offices/old-book-vocabulary.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import type { Instant } from '../../../service/shared/instant.ts'

const now = '2026-11-23T03:00:00.000Z' as Instant
const [first, second] = bagianOrganisasi.categories

const reading = (columns: Reading['columns'], more: Partial<Reading> = {}): Reading => ({
  ...{ sheet: 0, headingRow: 1, columns },
  meanings: { category: {}, status: {}, channel: {} },
  otherwise: { category: first!.code, status: 'closed', channel: 'letter' },
  ...more,
})

/** A row with only what matters. */
function read(cells: Partial<Record<BookField, string>>, more: Partial<Reading> = {}) {
  const whole = { receivedOn: '3/1/2024', story: 'Diminta membayar di loket.', oldNumber: '7', ...cells }
  const columns = Object.fromEntries(Object.keys(whole).map((field, at) => [field, at]))
  return readRow(Object.values(whole), 5, reading(columns, more), bagianOrganisasi, now)
}

describe('a row that is taken', () => {
  it('keeps day, number and words, at noon where no time was written', () => {
    const { found, warnings, refused } = read({
      category: first!.label.id.toUpperCase(),
      status: 'Proses',
      channel: 'Telp.',
    })
    expect({ refused, warnings }).toEqual({ refused: null, warnings: [] })
    expect(found).toMatchObject({
      ...{ row: 5, oldNumber: '7', receivedDay: '2024-01-03', category: first!.code },
      ...{ status: 'in_progress', statusWritten: 'Proses', channel: 'telephone' },
      ...{ subject: 'Diminta membayar di loket.', story: 'Diminta membayar di loket.' },
    })
    expect(found?.receivedAt.slice(0, 10)).toBe('2024-01-03')
  })

  it.each([
    ['a category that nobody knows', { category: 'Lain-lain' }, 'category-unknown'],
    ['a status that nobody knows', { status: 'Ngambang' }, 'status-unknown'],
    ['a channel that nobody knows', { channel: 'LAPOR!' }, 'channel-unknown'],
    ['no number', { oldNumber: '' }, 'no-number'],
    ['an end that is no day', { closedOn: 'sudah' }, 'closed-unreadable'],
    ['an end before the beginning', { closedOn: '1/1/2024' }, 'closed-before-received'],
    ['an end that is still to come', { closedOn: '1/1/2027' }, 'closed-before-received'],
    ['a contact that is none', { contact: 'lewat Pak RT' }, 'contact-unclear'],
    ['a LAPOR! number that is none', { laporId: 'ada' }, 'lapor-unreadable'],
    ['a long subject', { subject: 'Pungutan '.repeat(40) }, 'subject-shortened'],
    ['the reporter in the story', { name: 'Siti Contoh', story: 'Saya Siti Contoh diminta uang.' }, 'names-reporter'],
    ['a number of an identity card', { story: 'NIK 3273010101010001 diminta uang.' }, 'names-reporter'],
  ] as const)('warns of %s', (_, cells, code) => {
    const { found, warnings } = read(cells)
    expect(warnings).toEqual([code])
    expect(found).not.toBeNull()
  })

  it('loses nothing of what it cannot place', () => {
    const subject = 'Pungutan '.repeat(40).trim()
    expect(read({ subject }).found?.story).toBe(`${subject}\n\nDiminta membayar di loket.`)
    const { found } = read({
      name: 'Siti Contoh',
      address: 'Jalan Mawar 1',
      contact: '0812-0000-0001 / lewat RT / SITI@contoh.example',
    })
    expect(found?.reporter).toEqual({
      ...{ name: 'Siti Contoh', address: 'Jalan Mawar 1 · lewat RT' },
      ...{ phone: '0812-0000-0001', email: 'siti@contoh.example' },
    })
    expect(read({ name: 'Anonim', phone: '-' }).found?.reporter).toEqual({})
  })

  it('follows what the office says that its words mean', () => {
    const meanings = {
      category: { 'lain lain': second!.code },
      status: { ngambang: 'declined' },
      channel: { lapor: 'email' },
    } as const
    const { found, warnings } = read({ category: 'Lain-lain', status: 'Ngambang', channel: 'LAPOR!' }, { meanings })
    expect(warnings).toEqual([])
    expect(found).toMatchObject({ category: second!.code, status: 'declined', channel: 'email' })
    expect(read({ status: 'constructor' }, { meanings }).warnings).toEqual(['status-unknown'])
  })

  it('has ended where an answer or an end says so and no status does', () => {
    const otherwise = { category: first!.code, status: 'received', channel: 'letter' } as const
    expect(read({ status: '', answer: 'Sudah ditegur.' }, { otherwise }).found?.status).toBe('closed')
    expect(read({ status: '', closedOn: '5/1/2024' }, { otherwise }).found?.status).toBe('closed')
    expect(read({ status: '' }, { otherwise }).found?.status).toBe('received')
  })
})

it.each([
  ['no day', { receivedOn: '' }, 'no-date'],
  ['a day that nobody can read', { receivedOn: 'Rabu Pon' }, 'date-unreadable'],
  ['a day that is still to come', { receivedOn: '24/11/2026' }, 'date-in-future'],
  ['a day before there was an office', { receivedOn: '1/1/1900' }, 'date-too-old'],
  ['nothing that was complained of', { story: ' ', subject: '' }, 'no-words'],
  ['a cell longer than any of Excel', { story: 'x'.repeat(32_768) }, 'cell-too-long'],
  ['a number that is a story', { oldNumber: 'x'.repeat(101) }, 'cell-too-long'],
] as const)('a row with %s is refused', (_, cells, code) => {
  expect(read(cells)).toMatchObject({ refused: code, found: null })
})

it('a row is known again by its number and year, without a number by all that it says', () => {
  const mark = (cells: Partial<Record<BookField, string>>) => markOfRow(read(cells).found!)
  expect(mark({ oldNumber: 'reg  7' })).toBe(mark({ oldNumber: 'REG 7', story: 'Lain.', receivedOn: '9/9/2024' }))
  expect(mark({ oldNumber: '7' })).not.toBe(mark({ oldNumber: '7', receivedOn: '3/1/2023' }))
  expect(mark({ oldNumber: '' })).toBe(mark({ oldNumber: '' }))
  expect(mark({ oldNumber: '' })).not.toBe(mark({ oldNumber: '', story: 'Lain.' }))
})
