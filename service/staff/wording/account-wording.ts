import type { Language, Role } from '../../complaints/vocabulary.ts'
import type { AccountMailKind } from '../account-mail.ts'
import { en } from './en.ts'
import { id } from './id.ts'

/** What a mail to the owner of an account can be filled with. */
export interface AccountMailValues {
  readonly name: string
  readonly office: string
  readonly by: string
  readonly role: string
  readonly link: string
  /** How long a reset link can be used. */
  readonly minutes: number
  /** How long an invitation can be used. */
  readonly days: number
}

export interface AccountWording {
  /** What the service calls itself where no unit sends the mail. */
  readonly service: string
  /** Who invites or decides where whoever runs the service does. */
  readonly operator: string
  readonly roles: Readonly<Record<Role, string>>
  readonly mails: Readonly<
    Record<AccountMailKind, (values: AccountMailValues) => { readonly subject: string; readonly text: string }>
  >
}

const wordings: Readonly<Record<Language, AccountWording>> = { id, en }

export const accountWordingFor = (language: Language): AccountWording => wordings[language]
