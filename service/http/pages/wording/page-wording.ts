import type { Language } from '../../../offices/vocabulary.ts'
import { accessibilityEn } from './accessibility-en.ts'
import { type AccessibilityWording, accessibilityId } from './accessibility-id.ts'
import { apiEn } from './api-en.ts'
import { type ApiWording, apiId } from './api-id.ts'
import { elementsEn } from './elements-en.ts'
import { type ElementsWording, elementsId } from './elements-id.ts'
import { en } from './en.ts'
import { id, type PageWording } from './id.ts'
import { rightsEn } from './rights-en.ts'
import { type RightsWording, rightsId } from './rights-id.ts'
import { securityEn } from './security-en.ts'
import { type SecurityWording, securityId } from './security-id.ts'

const wordings: Readonly<Record<Language, PageWording>> = { id, en }
const rightsWordings: Readonly<Record<Language, RightsWording>> = { id: rightsId, en: rightsEn }
const elementsWordings: Readonly<Record<Language, ElementsWording>> = { id: elementsId, en: elementsEn }
const securityWordings: Readonly<Record<Language, SecurityWording>> = { id: securityId, en: securityEn }
const accessibilityWordings: Readonly<Record<Language, AccessibilityWording>> = {
  id: accessibilityId,
  en: accessibilityEn,
}
const apiWordings: Readonly<Record<Language, ApiWording>> = { id: apiId, en: apiEn }

export const wordingFor = (language: Language): PageWording => wordings[language]

export const rightsWordingFor = (language: Language): RightsWording => rightsWordings[language]

export const elementsWordingFor = (language: Language): ElementsWording => elementsWordings[language]

export const securityWordingFor = (language: Language): SecurityWording => securityWordings[language]

export const accessibilityWordingFor = (language: Language): AccessibilityWording => accessibilityWordings[language]

export type { ApiWording }
export const apiWordingFor = (language: Language): ApiWording => apiWordings[language]
