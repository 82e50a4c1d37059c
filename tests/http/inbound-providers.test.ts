import { createHmac, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InboundList, InboundView } from '../../service/contract/messages.ts'
import { aMail, type MailDetails } from '../support/a-mail.ts'
import { patience } from '../support/a-mail-office.ts'
import { appSecret, aWhatsAppMessage, tellAsWhatsApp } from '../support/a-whatsapp-message.ts'
import { aFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'
import { aPhoto, aZip } from '../support/some-files.ts'
import {
  type ProviderRequest,
  type Reply,
  type StandInProvider,
  startStandInProvider,
} from '../support/stand-in-provider.ts'

const key = randomBytes(24)
const reporterNumber = '6281200000001'
const strangerNumber = '6281200000099'

const environment: Record<string, string> = {
  INBOUND_ADDRESS: 'masuk@aduan.example',
  INBOUND_UNIT: 'bagian-organisasi',
  // Here officers read what belongs to no case.
  CHAT_INTAKE: 'off',
  RESEND_API_KEY: 're_contoh',
  RESEND_WEBHOOK_SECRET: `whsec_${key.toString('base64')}`,
  WHATSAPP_TOKEN: 'token-contoh',
  WHATSAPP_PHONE_ID: '1000',
  WHATSAPP_APP_SECRET: appSecret,
  WHATSAPP_VERIFY_TOKEN: 'kata-kunci',
}

/** Mails that the provider has, by id, and files of WhatsApp. */
const mails = new Map<string, string>()
const files = new Map<string, Buffer>()
let resend: StandInProvider
let whatsApp: StandInProvider

/** The provider numbers what it takes. */
const numberOf = (at: StandInProvider, request: ProviderRequest) => at.requests.indexOf(request)

const asResend = (request: ProviderRequest): Reply => {
  const { method, url } = request
  if (method === 'POST') return { status: 200, body: { id: `e-${numberOf(resend, request)}` } }
  const [, kind, id = ''] = /^\/(emails\/receiving|raw)\/(.+)$/.exec(url.pathname) ?? []
  const raw = mails.get(id)
  if (raw === undefined) return { status: 404, body: { name: 'not_found', message: 'No such mail', statusCode: 404 } }
  if (kind === 'raw') return { status: 200, body: raw }
  return { status: 200, body: { id, raw: { download_url: `${resend.url}/raw/${id}`, expires_at: '2099-01-01' } } }
}
const asWhatsApp = (request: ProviderRequest): Reply => {
  const { method, url } = request
  if (method === 'POST') return { status: 200, body: { messages: [{ id: `wamid.${numberOf(whatsApp, request)}` }] } }
  const id = url.pathname.split('/').at(-1) ?? ''
  const file = files.get(id)
  if (!file) return { status: 404, body: {} }
  return url.pathname.startsWith('/file/')
    ? { status: 200, body: file }
    : { status: 200, body: { url: `${whatsApp.url}/file/${id}` } }
}

beforeAll(async () => {
  resend = await startStandInProvider(asResend)
  whatsApp = await startStandInProvider(asWhatsApp)
  environment.RESEND_BASE_URL = resend.url
  environment.WHATSAPP_BASE_URL = whatsApp.url
})
afterAll(async () => {
  await resend.close()
  await whatsApp.close()
})
// After the stand-ins: it starts with their addresses.
const service = oneService(environment)

const write = (details: Parameters<typeof aWhatsAppMessage>[0]) =>
  tellAsWhatsApp(service.url, aWhatsAppMessage(details))
const messagesOf = async (number: string) => (await (await service.staff('kepala')).case(number)).messages
const drafts = async () => {
  const officer = await service.staff('verifikator')
  return ((await (await officer.get('/inbound')).json()) as InboundList).items
}
async function draftSaying(words: string): Promise<InboundView> {
  const found = async () => (await drafts()).find(({ beginning, subject }) => `${subject} ${beginning}`.includes(words))
  await expect.poll(found, patience).toBeDefined()
  return (await (
    await (await service.staff('verifikator')).get(`/inbound/${(await found())!.id}`)
  ).json()) as InboundView
}

/** What Resend tells when a mail came in, under its signature. */
function tellAsResend(id: string, to: string, secret = key): Promise<Response> {
  const data = {
    email_id: id,
    from: 'Siti <siti@contoh.example>',
    to: [to],
    subject: 'x',
    message_id: `<${id}>`,
    attachments: [],
  }
  const body = JSON.stringify({ type: 'email.received', created_at: new Date().toISOString(), data })
  const [at, message] = [String(Math.floor(Date.now() / 1_000)), `msg_${id}_${Math.random()}`]
  const signature = createHmac('sha256', secret).update(`${message}.${at}.${body}`).digest('base64')
  const headers = { 'svix-id': message, 'svix-timestamp': at, 'svix-signature': `v1,${signature}` }
  return fetch(`${service.url}/api/v1/webhooks/resend`, { method: 'POST', headers, body })
}

/** A mail lies with the provider, and the provider tells of it. */
async function arrives(details: MailDetails): Promise<string> {
  const id = `surel-${mails.size}`
  mails.set(id, aMail(details))
  expect((await tellAsResend(id, details.to ?? 'masuk@aduan.example')).status).toBe(200)
  return id
}

/** A case whose notice went to this reporter, as the provider had it, and as the case has it by now. */
async function aNoticedCase(channel: 'email' | 'whatsapp', at: StandInProvider) {
  const reporter = { ...aFiling().reporter, channels: [channel] }
  const { number } = await service.unit().file({ reporter })
  const head = await service.staff('kepala')
  await expect.poll(async () => (await head.case(number)).notices, patience).toMatchObject([{ state: 'sent' }])
  const request = at.requests.find(({ method, body }) => method === 'POST' && body.includes(number))
  if (!request) throw new Error('The notice was sent, and the provider has none.')
  return { number, request }
}

describe('a mail that Resend tells of', () => {
  it('is fetched from there and stands on the case that it answers, also when it was told twice', async () => {
    const { number, request } = await aNoticedCase('email', resend)
    const { reply_to: to } = JSON.parse(request.body) as { reply_to: string }
    const photo = { name: 'foto.jpg', type: 'image/jpeg', bytes: await aPhoto('x') }
    const id = await arrives({ to, text: 'Dari Resend.', files: [photo] })
    await tellAsResend(id, to)
    await expect
      .poll(() => messagesOf(number), patience)
      .toMatchObject([{ text: 'Dari Resend.', via: { channel: 'email' } }])
    const { evidence } = await (await service.staff('kepala')).case(number)
    expect(evidence).toMatchObject([{ name: 'foto.jpg' }])
  })

  it.each(['error', 'cuts', 'nonsense', 'redirects'] as const)(
    'is tried again while the provider %s, and then it is there',
    async (mood) => {
      resend.next.push(mood)
      await arrives({ from: `${mood}@contoh.example`, subject: `Setelah ${mood}`, text: 'Isi.' })
      expect(await draftSaying(`Setelah ${mood}`)).toMatchObject({ text: 'Isi.', refused: [] })
    },
  )

  it('is believed only under its signature', async () => {
    expect((await tellAsResend('palsu', 'masuk@aduan.example', randomBytes(24))).status).toBe(401)
  })
})

describe('somebody who writes by WhatsApp', () => {
  it('is on the case when they answer a message of ours, with their photo, once', async () => {
    await write({ from: reporterNumber, text: 'Halo' })
    const { number, request } = await aNoticedCase('whatsapp', whatsApp)
    const answers = `wamid.${numberOf(whatsApp, request)}`
    files.set('foto-1', await aPhoto('x'))
    files.set('arsip-1', aZip)
    const photo = { id: `wamid.foto-${number}`, from: reporterNumber, answers, type: 'image' }
    const message = { ...photo, image: { id: 'foto-1', caption: 'Ini buktinya.' } }
    for (let times = 0; times < 3; times++) expect((await write(message)).status).toBe(200)
    await write({
      from: strangerNumber,
      answers,
      document: { id: 'arsip-1', filename: '../../arsip.pdf' },
      type: 'document',
    })

    await expect.poll(() => messagesOf(number), patience).toHaveLength(2)
    const seen = await (await service.staff('kepala')).case(number)
    expect(seen.messages).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          text: 'Ini buktinya.',
          via: { channel: 'whatsapp', otherSender: false, quoted: '', refused: [] },
        }),
        expect.objectContaining({
          text: '',
          via: expect.objectContaining({
            otherSender: true,
            refused: [{ name: 'arsip.pdf', why: 'type_not_allowed' }],
          }),
        }),
      ]),
    )
    expect(seen.evidence).toMatchObject([{ name: 'whatsapp-image', type: 'image/jpeg' }])
    const asked = whatsApp.requests.filter(({ url }) => url.pathname === '/file/foto-1')
    expect(asked.every(({ headers }) => headers.authorization === 'Bearer token-contoh')).toBe(true)
  })

  it('is on the one open case whose reporter confirmed their number, and on none before', async () => {
    const from = '6281200000055'
    await write({ from, text: 'Sebelum nomor ini pasti.' })
    await draftSaying('Sebelum nomor ini pasti')
    const reporter = { ...aFiling().reporter, phone: '0812-0000-0055', channels: ['whatsapp' as const] }
    const receipt = await service.unit().file({ reporter })
    const asReporter = service.unit().reporter(receipt)
    expect((await asReporter.post('/contact-codes', { channel: 'whatsapp' })).status).toBe(201)
    const codeIn = ({ body }: ProviderRequest) =>
      body.includes(from) ? /(?<![-\d])(\d{6})(?!\d)/.exec(body)?.[1] : undefined
    const code = () => whatsApp.requests.flatMap((request) => codeIn(request) ?? [])[0]
    await expect.poll(code, patience).toBeDefined()
    const confirmed = await asReporter.post('/contact-confirmations', { channel: 'whatsapp', code: code() })
    expect(confirmed.status).toBe(201)

    await write({ from, text: 'Sesudah nomor ini pasti.' })
    await expect.poll(() => messagesOf(receipt.number), patience).toHaveLength(1)
    await service.unit().reporter(receipt).post('/withdrawal', {})
    await write({ from, text: 'Sesudah dicabut.' })
    expect(await draftSaying('Sesudah dicabut')).toMatchObject({ answers: null })
  })

  it('waits for an officer when they answer nothing of ours, and is told once that it came', async () => {
    await write({ from: strangerNumber, text: 'Saya diminta uang di loket tiga.' })
    const draft = await draftSaying('loket tiga')
    expect(draft).toMatchObject({ channel: 'whatsapp', from: '…099', fromName: 'Siti Contoh' })
    const told = (sender: string) =>
      whatsApp.requests.filter(({ body }) => body.includes('pesan Anda sudah masuk') && body.includes(sender))
    await expect.poll(() => told(strangerNumber), patience).toHaveLength(1)
    await write({ from: strangerNumber, text: 'Dan di loket empat.' })
    // A message that comes later is answered later.
    await write({ from: '6281200000098', text: 'Penanda.' })
    await expect.poll(() => told('6281200000098'), patience).toHaveLength(1)
    expect(told(strangerNumber)).toHaveLength(1)
  })

  it('is on no case for a number that they name', async () => {
    const { number } = await service.unit().file()
    await write({ from: strangerNumber, text: `Tolong cabut ${number}` })
    expect(await draftSaying(`cabut ${number}`)).toMatchObject({ mentions: number, answers: null })
    expect(await messagesOf(number)).toHaveLength(0)
  })

  it('is heard whatever they send, and a file that cannot be had is told', async () => {
    for (const odd of [
      { type: 'reaction', reaction: { emoji: 'x' } },
      { type: 'text', text: 7 as never },
      { image: { id: '../x' } },
    ])
      expect((await write({ from: strangerNumber, ...odd })).status).toBe(200)
    await write({ from: strangerNumber, type: 'image', image: { id: 'hilang-1', caption: 'Foto hilang' } })
    expect((await draftSaying('Foto hilang')).refused).toEqual([{ name: 'whatsapp-image', why: 'not_fetched' }])
    const place = { type: 'location', location: { latitude: -7.5, longitude: 110.2, name: 'Loket dua' } }
    await write({ from: strangerNumber, ...place })
    expect((await draftSaying('Loket dua')).text).toBe('Loket dua\n-7.5, 110.2')
  })
})
