import type { SeriesAct } from '../../offices/act-vocabulary.ts'
import type { Language } from '../../offices/vocabulary.ts'

interface SeriesWording {
  readonly acts: Readonly<Record<SeriesAct, string>>
  /** Why a series was not done, for staff. */
  undone(series: string, act: string, because: string): string
}

export const seriesWordings: Readonly<Record<Language, SeriesWording>> = {
  id: {
    acts: { verify: 'verifikasi', dispatch: 'disposisi', 'set-label': 'label', note: 'catatan', message: 'pesan' },
    undone: (series, act, because) => `“${series}” terhenti pada ${act}; tidak ada langkah yang dijalankan. ${because}`,
  },
  en: {
    acts: { verify: 'verify', dispatch: 'dispatch', 'set-label': 'label', note: 'note', message: 'message' },
    undone: (series, act, because) => `“${series}” stopped at ${act}; no step of it was done. ${because}`,
  },
}
