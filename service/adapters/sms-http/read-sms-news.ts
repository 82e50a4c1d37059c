import { createHash, timingSafeEqual } from 'node:crypto'
import { type NewsReader, noNews, type ProviderReport, providerAnswer } from '../../offices/channels/provider-news.ts'
import type { Clock } from '../../shared/instant.ts'
import { parseJson } from '../../shared/outbound.ts'
import { fieldAt, readSmsArrival, type SmsCallback } from './sms-config.ts'

/** Reads delivery reports in the words that the operator configured. The secret in the address authenticates them. */
export const smsNews = (
  callback: SmsCallback | null,
  inbound: { readonly secret: string; readonly now: Clock } | null = null,
): NewsReader => ({
  channel: 'sms',
  greet: () => null,

  read(call) {
    const { body, query, secret } = call
    if (secret === null) return inbound && readSmsArrival(inbound.secret, call, inbound.now())
    if (!callback || !timingSafeEqual(hashed(secret), hashed(callback.secret))) return null
    const json = parseJson(body)
    const form = json === undefined ? Object.fromEntries(new URLSearchParams(body)) : json
    const found = (path: string) => fieldAt(form, path) ?? query[path]
    const reference = found(callback.reference) ?? query.ref
    const word = found(callback.status)
    if (!reference || word === undefined) return noNews
    const state = stateOf(word.toLowerCase(), callback)
    const reason = state === 'failed' ? 'not_delivered' : null
    return { ...noNews, reports: [{ reference, state, reason, answer: providerAnswer(word, '') }] }
  },
})

const hashed = (text: string) => createHash('sha256').update(text).digest()

function stateOf(word: string, { delivered, failed }: SmsCallback): ProviderReport['state'] {
  if (delivered.includes(word)) return 'delivered'
  return failed.includes(word) ? 'failed' : 'accepted'
}
