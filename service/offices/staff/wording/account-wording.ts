import type { Language } from '../../vocabulary.ts'
import { en } from './en.ts'
import { id } from './id.ts'
import type { AccountWording } from './model.ts'

const wordings: Readonly<Record<Language, AccountWording>> = { id, en }

export const accountWordingFor = (language: Language): AccountWording => wordings[language]
