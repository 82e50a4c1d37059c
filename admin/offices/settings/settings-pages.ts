import { entriesOf, keysOf } from '../../../service/shared/records.ts'
import type { Wording } from '../../wording/wording.ts'
import { categoriesSection } from './categories-section.ts'
import {
  caseloadSection,
  evidenceSection,
  labelsSection,
  objectionsSection,
  privacySection,
  publicSection,
  signInSection,
} from './general-sections.ts'
import { holidaysSection } from './holidays-section.ts'
import { lettersSection } from './letters-section.ts'
import { noticesSection } from './notices-section.ts'
import { privacyNoticeSection, procedureSection } from './procedures.ts'
import { rulesSection } from './rules-section.ts'
import { contactSection, namesSection, siteSection } from './section.ts'
import type { Section } from './setting-fields.ts'
import { historySection } from './settings-history.ts'
import type { FoundSetting } from './settings-search.ts'
import { calendarSection, retentionSection } from './time-sections.ts'

/** The settings by what they are about. Each page has an address of its own, and all are saved as one whole. */
const sectionsByPage = {
  office: [namesSection, contactSection, siteSection, publicSection],
  filing: [categoriesSection, labelsSection, procedureSection, privacySection, privacyNoticeSection, evidenceSection],
  time: [calendarSection, holidaysSection, rulesSection, caseloadSection, objectionsSection],
  news: [noticesSection, lettersSection],
  safety: [signInSection, retentionSection, historySection],
} as const satisfies Record<string, readonly Section[]>

/** One page of the settings; `all` shows everything, one below the other. */
export type SettingsPageName = keyof typeof sectionsByPage | 'all'

export const settingsPages: readonly SettingsPageName[] = [...keysOf(sectionsByPage), 'all']

export const pageNamed = (name: string): SettingsPageName => settingsPages.find((page) => page === name) ?? 'office'

export const sectionsOn = (page: SettingsPageName): readonly Section[] =>
  page === 'all' ? Object.values(sectionsByPage).flat() : sectionsByPage[page]

export const listSections = (wording: Wording): readonly (FoundSetting & { readonly page: SettingsPageName })[] =>
  entriesOf(sectionsByPage).flatMap(([page, sections]) =>
    sections.map(({ id, title }) => ({ page, section: id, title: title(wording) })),
  )
