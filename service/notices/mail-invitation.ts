import type { Language } from '../complaints/vocabulary.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { type Carrier, type CarrierAnswer, SEND_WITHIN } from './channels/notice-channel.ts'
import type { Composing } from './compose-message.ts'
import { type InvitationValues, wordingFor } from './wording/notice-wording.ts'

export interface Invitation extends InvitationValues {
  readonly tenant: TenantId
  readonly language: Language
  readonly to: string
}

/** Sends a one-time link to somebody who was invited. The admin has the link too, so a mail that fails loses nothing. */
export async function mailInvitation(
  mail: Carrier,
  hasher: Composing['hasher'],
  { tenant, language, to, ...values }: Invitation,
): Promise<CarrierAnswer> {
  const { subject, text } = wordingFor(language).invitation(values)
  const idempotencyKey = (await hasher(tenant))(values.link)
  return mail.send({ tenant, to, subject, text, idempotencyKey, signal: AbortSignal.timeout(SEND_WITHIN) })
}
