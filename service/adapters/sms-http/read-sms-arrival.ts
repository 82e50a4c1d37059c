import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { noNews, type ProviderCall, type ProviderNews } from '../../offices/channels/provider-news.ts'
import { type Instant, instantOf, MINUTE, SECOND } from '../../shared/instant.ts'
import { internationalNumber } from '../../shared/numbers.ts'
import { fieldsOf, parseJson } from '../../shared/outbound.ts'

/** A call that is older, or from the future, may be somebody's repetition. */
const FRESH_FOR = 5 * MINUTE

/**
 * An SMS that came in, as JSON with `id`, `from`, `text` and, if known, `sentAt`, signed as our own webhooks are
 * (Standard Webhooks): HMAC-SHA256 over `{webhook-id}.{webhook-timestamp}.{body}` in base64.
 * @returns `null` if the call is not authentic
 */
export function readSmsArrival(secret: string, { body, header }: ProviderCall, now: Instant): ProviderNews | null {
  const seconds = Number(header('webhook-timestamp'))
  if (!(Math.abs(Date.parse(now) - seconds * SECOND) <= FRESH_FOR)) return null
  const signed = `${header('webhook-id') ?? ''}.${seconds}.${body}`
  const expected = `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`
  const given = (header('webhook-signature') ?? '').split(' ')
  if (!given.some((one) => timingSafeEqual(hashed(one), hashed(expected)))) return null
  const { id, from, text, sentAt } = fieldsOf(parseJson(body))
  const number = typeof from === 'string' ? internationalNumber(from) : null
  if (typeof id !== 'string' || id === '' || typeof text !== 'string' || number === null) return noNews
  const at = new Date(typeof sentAt === 'string' ? sentAt : Number.NaN)
  return {
    ...noNews,
    arrivals: [
      {
        channel: 'sms',
        providerId: id,
        from: number,
        fromName: null,
        recipients: [],
        subject: '',
        refersTo: '',
        text,
        media: [],
        ...(!Number.isNaN(at.getTime()) && { sentAt: instantOf(at) }),
      },
    ],
  }
}

/** Compares hashes, so that neither length nor beginning can be found by trying. */
const hashed = (text: string) => createHash('sha256').update(text).digest()
