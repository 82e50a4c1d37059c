import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { NewsReader, ProviderReport } from '../../offices/channels/provider-news.ts'
import { instantOf, SECOND } from '../../shared/instant.ts'
import { fieldsOf, listIn, parseJson } from '../../shared/outbound.ts'
import { arrivalsIn, errorIn } from './whatsapp-messages.ts'

export interface WhatsAppProof {
  /** The secret with which the provider signs reports. */
  readonly appSecret: string
  /** The token that the operator gave the provider with our address. */
  readonly verifyToken: string
}

/** Reports of delivery, and messages that came in. */
export const whatsAppNews = ({ appSecret, verifyToken }: WhatsAppProof): NewsReader => ({
  channel: 'whatsapp',

  greet(query) {
    const isAsked = query['hub.mode'] === 'subscribe' && isSame(query['hub.verify_token'] ?? '', verifyToken)
    return isAsked ? (query['hub.challenge'] ?? '') : null
  },

  read({ body, header }) {
    const signature = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
    if (!isSame(header('x-hub-signature-256') ?? '', signature)) return null
    const values = listIn(parseJson(body), 'entry')
      .flatMap((entry) => listIn(entry, 'changes'))
      .map((change) => fieldsOf(change).value)
    return {
      reports: values.flatMap((value) => listIn(value, 'statuses')).flatMap(reportIn),
      heardFrom: values.flatMap((value) => listIn(value, 'messages')).flatMap(writerIn),
      arrivals: values.flatMap(arrivalsIn),
    }
  },
})

/** Compares hashes, so that neither length nor beginning can be found by trying. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hashed(one), hashed(other))
const hashed = (text: string) => createHash('sha256').update(text).digest()

const states: Readonly<Record<string, ProviderReport['state']>> = {
  sent: 'accepted',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
}

function reportIn(status: unknown): ProviderReport[] {
  const { status: word, biz_opaque_callback_data: reference } = fieldsOf(status)
  const state = typeof word === 'string' ? states[word] : undefined
  if (!state || typeof reference !== 'string') return []
  if (state !== 'failed') return [{ reference, state, reason: null, answer: '' }]
  const { reason, words } = errorIn(listIn(status, 'errors')[0])
  return [{ reference, state, reason, answer: words }]
}

function writerIn(message: unknown): { number: string; at: ReturnType<typeof instantOf> }[] {
  const { from, timestamp } = fieldsOf(message)
  const at = new Date(Number(timestamp) * SECOND)
  if (typeof from !== 'string' || !/^\d{8,15}$/.test(from) || Number.isNaN(at.getTime())) return []
  return [{ number: from, at: instantOf(at) }]
}
