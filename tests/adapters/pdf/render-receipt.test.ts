import { beforeAll, describe, expect, it } from 'vitest'
import { createReceiptRenderer } from '../../../service/adapters/pdf/papers.ts'
import type { ReceiptDocument } from '../../../service/case/receipt/receipt.ts'
import { aReceipt, aReceiptDocument } from '../../support/a-receipt.ts'
import { type ReadPdf, readPdf } from '../../support/read-pdf.ts'

const renderReceipt = createReceiptRenderer()
const render = async (receipt: ReceiptDocument) => (await renderReceipt(receipt)).bytes
const flowing = (text: string) => text.replace(/\s+/g, ' ')

describe('the receipt on paper', () => {
  let bytes: Uint8Array
  let paper: ReadPdf

  beforeAll(async () => {
    bytes = await render(aReceiptDocument())
    paper = readPdf(bytes)
  })

  it('carries all that a reporter may need later', () => {
    const text = flowing(paper.text)
    for (const said of [
      'PEMERINTAH KABUPATEN CONTOH',
      'DINAS LAYANAN WARGA',
      'Nomor: DLW-2026-000123',
      'Senin, 23 November 2026 pukul 10.15 WIB',
      'Siti Contoh',
      '0812-0000-0001',
      'Surat pengantar tidak kunjung terbit',
      'foto-loket.jpg (1,2 MB)',
      'a3f1'.repeat(16),
      'Paling lambat Kamis, 26 November 2026',
      '3 hari kerja setelah Senin, 23 November 2026.',
      'https://aduan.example/t/dinas-contoh/follow',
      'https://aduan.example/verify/h4Kq2vY0Zt7',
      '4F2A-91C0-77BE',
      'Diterima oleh sistem',
      'Halaman 1 dari 1',
    ]) {
      expect(text).toContain(said)
    }
  })

  it('gives its words as they were written, also letters whose shape another paper used for another letter', async () => {
    const micro = ['\u00b5', '\u03bc']
    for (const letter of micro)
      expect(readPdf(await render(aReceiptDocument({ subject: letter }))).text).toContain(letter)
  })

  it('says of the tracking code only that it was shown once', () => {
    expect(flowing(paper.text)).toContain('Kode lacak tidak dicetak di lembar ini')
    expect(paper.text).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  })

  it('fits on one page of A4', () => {
    expect(paper.pages).toBe(1)
    expect(paper.skeleton).toContain('[0 0 595.28 841.89]')
  })

  it('fits there too with a long name of the office, both dates and what the reporter declared', async () => {
    const office = {
      name: 'Bagian Organisasi Sekretariat Daerah Kabupaten Contoh',
      parent: 'Pemerintah Kabupaten Contoh',
      address: null,
      telephone: '(0321) 000000',
    }
    const [clock] = aReceipt().clocks
    const details = ['…01', 's…@contoh.example']
    const full = aReceiptDocument({
      office,
      reporter: { privacy: 'named', name: 'S… C…', details },
      consent: { version: 1, sha256: '7704'.repeat(16) },
      clocks: [clock!, { ...clock!, label: 'Tanggapan pertama' }],
    })
    expect(readPdf(await render(full)).pages).toBe(1)
  })

  it('is the same file each time that it is printed', async () => {
    expect(Buffer.compare(await render(aReceiptDocument()), bytes)).toBe(0)
  })

  it('is small enough for a slow line', () => {
    expect(bytes.length).toBeLessThan(60_000)
  })

  it('tells a screen reader its language, its title and its order', () => {
    expect(paper.skeleton).toContain('/Lang (id)')
    expect(paper.skeleton).toContain('/Marked true')
    expect(paper.skeleton).toContain('/DisplayDocTitle true')
    for (const type of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Figure']) {
      expect(paper.skeleton).toMatch(new RegExp(`/S /${type}\\b`))
    }
    expect(paper.skeleton).toContain('/Scope /Row')
    expect(paper.skeleton).toContain('/Alt (Kode QR menuju halaman pemeriksaan keaslian')
  })

  it('brings its own letters', () => {
    expect(paper.embeddedFonts).toHaveLength(2)
    expect(paper.missingFonts).toEqual([])
  })

  it('carries its signature', () => {
    expect(paper.skeleton).toContain('(header.claims.signature)')
  })
})

describe('a receipt that is longer than usual', () => {
  const manyFiles = Array.from({ length: 50 }, (_, index) => ({
    name: `berkas-${index}-${'x'.repeat(120)}.jpg`,
    size: 1_000,
    sha256: 'ab'.repeat(32),
    browserAgreed: false,
  }))

  it('flows over as many pages as it needs, and loses nothing', async () => {
    const paper = readPdf(await render(aReceiptDocument({ subject: 'W'.repeat(160), evidence: manyFiles })))

    expect(paper.pages).toBeGreaterThan(1)
    expect(paper.text).toContain(`Halaman ${paper.pages} dari ${paper.pages}`)
    expect(paper.text.replaceAll('\n', '')).toContain('W'.repeat(160))
    expect(manyFiles.filter((_, index) => !paper.text.includes(`berkas-${index}-x`))).toEqual([])
    expect(paper.text).toContain('4F2A-91C0-77BE')
  })

  it('prints what somebody wrote to break it as the plain text that it is', async () => {
    const hostile = ') Tj ET <script>&amp; {{x}} \\(( %PDF- endstream endobj'
    const office = { name: 'Dinas <&> Contoh', parent: '', address: null, telephone: null }
    const paper = readPdf(
      await render(
        aReceiptDocument({ office, subject: hostile, category: { text: 'Žluťoučký Ωμέγα Ж 🙂', language: 'id' } }),
      ),
    )

    expect(flowing(paper.text)).toContain(hostile)
    expect(paper.text).toContain('Žluťoučký Ωμέγα Ж')
    expect(paper.text).toContain('DINAS <&> CONTOH')
    expect(paper.pages).toBe(1)
  })

  it('leaves room for the signature of the officer who received it', async () => {
    const receivedBy = { name: 'Budi Misal', position: 'Petugas loket' }
    const paper = readPdf(await render(aReceiptDocument({ receivedBy, evidence: [], language: 'en' })))

    expect(paper.text).toMatch(/Receiving officer\s+Budi Misal\s+Petugas loket/)
    expect(paper.text).toContain('No evidence came with it.')
  })
})
