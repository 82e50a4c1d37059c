import { expect, it } from 'vitest'
import { createPaperRenderer } from '../../../service/adapters/pdf/papers.ts'
import type { OfficePaper } from '../../../service/offices/office-paper.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { readPdf } from '../../support/read-pdf.ts'

const aPaper = (details: Partial<OfficePaper> = {}): OfficePaper => ({
  language: 'id',
  createdAt: mondayAtTen,
  letterhead: { lines: ['Kabupaten Contoh', 'Bagian Contoh'], address: 'Jalan Misal 1', contact: '', logo: null },
  title: 'Naskah Contoh',
  number: 'Nomor 1',
  lead: '',
  blocks: [],
  watermark: null,
  page: ({ page, pages }) => `Halaman ${page} dari ${pages}`,
  ...details,
})
const render = createPaperRenderer()
const flowing = (text: string) => text.replace(/\s+/g, ' ')

it('a paper sets every block, says to a screen reader what is ticked, and embeds its type', async () => {
  const bytes = await render(
    aPaper({
      blocks: [
        { kind: 'heading', text: 'Instruksi' },
        { kind: 'text', look: 'strong', text: 'Baris satu\nBaris dua' },
        { kind: 'rows', rows: [{ label: 'Asal', value: 'Tanpa identitas' }] },
        { kind: 'table', columns: ['No.', 'Nama'], shares: [0.1, 0.9], rows: [['1', 'Budi Misal']] },
        {
          kind: 'ticks',
          tickedWord: 'Dicentang',
          items: [
            { text: 'Pelajari', ticked: true },
            { text: 'Laporkan', ticked: false },
            { text: 'Selesaikan', ticked: false },
          ],
        },
        { kind: 'signatures', signatories: [{ caption: 'Mengetahui,', name: 'Dewi Misal', position: 'Kepala' }] },
      ],
    }),
  )
  const { text, skeleton, missingFonts, pages } = readPdf(bytes)
  for (const said of ['BAGIAN CONTOH', 'Baris dua', 'Budi Misal', 'Laporkan', 'Mengetahui,', 'Halaman 1 dari 1']) {
    expect(flowing(text)).toContain(said)
  }
  expect(skeleton).toContain('Dicentang: Pelajari')
  expect(skeleton).not.toContain('Dicentang: Laporkan')
  expect(missingFonts).toEqual([])
  expect(pages).toBe(1)
  expect(readPdf(await render(aPaper())).skeleton).toContain('/Lang (id)')
})

it('what stands in the box of a figure lies under the name of the figure, however long that is', async () => {
  const figures = [
    'pengaduan diterima',
    'dijawab, sembilan dari sepuluh',
    'dijawab tepat waktu',
    'nilai rata-rata pelapor',
  ]
  const note = '2 hari sebelumnya'
  const { lines } = readPdf(
    await render(
      aPaper({ blocks: [{ kind: 'figures', figures: figures.map((label) => ({ value: '8', label, note })) }] }),
    ),
  )
  const heightOf = (words: string) => lines.filter(({ text }) => text.includes(words)).map(({ height }) => height)
  const [lowestOfNames] = heightOf('sepuluh')
  expect(heightOf(note)).toHaveLength(figures.length)
  for (const height of heightOf(note)) expect(lowestOfNames! - height).toBeGreaterThan(8)
})

it('a watermark stands on every page, and the same paper is the same bytes', async () => {
  const paper = aPaper({
    watermark: 'Disalin oleh Citra',
    blocks: [{ kind: 'text', text: 'Kata-kata.\n'.repeat(200) }],
  })
  const bytes = await render(paper)
  const { text, pages } = readPdf(bytes)
  expect(pages).toBeGreaterThan(2)
  expect(text.split('\n').filter((line) => line.startsWith('Disalin oleh Citra')).length).toBeGreaterThanOrEqual(pages)
  expect(Buffer.compare(Buffer.from(bytes), Buffer.from(await render(paper)))).toBe(0)
})

it('words longer than a page go on overleaf, in the text and in a table', async () => {
  const long = 'Kata-kata yang panjang sekali. '.repeat(250)
  const blocks = [
    { kind: 'text', text: long },
    { kind: 'table', columns: ['No.', 'Isi'], shares: [0.1, 0.9], rows: Array(60).fill(['1', 'Isi']) },
  ] as const
  const { text, pages } = readPdf(await render(aPaper({ blocks })))
  expect(pages).toBeGreaterThan(2)
  expect(flowing(text).match(/sekali\./g)).toHaveLength(250)
})
