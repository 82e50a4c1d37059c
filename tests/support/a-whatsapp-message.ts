import { createHmac } from 'node:crypto'

export const appSecret = 'rahasia-aplikasi'

/** A service that hears what people write by WhatsApp, and whose own messages reach nobody. */
export const aWhatsAppThatAnswersNobody = {
  WHATSAPP_TOKEN: 'token-contoh',
  WHATSAPP_PHONE_ID: '1000',
  WHATSAPP_APP_SECRET: appSecret,
  WHATSAPP_VERIFY_TOKEN: 'kata-kunci',
  WHATSAPP_BASE_URL: 'http://127.0.0.1:9',
} as const

/** What the webhook gets, under its signature. */
export function tellAsWhatsApp(url: string, value: unknown, by = appSecret): Promise<Response> {
  const body = JSON.stringify({ entry: [{ changes: [{ value }] }] })
  const signature = createHmac('sha256', by).update(body).digest('hex')
  return fetch(`${url}/api/v1/webhooks/whatsapp`, {
    method: 'POST',
    headers: { 'X-Hub-Signature-256': `sha256=${signature}`, 'Content-Type': 'application/json' },
    body,
  })
}

let written = 0

/** Somebody writes; a test names only what it is about. */
export const aWhatsAppMessage = ({
  from = '6281200000077',
  id = `wamid.masuk-${process.pid}-${++written}`,
  text,
  answers,
  ...more
}: {
  readonly from?: string
  readonly id?: string
  readonly text?: string
  readonly answers?: string
  readonly [kind: string]: unknown
} = {}) => ({
  contacts: [{ wa_id: from, profile: { name: 'Siti Contoh' } }],
  messages: [
    {
      from,
      id,
      timestamp: String(Math.floor(Date.now() / 1_000)),
      ...(text === undefined ? {} : { type: 'text', text: { body: text } }),
      ...(answers ? { context: { id: answers } } : {}),
      ...more,
    },
  ],
})
