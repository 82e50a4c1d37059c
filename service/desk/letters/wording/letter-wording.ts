import type { Language } from '../../../offices/vocabulary.ts'
import { letterWordingEn } from './en.ts'
import { letterWordingId } from './id.ts'
import type { LetterWording } from './model.ts'

const wordings: Readonly<Record<Language, LetterWording>> = { id: letterWordingId, en: letterWordingEn }

export const letterWordingFor = (language: Language): LetterWording => wordings[language]
