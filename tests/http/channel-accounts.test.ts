import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelAccounts, TrialAnswer } from '../../service/contract/messages.ts'
import { refusalIn } from '../support/a-problem.ts'
import { readableInFolder } from '../support/find-readable.ts'
import { oneService } from '../support/one-service.ts'
import { type StandInProvider, startStandInProvider } from '../support/stand-in-provider.ts'
import { makeCertificate, startTlsSmtp } from '../support/tls-smtp.ts'

const environment: Record<string, string> = {
  RESEND_API_KEY: 're_pengelola',
  WHATSAPP_TOKEN: 'token-pengelola',
  WHATSAPP_PHONE_ID: '1000000',
}
let mail: StandInProvider
let server: Awaited<ReturnType<typeof startTlsSmtp>>
let authority = ''
let whatsApp: StandInProvider
beforeAll(async () => {
  mail = await startStandInProvider(() => ({ status: 200, body: { id: 'e-1' } }))
  whatsApp = await startStandInProvider(() => ({ status: 200, body: { messages: [{ id: 'wamid.1' }] } }))
  const certificate = makeCertificate('localhost')
  server = await startTlsSmtp(certificate)
  authority = join(mkdtempSync(join(tmpdir(), 'aduan-ca-')), 'ca.pem')
  writeFileSync(authority, certificate.cert)
  environment.NODE_EXTRA_CA_CERTS = authority
  environment.OUTBOUND_ALLOW = `127.0.0.1:${server.port},[::1]:${server.port}`
  environment.RESEND_BASE_URL = mail.url
  environment.WHATSAPP_BASE_URL = `${whatsApp.url}/v24.0`
})
afterAll(async () => {
  rmSync(dirname(authority), { recursive: true })
  await Promise.all([mail.close(), whatsApp.close(), server.close()])
})
// After the stand-ins: it starts with their addresses.
const service = oneService(environment)

const ours = { channel: 'email', apiKey: 're_rahasia_unit', from: 'Dinas <dinas@kantor.example>' } as const

async function set(account: object, mailbox = 'admin', method = 'PUT', path = ''): Promise<Response> {
  const { headers } = await service.staff(mailbox, 'dinas-contoh')
  return fetch(`${service.unit('dinas-contoh').api}/channel-accounts${path}`, {
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    ...(method === 'PUT' && { body: JSON.stringify(account) }),
  })
}
const byKey = (key: string) => mail.requests.filter(({ headers }) => headers.authorization === `Bearer ${key}`)
const fileAt = (unit: string) =>
  service.unit(unit).file({ category: unit === 'dinas-contoh' ? 'slow_service' : 'illegal_levy' })

describe('a unit with an account of its own', () => {
  it('sends under it, in its own name, and no other unit does', async () => {
    expect((await set(ours)).status).toBe(200)
    await Promise.all([fileAt('dinas-contoh'), fileAt('bagian-organisasi')])
    await expect.poll(() => mail.requests.length).toBe(2)
    const [own] = byKey(ours.apiKey)
    expect(JSON.parse(own?.body ?? '{}')).toMatchObject({ from: ours.from })
    expect(byKey('re_pengelola')).toHaveLength(1)
  })

  it('is told since when, and nothing of what is in it, which lies nowhere readable', async () => {
    const text = await (await set(ours)).text()
    const { items } = JSON.parse(text) as ChannelAccounts
    expect(items.map(({ channel, ownSince }) => [channel, ownSince !== null])).toEqual([
      ['email', true],
      ['whatsapp', false],
    ])
    expect(text).not.toMatch(/rahasia|kantor\.example/)
    expect(await readableInFolder(service.running.folder, [ours.apiKey])).toEqual([])
    expect(service.running.output()).not.toContain(ours.apiKey)
  })

  it('whose provider is down holds up no other unit', async () => {
    await set(ours)
    mail.mood = ({ headers }) => (headers.authorization?.includes('unit') ? 'error' : 'well')
    const before = byKey('re_pengelola').length
    for (let filed = 0; filed < 8; filed++) await fileAt('dinas-contoh')
    await fileAt('bagian-organisasi')
    await expect.poll(() => byKey('re_pengelola').length).toBe(before + 1)
    const channelsOf = async (unit: string) => (await (await service.staff('kepala', unit)).get('/channels')).json()
    await expect
      .poll(async () => (await channelsOf('dinas-contoh')).items[0])
      .toMatchObject({ channel: 'email', down: true, waiting: 8 })
    expect((await channelsOf('bagian-organisasi')).items[0]).toMatchObject({ channel: 'email', down: false })
  })

  it('goes back to the operator’s, and what waited goes out there', async () => {
    const before = byKey('re_pengelola').length
    mail.mood = 'well'
    expect((await set({}, 'admin', 'DELETE', '/email')).status).toBe(200)
    await fileAt('dinas-contoh')
    await expect.poll(() => byKey('re_pengelola').length).toBeGreaterThan(before)
  })

  it('is only set by who configures the unit, and is none that could carry a header along', async () => {
    expect(await refusalIn(set(ours, 'kepala'))).toBe('403 staff/not-permitted')
    for (const wrong of [
      { ...ours, apiKey: 're_x\r\nBcc: lain@warga.example' },
      { ...ours, from: 'Dinas\r\nBcc: lain <dinas@kantor.example>' },
      { ...ours, baseUrl: 'http://127.0.0.1/' },
      { channel: 'whatsapp', token: 'token-unit', phoneId: '../1000' },
    ])
      expect(await refusalIn(set(wrong))).toBe('400 request/invalid')
  })
})

