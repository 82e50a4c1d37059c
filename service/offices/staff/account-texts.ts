import { readTexts, sayText } from '../../shared/texts/texts.ts'
import en from '../../texts/en/accounts.json' with { type: 'json' }
import id from '../../texts/id/accounts.json' with { type: 'json' }
import type { Language } from '../vocabulary.ts'

/** The mails about an account, and what the service, its operator and the roles are called in a sentence. */
export const accountTexts = readTexts({ id, en })

export const accountMailKinds = [
  'invitation',
  'password',
  'second-factor',
  'password-changed',
  'second-factor-gone',
  'role-granted',
  'role-taken',
] as const

export type AccountMailKind = (typeof accountMailKinds)[number]

export interface AccountMailValues {
  readonly name: string
  readonly office: string
  readonly by: string
  readonly role: string
  readonly link: string
  readonly minutes: number
  readonly days: number
}

export function accountMailText(kind: AccountMailKind, language: Language, values: AccountMailValues) {
  const { letter, mails } = accountTexts[language]
  const { subject, body } = mails[kind]
  return { subject: sayText(subject, values), text: letter({ ...values, body: sayText(body, values) }) }
}
