import { describe, expect, it, onTestFinished } from 'vitest'
import { whatsAppCloud } from '../../../service/adapters/whatsapp-cloud/whatsapp-cloud.ts'
import type { NoticeInParts } from '../../../service/offices/channels/notice-channel.ts'
import { templateFor, type WhatsAppTemplate } from '../../../service/offices/tenants/notice-settings.ts'
import { type Instant, SECOND } from '../../../service/shared/instant.ts'
import { aMessage } from '../../support/a-message.ts'
import { type ProviderMood, type StandInProvider, startStandInProvider } from '../../support/stand-in-provider.ts'
import { channelConformance, type Provider, type Trouble } from '../channel-conformance.ts'

const to = '0812-0000-0001'
const number = '6281200000001'
const now = () => '2026-11-25T03:00:00.000Z' as Instant

const notice: NoticeInParts = {
  event: 'answered',
  language: 'id',
  values: {
    office: 'Bagian Organisasi',
    officeShort: 'Bag. Organisasi',
    number: 'BO-2026-000123',
    link: 'https://aduan.example/t/bagian-organisasi/follow',
  },
}

const template = (details: Partial<WhatsAppTemplate> = {}): WhatsAppTemplate => ({
  event: null,
  language: 'id',
  name: 'kabar_pengaduan',
  templateLanguage: 'id',
  variables: ['office', 'sentence', 'link'],
  ...details,
})

interface Sent {
  readonly to: string
  readonly type: 'text' | 'template'
  readonly text?: { readonly body: string }
  readonly template?: unknown
  readonly biz_opaque_callback_data?: string
}

const sentTo = (standIn: StandInProvider): Sent[] => standIn.requests.map(({ body }) => JSON.parse(body) as Sent)

function carrierFor(url: string, { isWindowOpen = true, templates = [] as WhatsAppTemplate[] } = {}) {
  return whatsAppCloud(
    { token: 'token-contoh', phoneId: '1000', baseUrl: `${url}/v24.0`, reportsDelivery: true },
    {
      now,
      isWindowOpen: async () => isWindowOpen,
      rememberSent: async () => {},
      templateFor: async (_, about) => templateFor(templates, about),
    },
  )
}

const startProvider = (delivered: Sent[] = []) =>
  startStandInProvider(({ body }) => {
    delivered.push(JSON.parse(body) as Sent)
    const id = `wamid.${Buffer.from(number).toString('base64')}`
    return { status: 200, body: { messaging_product: 'whatsapp', messages: [{ id }] } }
  })

const standIns = new WeakMap<Provider, StandInProvider>()

async function start(): Promise<Provider> {
  const delivered: Sent[] = []
  const standIn = await startProvider(delivered)
  const provider: Provider = {
    carrier: carrierFor(standIn.url),
    message: (details) => aMessage({ to, ...details }),
    personal: ['81200000001', '8120000', 'ODEyMDAwMDA'],
    delivered: async () => delivered.map(({ text }) => ({ text: text?.body ?? '' })),
    goAway: standIn.close,
    close: standIn.close,
  }
  standIns.set(provider, standIn)
  return provider
}

const inMood = (mood: ProviderMood) => (provider: Provider) => {
  standIns.get(provider)!.mood = mood
}
const trouble = (name: string, mood: ProviderMood, expected: Trouble['expected']): Trouble => ({
  name,
  begin: inMood(mood),
  expected,
})
const error = (code: number, status = 400): ProviderMood => ({
  status,
  body: { error: { code, message: `(#${code}) Something about ${number}`, error_data: { details: `To: ${to}` } } },
})
const later = (reason: string) => ({ outcome: 'failed_for_now', reason })
const never = (reason: string) => ({ outcome: 'refused', reason })

