import { type FormFields, written } from './read-form.ts'

/** What a reporter without JavaScript can ask on the follow-up page. */
export const followActs = [
  'open',
  'receipt',
  'record',
  'own-data',
  'older',
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
] as const
export type FollowAct = (typeof followActs)[number]

export interface FollowForm {
  readonly act: FollowAct
  readonly number: string
  readonly trackingCode: string
  /** Empty where nothing was written. */
  readonly text: string
  /** Names the page of older messages and history that is asked for. */
  readonly page: string
}

/** What was sent from the follow-up page; an unknown act only opens the complaint. */
export function readFollowForm(fields: FormFields): FollowForm {
  const asked = written(fields, 'act')
  return {
    act: followActs.find((act) => act === asked) ?? 'open',
    number: (written(fields, 'number') ?? '').toUpperCase(),
    trackingCode: written(fields, 'code') ?? '',
    text: written(fields, 'text') ?? '',
    page: written(fields, 'page') ?? '',
  }
}
