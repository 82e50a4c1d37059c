import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NoticeView } from '../../service/contract/messages.ts'
import { problemOf } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { type StandInProvider, startStandInProvider } from '../support/stand-in-provider.ts'

const appSecret = 'rahasia-aplikasi'
const smsSecret = 'rahasia-laporan-sms-contoh'
const number = '6281200000001'

const environment: Record<string, string> = {
  WHATSAPP_TOKEN: 'token-contoh',
  WHATSAPP_PHONE_ID: '1000',
  WHATSAPP_APP_SECRET: appSecret,
  WHATSAPP_VERIFY_TOKEN: 'kata-kunci',
  SMS_SECRET: smsSecret,
}
let whatsApp: StandInProvider
let sms: StandInProvider
beforeAll(async () => {
  let taken = 0
  whatsApp = await startStandInProvider(() => ({ status: 200, body: { messages: [{ id: `wamid.${++taken}` }] } }))
  sms = await startStandInProvider(() => ({ status: 202, body: 'OK' }))
  environment.WHATSAPP_BASE_URL = whatsApp.url
  environment.SMS_URL = sms.url
})
afterAll(async () => {
  await whatsApp.close()
  await sms.close()
})
// After the stand-ins: it starts with their addresses.
const service = oneService(environment)

const hooks = () => `${service.url}/api/v1/webhooks`

function tellAsWhatsApp(value: unknown, by = appSecret): Promise<Response> {
  const body = JSON.stringify({ entry: [{ changes: [{ value }] }] })
  const signature = createHmac('sha256', by).update(body).digest('hex')
  return fetch(`${hooks()}/whatsapp`, {
    method: 'POST',
    headers: { 'X-Hub-Signature-256': `sha256=${signature}`, 'Content-Type': 'application/json' },
    body,
  })
}

const status = (word: string, reference: string, errors: unknown[] = []) => ({
  statuses: [{ status: word, recipient_id: number, biz_opaque_callback_data: reference, errors }],
})

/** Somebody wrote to the office, so that free text goes. */
const openWindow = () =>
  tellAsWhatsApp({ messages: [{ from: number, timestamp: String(Math.floor(Date.now() / 1_000)), text: {} }] })

async function noticeOf(complaint: string): Promise<NoticeView> {
  const head = await service.staff('kepala')
  return (await head.case(complaint)).notices[0]!
}

/** A complaint whose notice went out by WhatsApp, with the reference that the provider was given. */
async function aNoticeOnWhatsApp() {
  expect((await openWindow()).status).toBe(200)
  const { number: complaint } = await service.unit().file({
    reporter: { name: 'Siti Contoh', address: 'Jalan Misal 1', phone: '0812-0000-0001', channels: ['whatsapp', 'sms'] },
  })
  await expect.poll(async () => (await noticeOf(complaint)).state).toBe('sent')
  const { body } = whatsApp.requests.find((request) => request.body.includes(complaint))!
  const { biz_opaque_callback_data: reference } = JSON.parse(body) as { biz_opaque_callback_data: string }
  return { complaint, reference }
}

describe('what WhatsApp tells of a notice', () => {
  it('stands on the case: sent, waited for, delivered, read; told twice it is the same', async () => {
    const { complaint, reference } = await aNoticeOnWhatsApp()
    expect(await noticeOf(complaint)).toMatchObject({ channel: 'whatsapp', nextTryAt: expect.stringMatching(/Z$/) })

    for (const word of ['sent', 'delivered', 'delivered', 'read', 'delivered']) {
      expect((await tellAsWhatsApp(status(word, reference))).status).toBe(200)
    }
    const notice = await noticeOf(complaint)
    expect(notice).toMatchObject({ state: 'read', nextTryAt: null, attempts: [{ report: 'read' }] })
    expect(notice.attempts[0]?.explanation).toMatch(/^WhatsApp menerima pesan ini.+ Dibaca .+\.$/)
  })

  it('sends it by SMS at once when it did not arrive, and the gateway’s report ends it', async () => {
    const { complaint, reference } = await aNoticeOnWhatsApp()
    await tellAsWhatsApp(status('failed', reference, [{ code: 131026, title: 'Undeliverable' }]))

    const sent = async () => sms.requests.find(({ body }) => body.includes(complaint))
    await expect.poll(sent).toBeDefined()
    const message = JSON.parse((await sent())!.body) as { to: string; text: string; callback: string }
    expect(message).toMatchObject({ to: number, text: expect.stringContaining(complaint) })
    await expect.poll(async () => (await noticeOf(complaint)).state).toBe('sent')

    const callback = new URL(message.callback)
    const report = await fetch(`${service.url}${callback.pathname}${callback.search}&status=DELIVRD`)
    expect(report.status).toBe(200)
    expect(await noticeOf(complaint)).toMatchObject({
      state: 'delivered',
      attempts: [
        { channel: 'whatsapp', report: 'failed' },
        { channel: 'sms', report: 'delivered' },
      ],
    })
  })

  it('is passed over when it is about no message of ours', async () => {
    const { complaint, reference } = await aNoticeOnWhatsApp()
    const forged = `${reference.startsWith('k') ? 'l' : 'k'}${reference.slice(1)}`
    for (const told of ['', 'x', forged]) expect((await tellAsWhatsApp(status('read', told))).status).toBe(200)
    expect(await noticeOf(complaint)).toMatchObject({ state: 'sent' })
  })
})

describe('who is no provider', () => {
  it.each([
    ['WhatsApp under another secret', () => tellAsWhatsApp(status('read', 'x'), 'rahasia-lain')],
    ['WhatsApp without a signature', () => fetch(`${hooks()}/whatsapp`, { method: 'POST', body: '{}' })],
    ['WhatsApp with another word', () => fetch(`${hooks()}/whatsapp?hub.mode=subscribe&hub.verify_token=x`)],
    ['an SMS gateway under another secret', () => fetch(`${hooks()}/sms/rahasia-lain?ref=x&status=delivered`)],
    ['a provider that nobody set up', () => fetch(`${hooks()}/resend`, { method: 'POST', body: '{}' })],
  ])('is not believed: %s', async (_, call) => {
    expect(await problemOf(await call())).toMatchObject({ status: 401, code: 'webhook/not-proven' })
  })

  it('cannot make the service read without end', async () => {
    const response = await fetch(`${hooks()}/whatsapp`, { method: 'POST', body: 'x'.repeat(200_000) })
    expect(response.status).toBe(413)
  })
})

it('WhatsApp finds that the address is ours, and gets its challenge as it sent it', async () => {
  const answer = await fetch(`${hooks()}/whatsapp?hub.mode=subscribe&hub.verify_token=kata-kunci&hub.challenge=%3Cb%3E`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(await answer.text()).toBe('<b>')
})

it('nothing of the reporter, and no secret, is in the log', () => {
  const log = service.running.output()
  for (const secret of [number, '0812-0000-0001', appSecret, smsSecret, 'token-contoh'])
    expect(log).not.toContain(secret)
})