channelConformance('the WhatsApp Cloud API', start, {
  // It knows no idempotency key; its reports bear our reference.
  honoursKeys: false,
  hang: inMood('hangs'),
  neverDone: [{ name: 'answers drop by drop', begin: inMood('drips') }],
  overTls: (provider) => carrierFor(standIns.get(provider)!.url.replace('http:', 'https:')),
  answered: [
    trouble('asks to wait', 'asks_to_wait', { ...later('asked_to_wait'), retryAfterMs: 7 * SECOND }),
    trouble('answers 500', 'error', later('provider_trouble')),
    trouble('answers nonsense', 'nonsense', later('not_reached')),
    trouble('answers without end', 'endless', later('not_reached')),
    trouble('answers nonsense with an error', 'nonsense_error', later('provider_trouble')),
    trouble('closes the connection', 'cuts', later('not_reached')),
    trouble('sends us elsewhere', 'redirects', later('not_reached')),
    trouble('does not take our token', error(190, 401), later('not_set_up')),
    trouble('misses a right', error(200, 403), later('not_set_up')),
    trouble('wants to be paid', error(131042), later('not_set_up')),
    trouble('counts too many messages', error(130429), later('asked_to_wait')),
    trouble('counts too many messages to one person', error(131056), later('recipient_busy')),
    trouble('has trouble of its own, told as our mistake', error(131016), later('provider_trouble')),
    trouble('knows no such WhatsApp', error(131026), never('address_refused')),
    trouble('says that the window is closed', error(131047), never('needs_template')),
    trouble('has paused the template', error(132015), never('template_refused')),
    trouble('does not like the message', error(100), never('message_refused')),
  ],
})

describe('what goes to WhatsApp', () => {
  async function sending(how: Parameters<typeof carrierFor>[1], details: Parameters<typeof aMessage>[0] = {}) {
    const standIn = await startProvider()
    onTestFinished(standIn.close)
    const answer = await carrierFor(standIn.url, how).send(aMessage({ to, notice, ...details }))
    return { answer, standIn, sent: sentTo(standIn) }
  }

  it('is addressed in the form that the provider takes, under our token and reference', async () => {
    const { sent, standIn } = await sending({}, { reference: 'rujukan-1' })
    expect(sent[0]).toMatchObject({ messaging_product: 'whatsapp', to: number, biz_opaque_callback_data: 'rujukan-1' })
    expect(standIn.requests[0]?.url.pathname).toBe('/v24.0/1000/messages')
    expect(standIn.requests[0]?.headers.authorization).toBe('Bearer token-contoh')
  })

  it('is the unit’s approved template, filled as the unit says, once the window is closed', async () => {
    const { sent } = await sending({ isWindowOpen: false, templates: [template()] })
    expect(sent[0]).toMatchObject({
      type: 'template',
      template: {
        name: 'kabar_pengaduan',
        language: { code: 'id' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Bagian Organisasi' },
              { type: 'text', text: 'Pengaduan BO-2026-000123 sudah kami jawab' },
              { type: 'text', text: 'https://aduan.example/t/bagian-organisasi/follow' },
            ],
          },
        ],
      },
    })
  })

  it('is the template for the very notice before the one for all', async () => {
    const templates = [template(), template({ event: 'answered', name: 'jawaban', variables: [] })]
    const { sent } = await sending({ isWindowOpen: false, templates })
    expect(sent[0]?.template).toEqual({ name: 'jawaban', language: { code: 'id' }, components: [] })
  })

  it('is no template of another language', async () => {
    const { answer } = await sending({ isWindowOpen: false, templates: [template({ language: 'en' })] })
    expect(answer).toEqual({ outcome: 'refused', reason: 'needs_template', answer: '' })
  })

  it('is the unit’s own words only while the window is open; else without a template nothing is sent, and the reason told', async () => {
    const open = await sending({ isWindowOpen: true, templates: [template()] })
    expect(open.sent[0]).toMatchObject({ type: 'text', text: { preview_url: false } })

    const closed = await sending({ isWindowOpen: false })
    expect(closed.answer).toEqual({ outcome: 'refused', reason: 'needs_template', answer: '' })
    expect(closed.standIn.requests).toHaveLength(0)
  })

  it('is nothing for what is no telephone number', async () => {
    const { answer, standIn } = await sending({}, { to: 'siti@warga.example' })
    expect(answer).toMatchObject({ outcome: 'refused', reason: 'address_refused' })
    expect(standIn.requests).toHaveLength(0)
  })
})
