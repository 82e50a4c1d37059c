import { describe, expect, it } from 'vitest'
import {
  asCompared,
  guessColumns,
  guessLayout,
  knownChannel,
  knownStatus,
  readDay,
} from '../../../service/filing/old-books/book-layout.ts'

const said = (headings: readonly string[]) =>
  Object.fromEntries(Object.entries(guessColumns(headings)).map(([field, at]) => [field, headings[at]]))

describe('columns are known by their headings', () => {
  it('in the book of an office', () => {
    expect(
      said([
        'No.',
        'No. Register',
        'Tgl. Diterima',
        'Nama Pelapor',
        'Alamat',
        'No. HP/WA',
        'Saluran',
        'Jenis Pengaduan',
        'Perihal',
        'Uraian Pengaduan',
        'Terlapor',
        'Tindak Lanjut',
        'Tgl Selesai',
        'Status',
        'Ket.',
      ]),
    ).toEqual({
      oldNumber: 'No. Register',
      receivedOn: 'Tgl. Diterima',
      name: 'Nama Pelapor',
      address: 'Alamat',
      phone: 'No. HP/WA',
      channel: 'Saluran',
      category: 'Jenis Pengaduan',
      subject: 'Perihal',
      story: 'Uraian Pengaduan',
      reportedPerson: 'Terlapor',
      answer: 'Tindak Lanjut',
      closedOn: 'Tgl Selesai',
      status: 'Status',
    })
  })

  it('in an export of SP4N-LAPOR!, osTicket and Zammad', () => {
    const lapor = ['Tracking ID', 'Judul Laporan', 'Isi Laporan', 'Tanggal Laporan Masuk', 'Kategori', 'Status']
    expect(Object.keys(said(lapor)).sort()).toEqual(
      ['category', 'oldNumber', 'receivedOn', 'status', 'story', 'subject'].sort(),
    )
    const osTicket = [
      'Ticket Number',
      'Date Created',
      'Subject',
      'From',
      'From Email',
      'Help Topic',
      'Source',
      'Current Status',
      'Closed Date',
    ]
    expect(said(osTicket)).toMatchObject({
      oldNumber: 'Ticket Number',
      receivedOn: 'Date Created',
      name: 'From',
      email: 'From Email',
      category: 'Help Topic',
      status: 'Current Status',
      closedOn: 'Closed Date',
    })
    const zammad = ['#', 'Title', 'State', 'Group', 'Customer', 'Created at', 'Close at']
    expect(said(zammad)).toMatchObject({
      oldNumber: '#',
      subject: 'Title',
      receivedOn: 'Created at',
      closedOn: 'Close at',
    })
  })

  it('takes a running number where there is no other, and no column for two things', () => {
    expect(said(['No', 'Tanggal', 'Pengaduan'])).toEqual({ oldNumber: 'No', receivedOn: 'Tanggal', story: 'Pengaduan' })
    expect(said(['Tanggal', 'Tanggal', 'Isi'])).toMatchObject({ receivedOn: 'Tanggal', story: 'Isi' })
    expect(said(['Foo', '', '='.repeat(500)])).toEqual({})
  })
})

it('the headings stand below the titles of a book', () => {
  const rows = [['BUKU REGISTER PENGADUAN'], ['Tahun 2023'], ['No', 'Tanggal', 'Isi Pengaduan'], ['1', '2', '3']]
  expect(guessLayout(rows)).toMatchObject({ headingRow: 3, columns: { receivedOn: 1, story: 2 } })
  expect(guessLayout([['1', '3/1/2024', 'Pungutan']])).toEqual({ headingRow: 0, columns: {} })
})

it.each([
  ['Selesai', 'closed'],
  ['SUDAH SELESAI.', 'closed'],
  ['Belum selesai', 'in_progress'],
  ['Dalam proses', 'in_progress'],
  ['Belum diverifikasi', 'received'],
  ['Tidak dapat ditindaklanjuti', 'declined'],
  ['Ditolak', 'declined'],
  ['Dilimpahkan ke Dinas', 'forwarded'],
  ['Dicabut pelapor', 'withdrawn'],
  ['Closed', 'closed'],
  ['open', 'in_progress'],
  ['Ngambang', null],
])('%s is understood as a status, or asked for', (written, status) => {
  expect(knownStatus(asCompared(written))).toBe(status)
})

it.each([
  ['Telepon', 'telephone'],
  ['WA', 'whatsapp'],
  ['E-mail', 'email'],
  ['Surat', 'letter'],
  ['Datang langsung', 'walk_in_oral'],
  ['Kotak saran', 'walk_in_written'],
  ['Website', 'web_widget'],
  ['SP4N-LAPOR!', null],
])('%s is understood as a channel, or asked for', (written, channel) => {
  expect(knownChannel(asCompared(written))).toBe(channel)
})

it.each([
  ['2024-01-03', '2024-01-03', null],
  ['2024/1/3', '2024-01-03', null],
  ['2024-01-03T07:05:00Z', '2024-01-03', '07:05'],
  ['2024-01-03 14:30:59', '2024-01-03', '14:30'],
  ['03/01/2024', '2024-01-03', null],
  ['3-1-2024', '2024-01-03', null],
  ['3.1.24', '2024-01-03', null],
  ['03 / 01 / 2024', '2024-01-03', null],
  ['31/12/98', '1998-12-31', null],
  ['13/01/2024 08.15 WIB', '2024-01-13', '08:15'],
  ['3/1/2024 1:05 PM', '2024-01-03', '13:05'],
  ['3/1/2024 12:05 AM', '2024-01-03', '00:05'],
  ['3 Januari 2024', '2024-01-03', null],
  ['Rabu, 3 Januari 2024', '2024-01-03', null],
  ["Jum'at, 5 Januari 2024", '2024-01-05', null],
  ['17 Agt 2023', '2023-08-17', null],
  ['17-Ags-23', '2023-08-17', null],
  ['1 NOPEMBER 2022', '2022-11-01', null],
  ['29 Pebruari 2024', '2024-02-29', null],
  ['5 May 2024 10:00', '2024-05-05', '10:00'],
  ['45294', '2024-01-03', null],
  ['45294.5', '2024-01-03', '12:00'],
  ['45294,25', '2024-01-03', '06:00'],
  ['  3/1/2024  ', '2024-01-03', null],
])('%s is a day', (cell, day, time) => {
  expect(readDay(cell, 2026)).toEqual({ day, time })
})

it.each([
  '',
  '-',
  'kemarin',
  '31 Februari 2024',
  '31/02/2024',
  '01/13/2024',
  '29/02/2023',
  'Januari 2024',
  '2024',
  '20240103',
  '3 Januarius 2024',
  '00/00/0000',
  '99999999',
  '1,5',
  '3/1/202',
  '2024-1-1x'.repeat(1_000),
])('%j is no day of a calendar, or the wrong way round', (cell) => {
  const read = readDay(cell, 2026)
  if (cell.startsWith('2024-1-1x')) expect(read?.day).toBe('2024-01-01')
  else expect(read).toBeNull()
})
