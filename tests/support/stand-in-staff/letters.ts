import type { LetterPreview } from '../../../service/contract/papers.ts'

/** What the settings show of a letter before they are saved. */
export const letterExample: LetterPreview = {
  number: '400.12/012/BO/XI/2026',
  paper: {
    language: 'id',
    letterhead: { lines: ['Bagian Contoh'], address: 'Jalan Misal 1', contact: '', logo: null },
    placeAndDate: 'Contoh, 25 November 2026',
    facts: [{ label: 'Nomor', value: '400.12/012/BO/XI/2026' }],
    addressee: ['Yth. Siti Contoh', 'Jalan Misal Nomor 5'],
    paragraphs: ['Dengan hormat,'],
    signatory: { position: 'Kepala Bagian', name: 'Sri Contoh', below: [] },
  },
}
