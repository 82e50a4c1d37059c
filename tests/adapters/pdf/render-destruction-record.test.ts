import { beforeAll, describe, expect, it } from 'vitest'
import { createDestructionRecordRenderer } from '../../../service/adapters/pdf/papers.ts'
import { aDestruction, aDestructionDocument } from '../../support/a-destruction.ts'
import { type ReadPdf, readPdf } from '../../support/read-pdf.ts'

const render = createDestructionRecordRenderer()
const flowing = (text: string) => text.replace(/\s+/g, ' ')

describe('the destruction record on paper', () => {
  let bytes: Uint8Array
  let paper: ReadPdf

  beforeAll(async () => {
    bytes = await render(aDestructionDocument())
    paper = readPdf(bytes)
  })

  it('says what was destroyed, on what basis, when, by whose proposal and with whose consent', () => {
    const text = flowing(paper.text)
    for (const said of [
      'CATATAN PEMUSNAHAN ARSIP',
      'Lampiran berita acara pemusnahan arsip',
      'bukan tanda tangan elektronik tersertifikasi',
      'Nomor: BA-BO-2028-0001',
      'Senin, 4 Desember 2028 pukul 10.00 WIB telah dimusnahkan isi 3 pengaduan',
      'JRA Kabupaten Misal',
      'Keputusan Bupati 45/2028',
      'Bayu Peraga (Petugas verifikasi)',
      'Dewi Peraga (Kepala Bagian)',
      'BO-2026-000003',
      'Pungutan lain-lain',
      'Terbukti sebagian',
      'Dicabut',
      '23-11-2026',
      'Pengaduan BO-2026-000999 ditahan dari pemusnahan.',
      'Pengusul',
      'Pemberi persetujuan',
      '4F2A-91C0-77BE',
    ]) {
      expect(text).toContain(said)
    }
  })

  it('carries its signature, and embeds its letters', () => {
    expect(paper.skeleton).toContain('tanda.tangan')
    expect(paper.missingFonts).toEqual([])
    expect(paper.skeleton).toContain('/TH')
  })

  it('is the same file each time that it is printed', async () => {
    expect(Buffer.compare(await render(aDestructionDocument()), bytes)).toBe(0)
  })

  it('says the head of its list again on each page', async () => {
    const long = readPdf(await render(aDestructionDocument(aDestruction(120))))
    expect(long.pages).toBeGreaterThan(2)
    // The last one has the signatures alone.
    expect(long.text.match(/Berakhir/g)).toHaveLength(long.pages - 1)
    expect(flowing(long.text)).toContain('BO-2026-000120')
  })
})