describe('a mail server of the unit’s own', () => {
  const smtp = (changes: object = {}) => ({
    ...{ channel: 'email', by: 'smtp', host: 'localhost', port: server.port, security: 'starttls' },
    ...{ user: 'dinas', password: 'benar', from: 'Dinas <dinas@kantor.example>', ...changes },
  })

  it.each([
    ['an address in place of a name', { host: '127.0.0.1' }, 'invalid'],
    ['an address of IPv6', { host: '[::1]' }, 'invalid'],
    ['an address written as one number', { host: '0x7f000001' }, 'invalid'],
    ['a name with a line behind it', { host: 'surel.example\r\nMAIL FROM:<x>' }, 'invalid'],
    ['this machine', { host: 'localhost', port: 587 }, 'mail-host-inside'],
    ['a port of something else', { port: 6379 }, 'mail-port'],
    ['a name that nobody has', { host: 'surel.tidak-ada.invalid', port: 587 }, 'mail-host-unknown'],
  ])('is not %s', async (_, changes, code) => {
    const problem = await (await set(smtp(changes))).json()
    expect(problem).toMatchObject({ code: 'request/invalid', errors: [{ code }] })
  })

  it('sends, and a trial tells what the server answered', async () => {
    expect(await (await set(smtp())).text()).not.toMatch(/benar|localhost/)
    const trial = async () =>
      (await service.staff('admin', 'dinas-contoh')).post('/channel-trials', { channel: 'email' })
    expect(await (await trial()).json()).toMatchObject({ outcome: 'accepted', reason: null })
    expect(server.seen).toMatchObject([{ secure: true, user: 'dinas', from: 'dinas@kantor.example' }])
    await set(smtp({ password: 'salah-sekali' }))
    expect(await (await trial()).json()).toMatchObject({
      ...{ outcome: 'failed_for_now', reason: 'account_refused' },
      explanation: expect.stringMatching(/menolak nama pengguna.*535 Nama atau kata sandi salah/),
    })
    expect(await readableInFolder(service.running.folder, ['salah-sekali'])).toEqual([])
    expect(service.running.output()).not.toContain('salah-sekali')
  })
})

describe('a trial', () => {
  const tried = async (body: object): Promise<TrialAnswer> =>
    (await (await service.staff('admin', 'dinas-contoh')).post('/channel-trials', body)).json()

  it('goes to who asks, under the unit’s account, and tells the provider’s answer in plain words', async () => {
    await set(ours)
    mail.mood = 'well'
    expect(await tried({ channel: 'email' })).toMatchObject({ outcome: 'accepted' })
    expect(JSON.parse(byKey(ours.apiKey).at(-1)?.body ?? '{}')).toMatchObject({ to: 'admin@dinas-contoh.demo' })
    mail.mood = { status: 401, body: { statusCode: 401, name: 'invalid_api_key', message: 'API key is invalid.' } }
    expect(await tried({ channel: 'email' })).toMatchObject({
      outcome: 'failed_for_now',
      explanation: expect.stringMatching(/^Penyedia surel menolak pengaturan pengiriman kami.*API key is invalid/),
    })
    mail.mood = 'well'
  })

  it('by WhatsApp bears the unit’s own number, and says when a template is wanted', async () => {
    await set({ channel: 'whatsapp', token: 'token-unit', phoneId: '2000000' })
    const answer = await tried({ channel: 'whatsapp', phone: '0812-0000-0001' })
    expect(answer.explanation).toMatch(/templat/)
    expect(whatsApp.requests).toHaveLength(0)
  })
})
