import type { AlertKind, Language } from '../../complaints/vocabulary.ts'
import type { MemberNews } from '../inbox.ts'
import { en } from './en.ts'
import { id } from './id.ts'

/** What an e-mail to staff is made of, in one language. */
export interface AlertWording {
  /** One alert in a line; it is also the subject where the mail has no other. */
  readonly one: Readonly<Record<AlertKind, (number: string, about?: MemberNews) => string>>
  readonly many: (count: number) => string
  readonly greeting: string
  readonly more: (count: number, link: string) => string
  readonly closing: (office: string, link: string) => string
}

const wordings: Readonly<Record<Language, AlertWording>> = { id, en }

export const alertWordingFor = (language: Language): AlertWording => wordings[language]
