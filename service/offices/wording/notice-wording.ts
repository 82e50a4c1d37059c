import type { Language } from '../vocabulary.ts'
import { en } from './en.ts'
import { id } from './id.ts'
import type { NoticeWording } from './model.ts'

const wordings: Readonly<Record<Language, NoticeWording>> = { id, en }

export const wordingFor = (language: Language): NoticeWording => wordings[language]
