import { describe, expect, it } from 'vitest'
import { checkSignedReceipt, type ReceiptOffice } from '../../../service/case/receipt/issued-receipts.ts'
import { canonicalReceipt } from '../../../service/case/receipt/receipt.ts'
import { roomOf } from '../../../service/offices/practice/practice.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { aDesk } from '../../support/a-desk.ts'
import { aReceipt, aReceiptDocument } from '../../support/a-receipt.ts'
import { officeWith } from '../../support/office-with.ts'
import { organisasi } from '../../support/two-units.ts'

const factOf = (receipt: ReturnType<typeof aReceiptDocument>, label: string) =>
  receipt.facts.find((fact) => fact.label === label)?.value

describe('a receipt in words', () => {
  it('says where, when and how the complaint was received, in the office’s own time', () => {
    const receipt = aReceiptDocument()

    expect(factOf(receipt, 'Waktu diterima')).toBe('Senin, 23 November 2026 pukul 10.15 WIB')
    expect(factOf(receipt, 'Tempat diterima')).toBe('Layanan daring')
    expect(factOf(receipt, 'Disampaikan melalui')).toBe('Formulir di situs')
    expect(receipt.clocks.dates[0]).toMatchObject({ due: 'Paling lambat Kamis, 26 November 2026' })
  })

  it('speaks English to whoever complained in English', () => {
    const receipt = aReceiptDocument({ language: 'en', timeZone: 'Asia/Makassar' })

    expect(receipt.title).toBe('Complaint Receipt')
    expect(factOf(receipt, 'Received at')).toBe('Monday, 23 November 2026 at 11:15 WITA')
  })

  it('gives a named reporter’s identity as it was given', () => {
    expect(factOf(aReceiptDocument(), 'Pelapor')).toBe('Siti Contoh\nJalan Misal Nomor 5\n0812-0000-0001')
  })

  it.each([
    ['confidential', 'Identitas dirahasiakan'],
    ['anonymous', 'Tanpa identitas'],
  ] as const)('keeps the name out of the receipt of a reporter who is %s', (privacy, said) => {
    expect(factOf(aReceiptDocument({ reporter: { privacy } }), 'Pelapor')).toBe(said)
  })

  it('names the officer who received it, and the counter', () => {
    const receivedBy = { name: 'Budi Misal', position: 'Petugas loket' }
    const receipt = aReceiptDocument({ channel: 'walk_in_oral', place: 'Loket 2', receivedBy })

    expect(receipt.receivedBy).toEqual({ caption: 'Petugas penerima', name: 'Budi Misal', text: 'Petugas loket' })
    expect(factOf(receipt, 'Tempat diterima')).toBe('Loket 2')
  })

  it('gives the office as the place of a letter that came without one', () => {
    expect(factOf(aReceiptDocument({ channel: 'letter' }), 'Tempat diterima')).toBe('Dinas Layanan Warga')
  })

  it('says that nobody but the system received what came over the net', () => {
    expect(aReceiptDocument().receivedBy).toMatchObject({ caption: 'Diterima oleh sistem', name: null })
  })

  it('says of a file where the reporter’s browser had counted the same SHA-256', () => {
    const file = { name: 'foto.jpg', size: 3, sha256: 'ab' }
    const evidence = [
      { ...file, browserAgreed: true },
      { ...file, browserAgreed: false },
    ]
    expect(aReceiptDocument({ evidence }).evidence.files.map(({ sha256 }) => sha256)).toEqual([
      'SHA-256 ab (berkas utuh, sama dengan yang Anda kirim)',
      'SHA-256 ab',
    ])
  })

  it('leaves out characters that turn a line around or cannot be printed', () => {
    const receipt = aReceiptDocument({ subject: 'foto\u202Egnp.exe\u0007\u0000 \u200Bakhir\n\n\nbaris' })

    expect(factOf(receipt, 'Pokok pengaduan')).toBe('fotognp.exe akhir\nbaris')
  })
})

describe('what the signature of a receipt covers', () => {
  const signed = canonicalReceipt(aReceipt())

  it.each([
    ['the story in short', { subject: 'Yang lain' }],
    ['the evidence', { evidence: [] }],
    ['the place', { place: 'Loket 2' }],
    ['the officer', { receivedBy: { name: 'Budi Misal', position: 'Petugas loket' } }],
    ['the dates', { clocks: [] }],
    ['the number', { number: 'DLW-2026-000124' }],
  ])('covers %s', (_, change) => {
    expect(canonicalReceipt(aReceipt(change))).not.toBe(signed)
  })

  it('stays the same when the office moves and when an officer prints the masked receipt', () => {
    const office = { ...aReceipt().office, address: 'Jalan Contoh Nomor 9' }
    const reporter = { privacy: 'named', name: 'S… C…', details: [] } as const

    expect(canonicalReceipt(aReceipt({ office, reporter, category: { text: 'Nama baru', language: 'id' } }))).toBe(
      signed,
    )
  })
})

it('a receipt of practice is never told as one whose complaint was lost, and is not counted', async () => {
  const { ports } = await aDesk()
  const gap = { series: '2026', from: 1, to: 9, asOf: mondayAtTen, restoredAt: mondayAtTen }
  const room = roomOf(organisasi, 'latihan')
  for (const tenant of [organisasi, room]) await ports.complaints.numberGaps.add({ ...gap, tenant })
  const check = (tenant: typeof room, number: string) =>
    checkSignedReceipt(
      officeWith<ReceiptOffice>({
        ...ports,
        readSignedReceipt: async () => ({ tenant, number, receivedAt: mondayAtTen, receiptId: `tanda-${number}` }),
      }),
      'tanda tangan',
    )
  expect(await check(organisasi, 'BO-2026-000003')).toMatchObject({ is: 'lost', asOf: mondayAtTen })
  expect(await check(room, 'LATIHAN-2026-000003')).toEqual({ is: 'unknown' })
  expect((await ports.lostReceipts.find(room, { index: 'checked', limit: 10 })).items).toEqual([])
})
