import { Resend } from 'resend'
import type { FetchFromProvider } from '../../filing/inbound/inbound-office.ts'
import { MINUTE } from '../../shared/instant.ts'
import { fieldsOf } from '../../shared/outbound.ts'
import { textIn } from './read-resend-answer.ts'
import type { ResendSettings } from './resend-mail.ts'

const ANSWERED_WITHIN = 10_000
const GIVEN_WITHIN = 5 * MINUTE

/** Fetches a received mail in its original form from the address that the SDK returns; that address needs no key. */
export function fetchReceived({ apiKey, baseUrl }: Pick<ResendSettings, 'apiKey' | 'baseUrl'>): FetchFromProvider {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl: baseUrl.replace(/\/+$/, '') } : {})

  return async (id) => {
    const signal = AbortSignal.timeout(ANSWERED_WITHIN)
    const { data } = await resend.emails.receiving.get(id, {}, { signal })
    const url = textIn(fieldsOf(data).raw, 'download_url')
    if (!/^https?:\/\//.test(url)) throw new Error('Resend does not tell where a mail lies.')
    const given = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(GIVEN_WITHIN) })
    if (!given.ok || !given.body) throw new Error(`Resend gives a mail with status ${given.status}.`)
    return given.body
  }
}
