import type { AlertKind, Language } from '../../complaints/vocabulary.ts'
import type { MemberNews } from '../inbox.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export interface AlertWording {
  /** It is also the subject of a mail with one alert. */
  readonly one: Readonly<Record<AlertKind, (number: string, about?: MemberNews) => string>>
  readonly many: (count: number) => string
  readonly greeting: string
  readonly more: (count: number, link: string) => string
  readonly closing: (office: string, link: string) => string
}

const wordings: Readonly<Record<Language, AlertWording>> = { id, en }

export const alertWordingFor = (language: Language): AlertWording => wordings[language]
