import type { ClockWording } from '../../case/deadlines/wording/clock-wording.ts'
import { clockWordingEn } from '../../case/deadlines/wording/en.ts'
import { clockWordingId } from '../../case/deadlines/wording/id.ts'
import type { FormLanguage, Language } from '../../offices/vocabulary.ts'
import { labelsEn } from './labels-en.ts'
import { type Labels, labelsId } from './labels-id.ts'
import { labelsJv } from './labels-jv.ts'

export interface ViewWording {
  readonly language: Language
  readonly labels: Labels
  readonly clocks: ClockWording
}

export const viewWordings: Readonly<Record<Language, ViewWording>> = {
  id: { language: 'id', labels: labelsId, clocks: clockWordingId },
  en: { language: 'en', labels: labelsEn, clocks: clockWordingEn },
}

const clocksJv: ClockWording['clocks'] = {
  verification: 'Verifikasi',
  first_response: 'Tanggapan sepisanan',
  handling_non_oversight: 'Pangrampungan',
  handling_oversight: 'Pangrampungan (bab pengawasan)',
  completion: 'Kajangkepan saking pelapor',
  objection_window: 'Wekdal ngaturaken keberatan',
  objection_decision: 'Keputusan keberatan',
  reopening: 'Wekdal mbikak malih',
  personal_data: 'Panyuwunan data pribadi',
}

/** In Javanese the tenant's own texts, and how dates were counted, stay Indonesian. */
export const readerWordings: Readonly<Record<FormLanguage, ViewWording>> = {
  ...viewWordings,
  jv: { language: 'id', labels: labelsJv, clocks: { ...clockWordingId, clocks: clocksJv } },
}
