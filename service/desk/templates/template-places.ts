import { nextDueAt } from '../../case/case-clocks.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { TemplateWords } from '../../offices/templates.ts'
import type { TenantSettings } from '../../offices/tenants/tenant.ts'
import { type Language, type TemplatePlace, templatePlaces } from '../../offices/vocabulary.ts'
import { fillText } from '../../offices/wording/fill-text.ts'
import { sayDay } from '../../shared/time-in-words.ts'

/** Names of places in a text, by its language; spaces may replace underscores. */
export const templatePlaceNames: Readonly<Record<Language, Readonly<Record<TemplatePlace, string>>>> = {
  id: { number: 'nomor', office: 'kantor', dueDate: 'batas_waktu', receivedOn: 'tanggal_diterima', officer: 'petugas' },
  en: { number: 'number', office: 'office', dueDate: 'due_date', receivedOn: 'received_on', officer: 'officer' },
}

export const placeIn = (language: Language, name: string): TemplatePlace | undefined => {
  const written = name.trim().toLowerCase().replaceAll(' ', '_')
  return templatePlaces.find((place) => templatePlaceNames[language][place] === written)
}

interface Filling {
  readonly complaint: Pick<Complaint, 'id' | 'clocks' | 'receivedAt'>
  readonly settings: Pick<TenantSettings, 'name' | 'calendar'>
  readonly staff: Pick<StaffMember, 'name' | 'position'>
}

/** A paragraph is left out if one of its places has no value, such as a date where no clock runs. */
export function fillTemplate<W extends Pick<TemplateWords, 'language' | 'text' | 'elsewhere'>>(
  words: W,
  filling: Filling,
): W {
  const { complaint, settings, staff } = filling
  const { language } = words
  const dueAt = nextDueAt(complaint.clocks)
  const day = (at: Complaint['receivedAt']) => sayDay(at, settings.calendar.timeZone, language)
  const values: Readonly<Record<TemplatePlace, string | null>> = {
    number: complaint.id,
    office: settings.name,
    dueDate: dueAt && day(dueAt),
    receivedOn: day(complaint.receivedAt),
    officer: `${staff.name}, ${staff.position}`,
  }
  const wordsFor = (name: string) => {
    const place = placeIn(language, name)
    return place ? values[place] : null
  }
  return { ...words, text: fillText(words.text, wordsFor).text, elsewhere: fillText(words.elsewhere, wordsFor).text }
}
