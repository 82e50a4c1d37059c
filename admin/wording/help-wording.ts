import { inBoth } from './wording.ts'

const id = {
  open: 'Panduan halaman ini',
  whole: (guide: string) => `Seluruh panduan: ${guide}`,
  print: 'Unduh sebagai PDF',
}

const en: typeof id = {
  open: 'Help for this page (in Indonesian)',
  whole: (guide) => `Whole guide: ${guide}`,
  print: 'Download as PDF',
}

/** Wording around the guides, which comes with their button. */
export const helpWording = inBoth({ id, en })
