import { describe, expect, it } from 'vitest'
import {
  asCompared,
  guessColumns,
  guessLayout,
  knownChannel,
  knownStatus,
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
