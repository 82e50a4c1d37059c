import type { Language } from '../../offices/vocabulary.ts'
import { readTexts } from '../../shared/texts/texts.ts'
import accessibilityEn from '../../texts/en/accessibility.json' with { type: 'json' }
import apiEn from '../../texts/en/api.json' with { type: 'json' }
import elementsEn from '../../texts/en/elements.json' with { type: 'json' }
import pagesEn from '../../texts/en/pages.json' with { type: 'json' }
import rightsEn from '../../texts/en/rights.json' with { type: 'json' }
import securityEn from '../../texts/en/security.json' with { type: 'json' }
import accessibilityId from '../../texts/id/accessibility.json' with { type: 'json' }
import apiId from '../../texts/id/api.json' with { type: 'json' }
import descriptionsId from '../../texts/id/element-descriptions.json' with { type: 'json' }
import elementsId from '../../texts/id/elements.json' with { type: 'json' }
import pagesId from '../../texts/id/pages.json' with { type: 'json' }
import rightsId from '../../texts/id/rights.json' with { type: 'json' }
import securityId from '../../texts/id/security.json' with { type: 'json' }

export const pageTexts = readTexts({ id: pagesId, en: pagesEn })
export const rightsTexts = readTexts({ id: rightsId, en: rightsEn })
export const elementTexts = readTexts({ id: elementsId, en: elementsEn })
/** What the elements are made of, by kind and name. The manifest itself says it in English, and of what is lacking here. */
export const elementDescriptions: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: descriptionsId,
  en: {},
}

export const securityTexts = readTexts({ id: securityId, en: securityEn })
export const accessibilityTexts = readTexts({ id: accessibilityId, en: accessibilityEn })
export const apiTexts = readTexts({ id: apiId, en: apiEn })

export type PageTexts = (typeof pageTexts)['id']
export type RightsTexts = (typeof rightsTexts)['id']
export type ApiTexts = (typeof apiTexts)['id']
