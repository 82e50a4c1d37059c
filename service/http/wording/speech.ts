import type { Language } from '../../complaints/vocabulary.ts'
import type { ClockWording } from '../../deadlines/wording/clock-wording.ts'
import { clockWordingEn } from '../../deadlines/wording/en.ts'
import { clockWordingId } from '../../deadlines/wording/id.ts'
import { labelsEn } from './labels-en.ts'
import { type Labels, labelsId } from './labels-id.ts'

/** All that is needed to say a complaint in one language. */
export interface Speech {
  readonly language: Language
  readonly labels: Labels
  readonly clocks: ClockWording
}

export const speechIn: Readonly<Record<Language, Speech>> = {
  id: { language: 'id', labels: labelsId, clocks: clockWordingId },
  en: { language: 'en', labels: labelsEn, clocks: clockWordingEn },
}
