import type { CorrectedField } from '../../case/shape/history.ts'
import { mapFields, matterFields } from '../../case/shape/story-fields.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { fieldWordingIn } from './field-wording.ts'

export interface CorrectionWording {
  readonly fields: Readonly<Record<CorrectedField, string>>
  changed(what: string, from: string, to: string): string
  added(what: string, to: string): string
  removed(what: string, from: string): string
  because(reason: string): string
}

const matter = (language: Language) =>
  mapFields(matterFields, ({ name }) => {
    const { label, onPaper = label } = fieldWordingIn[language][name]
    return onPaper
  })

const id: CorrectionWording = {
  fields: {
    category: 'Kategori',
    class: 'Sifat',
    channel: 'Cara pengaduan masuk',
    receivedAt: 'Waktu pengaduan diterima',
    ...matter('id'),
  },
  changed: (what, from, to) => `${what} diubah dari “${from}” menjadi “${to}”.`,
  added: (what, to) => `${what} diisi “${to}”.`,
  removed: (what, from) => `${what} “${from}” dihapus.`,
  because: (reason) => `Alasannya: ${reason}`,
}

const en: CorrectionWording = {
  fields: {
    category: 'Category',
    class: 'Class',
    channel: 'Way in',
    receivedAt: 'Time received',
    ...matter('en'),
  },
  changed: (what, from, to) => `${what} changed from “${from}” to “${to}”.`,
  added: (what, to) => `${what} entered: “${to}”.`,
  removed: (what, from) => `${what} “${from}” taken out.`,
  because: (reason) => `Reason: ${reason}`,
}

/** How a correction reads: what was changed, from what to what, and why. */
export const correctionWordings: Readonly<Record<Language, CorrectionWording>> = { id, en }
