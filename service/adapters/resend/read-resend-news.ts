import { Resend } from 'resend'
import {
  type Announcement,
  type NewsReader,
  noNews,
  type ProviderCall,
  type ProviderReport,
  providerAnswer,
} from '../../offices/channels/provider-news.ts'
import { fieldsOf } from '../../shared/outbound.ts'
import { textIn } from './read-resend-answer.ts'

/** Reports are authenticated by a signature that Resend's SDK checks. Opens are not tracked. */
export function resendNews(apiKey: string, webhookSecret: string): NewsReader {
  const { webhooks } = new Resend(apiKey)

  function proven({ body: payload, header }: ProviderCall): { readonly event: unknown } | null {
    const [id = '', timestamp = '', signature = ''] = ['id', 'timestamp', 'signature'].map((one) =>
      header(`svix-${one}`),
    )
    try {
      return { event: webhooks.verify({ payload, headers: { id, timestamp, signature }, webhookSecret }) }
    } catch {
      return null
    }
  }

  return {
    channel: 'email',
    greet: () => null,

    read(call) {
      const delivered = proven(call)
      return delivered && { ...noNews, reports: reportsIn(delivered.event), arrivals: arrivalsIn(delivered.event) }
    },
  }
}

type EventReport = Pick<ProviderReport, 'state' | 'reason'> & { readonly words: string }

/** The SDK proves who wrote an event, not that it is shaped as its types say. */
function reportsIn(event: unknown): ProviderReport[] {
  const { data } = fieldsOf(event)
  const { to, tags } = fieldsOf(data)
  const reference = textIn(tags, 'reference')
  const report = reportOf(textIn(event, 'type'), fieldsOf(data))
  if (!reference || !report) return []
  const address = Array.isArray(to) ? String(to[0]) : ''
  return [{ reference, state: report.state, reason: report.reason, answer: providerAnswer(report.words, address) }]
}

/** The event announces a mail; the mail itself is fetched by its id. */
function arrivalsIn(event: unknown): Announcement[] {
  const { data } = fieldsOf(event)
  const providerId = textIn(data, 'email_id')
  // The id becomes part of an address, so its characters are restricted.
  if (textIn(event, 'type') !== 'email.received' || !/^[A-Za-z0-9_-]{1,100}$/.test(providerId)) return []
  const [, name = '', address = ''] = /^(.*?)<?([^\s<>]+@[^\s<>]+)>?\s*$/.exec(textIn(data, 'from')) ?? []
  const { to, cc, received_for: receivedFor } = fieldsOf(data)
  const recipients = [to, cc, receivedFor].flatMap((list) => (Array.isArray(list) ? list : []))
  return [
    {
      channel: 'email',
      providerId,
      from: address.toLowerCase() || null,
      fromName: name.replaceAll('"', '').trim() || null,
      recipients: recipients.slice(0, MOST_RECIPIENTS).map((one) => addressIn(String(one))),
      subject: textIn(data, 'subject').slice(0, MOST_SUBJECT),
      refersTo: '',
      text: '',
      media: [],
    },
  ]
}

const MOST_RECIPIENTS = 50
const MOST_SUBJECT = 300

const addressIn = (written: string): string => (/<([^<>]+)>/.exec(written)?.[1] ?? written).trim().toLowerCase()

function reportOf(type: string, { bounce, suppressed, failed }: Readonly<Record<string, unknown>>): EventReport | null {
  switch (type) {
    case 'email.sent':
      return { state: 'accepted', reason: null, words: '' }
    case 'email.delivered':
      return { state: 'delivered', reason: null, words: '' }
    case 'email.bounced': {
      const reason = textIn(bounce, 'type') === 'Transient' ? 'recipient_busy' : 'address_refused'
      return { state: 'failed', reason, words: textIn(bounce, 'message') }
    }
    case 'email.suppressed':
      return { state: 'failed', reason: 'address_refused', words: textIn(suppressed, 'message') }
    case 'email.failed':
      return { state: 'failed', reason: 'message_refused', words: textIn(failed, 'reason') }
    default:
      return null
  }
}
