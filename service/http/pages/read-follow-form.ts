import { readCredentials } from '../../shared/read-credentials.ts'
import { type FormFields, fieldText } from './read-form.ts'

export const followActs = [
  'open',
  'receipt',
  'receipt-with-code',
  'own-code',
  'record',
  'own-data',
  'older',
  'file',
  'transcript',
  'message',
  'objection',
  'reopening',
  'acceptance',
  'rating',
  'withdrawal',
  'identity',
  'identity-correction',
  'identity-withdrawal',
  'data-request',
  'contact-code',
  'contact-confirmation',
  'choose-readers',
] as const
export type FollowAct = (typeof followActs)[number]

export interface FollowForm {
  readonly act: FollowAct
  readonly number: string
  readonly trackingCode: string
  readonly text: string
  /** The name of the older page that is asked for. */
  readonly page: string
}

/** An unknown act only opens the complaint. */
export function readFollowForm(fields: FormFields): FollowForm {
  const asked = fieldText(fields, 'act')
  const { number, code } = readCredentials({
    number: fieldText(fields, 'number') ?? '',
    code: fieldText(fields, 'code') ?? '',
  })
  return {
    act: followActs.find((act) => act === asked) ?? 'open',
    number: number.toUpperCase(),
    trackingCode: code,
    text: fieldText(fields, 'text') ?? '',
    page: fieldText(fields, 'page') ?? '',
  }
}
