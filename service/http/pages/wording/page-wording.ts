import type { Language } from '../../../complaints/vocabulary.ts'
import { elementsEn } from './elements-en.ts'
import { type ElementsWording, elementsId } from './elements-id.ts'
import { en } from './en.ts'
import { id } from './id.ts'
import { rightsEn } from './rights-en.ts'
import { type RightsWording, rightsId } from './rights-id.ts'

/** Every sentence of the pages, in one language. */
export type PageWording = typeof id

const wordings: Readonly<Record<Language, PageWording>> = { id, en }
const rightsWordings: Readonly<Record<Language, RightsWording>> = { id: rightsId, en: rightsEn }
const elementsWordings: Readonly<Record<Language, ElementsWording>> = { id: elementsId, en: elementsEn }

export const wordingFor = (language: Language): PageWording => wordings[language]

/** What is said about a reporter's rights over their data. */
export const rightsWordingFor = (language: Language): RightsWording => rightsWordings[language]

/** What is said to who puts the form on a page. */
export const elementsWordingFor = (language: Language): ElementsWording => elementsWordings[language]
