import { entriesOf, keysOf } from '../../../service/shared/records.ts'
import type { Wording } from '../../wording/wording.ts'
import { calendarSection } from './calendar-section.ts'
import { caseloadSection } from './caseload-section.ts'
import { categoriesSection } from './categories-section.ts'
import type { FoundSetting } from './find-settings.ts'
import { historySection } from './history-section.ts'
import { holidaysSection } from './holidays-section.ts'
import { labelsSection } from './labels-section.ts'
import { lettersSection } from './letters-section.ts'
import { contactSection, namesSection } from './names-section.ts'
import { noticesSection } from './notices-section.ts'
import { objectionsSection } from './objections-section.ts'
import { evidenceSection, privacySection } from './privacy-section.ts'
import { privacyNoticeSection, procedureSection } from './procedure-section.ts'
import { publicSection } from './public-section.ts'
import { retentionSection } from './retention-section.ts'
import { rulesSection } from './rules-section.ts'
import type { Section } from './section.ts'
import { signInSection } from './sign-in-section.ts'
import { siteSection } from './site-section.ts'

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

/** Reads the page from an address, which may name none. */
export const pageNamed = (name: string): SettingsPageName => settingsPages.find((page) => page === name) ?? 'office'

export const sectionsOn = (page: SettingsPageName): readonly Section[] =>
  page === 'all' ? Object.values(sectionsByPage).flat() : sectionsByPage[page]

/** Lists every section with its page, in the person's language. */
export const listSections = (wording: Wording): readonly (FoundSetting & { readonly page: SettingsPageName })[] =>
  entriesOf(sectionsByPage).flatMap(([page, sections]) =>
    sections.map(({ id, title }) => ({ page, section: id, title: title(wording) })),
  )
