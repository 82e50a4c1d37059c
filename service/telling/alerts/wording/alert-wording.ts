import type { Language } from '../../../offices/vocabulary.ts'
import { en } from './en.ts'
import { id } from './id.ts'
import type { AlertWording } from './model.ts'

const wordings: Readonly<Record<Language, AlertWording>> = { id, en }

export const alertWordingFor = (language: Language): AlertWording => wordings[language]
