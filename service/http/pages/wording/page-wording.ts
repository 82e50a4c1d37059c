import type { Language } from '../../../complaints/vocabulary.ts'
import { en } from './en.ts'
import { id } from './id.ts'

/** Every sentence of the pages, in one language. */
export type PageWording = typeof id

const wordings: Readonly<Record<Language, PageWording>> = { id, en }

export const wordingFor = (language: Language): PageWording => wordings[language]
