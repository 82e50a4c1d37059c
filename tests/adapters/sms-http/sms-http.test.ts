import { describe, expect, it, onTestFinished } from 'vitest'
import { smsNews } from '../../../service/adapters/sms-http/read-sms-news.ts'
import { readSmsConfig, type SmsConfig } from '../../../service/adapters/sms-http/sms-config.ts'
import { smsOverHttp } from '../../../service/adapters/sms-http/sms-http.ts'
import { noNews } from '../../../service/offices/channels/provider-news.ts'
import { type Instant, SECOND } from '../../../service/shared/instant.ts'
import { aMessage } from '../../support/a-message.ts'
import { aCall } from '../../support/a-provider-call.ts'
import {
  type ProviderMood,
  type ProviderRequest,
  type StandInProvider,
  startStandInProvider,
} from '../../support/stand-in-provider.ts'
import { channelConformance, type Provider, type Trouble } from '../channel-conformance.ts'

const to = '0812-0000-0001'
const number = '6281200000001'
const secret = 'rahasia-laporan-sms-contoh'
const now = () => '2026-11-25T03:00:00.000Z' as Instant

function gateway(environment: Readonly<Record<string, string>>): SmsConfig {
  const problems: string[] = []
  const config = readSmsConfig((name) => environment[name] ?? null, problems)
  expect(problems).toEqual([])
  return config!
}

const fieldsOf = ({ body }: ProviderRequest): Record<string, string> =>
  body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))

/** A gateway that drops what comes again under one reference. */
async function startGateway(delivered = new Map<string, Record<string, string>>()): Promise<StandInProvider> {
  return startStandInProvider((request) => {
    const message = fieldsOf(request)
    delivered.set(message.reference ?? request.url.search, message)
    return { status: 200, body: { messages: [{ status: 0, to: number }] } }
  })
}

const standIns = new WeakMap<Provider, StandInProvider>()

const start = (environment: Readonly<Record<string, string>>) => async (): Promise<Provider> => {
  const delivered = new Map<string, Record<string, string>>()
  const standIn = await startGateway(delivered)
  const config = gateway({ SMS_URL: `${standIn.url}/kirim`, ...environment })
  const provider: Provider = {
    carrier: smsOverHttp(config, 'https://aduan.example', now),
    message: (details) => aMessage({ to, ...details }),
    personal: ['81200000001', '8120000'],
    delivered: async () => [...delivered.values()].map(({ text = '' }) => ({ text })),
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
const later = (reason: string) => ({ outcome: 'failed_for_now', reason })
const says = (status: number): ProviderMood => ({ status, body: { messages: [{ status }], note: `for ${number}` } })

const presets = [
  ['JSON with a token', { SMS_TOKEN: 'token-contoh', SMS_SENDER: 'ADUAN' }],
  ['a form with user and password', { SMS_PRESET: 'form', SMS_USER: 'kantor', SMS_PASSWORD: 'sandi & rahasia' }],
] as const

for (const [name, environment] of presets) {
  const tests = { success: 'messages.0.status=0|1', refused: 'messages.0.status=3|4' }
  channelConformance(`an SMS gateway by ${name}`, start({ ...environment, SMS_GATEWAY: JSON.stringify(tests) }), {
    honoursKeys: true,
    loseAnswer: (provider) => standIns.get(provider)!.next.push('takes_and_cuts'),
    hang: inMood('hangs'),
    neverDone: [{ name: 'answers drop by drop', begin: inMood('drips') }],
    overTls: (provider) =>
      smsOverHttp(
        gateway({ SMS_URL: standIns.get(provider)!.url.replace('http:', 'https:') }),
        'https://aduan.example',
        now,
      ),
    answered: [
      trouble('asks to wait', 'asks_to_wait', { ...later('asked_to_wait'), retryAfterMs: 7 * SECOND }),
      trouble('answers 500', 'error', later('provider_trouble')),
      trouble('answers nonsense', 'nonsense', later('not_reached')),
      trouble('answers without end', 'endless', later('not_reached')),
      trouble('answers nonsense with an error', 'nonsense_error', later('provider_trouble')),
      trouble('closes the connection', 'cuts', later('not_reached')),
      trouble('sends us elsewhere', 'redirects', later('not_reached')),
      trouble('does not take our token', says(401), later('not_set_up')),
      trouble('has no money of ours left', says(402), later('not_set_up')),
      trouble('refuses the message by its status', says(400), { outcome: 'refused', reason: 'message_refused' }),
      trouble(
        'refuses the message in its answer',
        { status: 200, body: { messages: [{ status: 3, to: `+${number}` }] } },
        { outcome: 'refused', reason: 'message_refused' },
      ),
      trouble('takes it not just now', { status: 200, body: { messages: [{ status: 2 }] } }, later('provider_trouble')),
    ],
  })
}

describe('what goes to the gateway', () => {
  async function sending(environment: Readonly<Record<string, string>>, path = '/kirim') {
    const standIn = await startGateway()
    onTestFinished(standIn.close)
    const carrier = smsOverHttp(
      gateway({ SMS_URL: `${standIn.url}${path}`, ...environment }),
      'https://aduan.example',
      now,
    )
    const message = aMessage({
      to,
      text: 'Kabar "baru" & 100% benar',
      idempotencyKey: 'kunci-1',
      reference: 'rujukan-1',
    })
    expect(await carrier.send(message)).toMatchObject({ outcome: 'accepted' })
    return standIn.requests[0]!
  }

  it('by JSON bears token, sender, key and the address for reports', async () => {
    const request = await sending({ SMS_TOKEN: 'token-contoh', SMS_SENDER: 'ADUAN', SMS_SECRET: secret })
    expect(request.headers).toMatchObject({ authorization: 'Bearer token-contoh', 'content-type': 'application/json' })
    expect(JSON.parse(request.body)).toEqual({
      to: number,
      from: 'ADUAN',
      text: 'Kabar "baru" & 100% benar',
      reference: 'kunci-1',
      callback: `https://aduan.example/api/v1/webhooks/sms/${secret}?ref=rujukan-1`,
    })
  })

  it('by form bears user and password, and asks for no reports without a secret', async () => {
    const request = await sending({ SMS_PRESET: 'form', SMS_USER: 'kantor', SMS_PASSWORD: 'a&b=c' })
    expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
      user: 'kantor',
      password: 'a&b=c',
      from: '',
      to: number,
      text: 'Kabar "baru" & 100% benar',
      reference: 'kunci-1',
    })
  })

  it('by GET stands in the address, and a text cannot add to it', async () => {
    const request = await sending({ SMS_GATEWAY: '{"method":"GET"}' }, '/kirim?nomor={to}&isi={text}&ref={reference}')
    expect(request).toMatchObject({ method: 'GET', body: '' })
    expect(Object.fromEntries(request.url.searchParams)).toEqual({
      nomor: number,
      isi: 'Kabar "baru" & 100% benar',
      ref: 'rujukan-1',
    })
  })

  it('is nothing for what is no telephone number', async () => {
    const standIn = await startGateway()
    onTestFinished(standIn.close)
    const carrier = smsOverHttp(gateway({ SMS_URL: standIn.url }), 'https://aduan.example', now)
    expect(await carrier.send(aMessage())).toMatchObject({ outcome: 'refused', reason: 'address_refused' })
    expect(standIn.requests).toHaveLength(0)
  })
})

describe('an operator who errs about the gateway', () => {
  it.each([
    [{ SMS_URL: 'sms.example' }, 'SMS_URL must be an http(s) address'],
    [{ SMS_URL: 'https://{to}.sms.example/' }, 'SMS_URL must be an http(s) address without places before its path'],
    [{ SMS_URL: 'https://sms.example{to}' }, 'SMS_URL must be an http(s) address without places before its path'],
    [{ SMS_URL: 'https://sms.example', SMS_PRESET: 'xml' }, 'SMS_PRESET must be one of json, form'],
    [{ SMS_URL: 'https://sms.example', SMS_SECRET: 'pendek' }, 'SMS_SECRET must have 24'],
    [{ SMS_URL: 'https://sms.example', SMS_GATEWAY: 'body=x' }, 'SMS_GATEWAY must be JSON.'],
    [{ SMS_URL: 'https://sms.example', SMS_GATEWAY: '{"callback":{"delivered":"ya"}}' }, 'callback.delivered'],
    [{ SMS_URL: 'https://sms.example', SMS_GATEWAY: '{"isi":"x"}' }, 'SMS_GATEWAY cannot be used'],
    [{ SMS_URL: 'https://sms.example', SMS_GATEWAY: '{"success":"200"}' }, 'SMS_GATEWAY cannot be used: success'],
  ])('is told so: %o', (environment, sentence) => {
    const problems: string[] = []
    readSmsConfig((name) => (environment as Record<string, string>)[name] ?? null, problems)
    expect(problems.join(' ')).toContain(sentence)
  })
})

function readerFor(callback: object = {}) {
  const environment: Record<string, string> = {
    SMS_URL: 'https://sms.example',
    SMS_SECRET: secret,
    SMS_GATEWAY: JSON.stringify({ callback }),
  }
  const problems: string[] = []
  const config = readSmsConfig((name) => environment[name] ?? null, problems)
  expect(problems).toEqual([])
  return smsNews(config!.callback!)
}

describe('what an SMS gateway tells', () => {
  it.each([
    ['DELIVRD', 'delivered', null],
    ['delivered', 'delivered', null],
    ['UNDELIV', 'failed', 'not_delivered'],
    ['Rejected', 'failed', 'not_delivered'],
    ['ENROUTE', 'accepted', null],
  ])('in the query: %s is %s', (status, state, reason) => {
    const news = readerFor().read(aCall({ secret, query: { ref: 'rujukan-1', status } }))
    expect(news?.reports).toEqual([{ reference: 'rujukan-1', state, reason, answer: status }])
  })

  it.each([
    ['a form', 'status=delivrd&to=6281200000001'],
    ['JSON', '{"status":"delivrd"}'],
  ])('in %s, with the reference that stands in our address', (_, body) => {
    const news = readerFor().read(aCall({ secret, query: { ref: 'rujukan-1' }, body }))
    expect(news?.reports).toMatchObject([{ reference: 'rujukan-1', state: 'delivered' }])
  })

  it('in the fields and words that the operator named', () => {
    const reader = readerFor({
      reference: 'results.0.custom',
      status: 'results.0.state',
      delivered: ['1'],
      failed: ['2'],
    })
    const body = JSON.stringify({ results: [{ custom: 'rujukan-2', state: 2 }] })
    expect(reader.read(aCall({ secret, body }))?.reports).toMatchObject([{ reference: 'rujukan-2', state: 'failed' }])
  })

  it.each([
    aCall({ secret, query: { ref: 'rujukan-1' } }),
    aCall({ secret, query: { status: 'delivered' } }),
    aCall({ secret, body: '[[[' }),
    aCall({ secret, body: 'null', query: { ref: 'x' } }),
  ])('is no news when it is not understood: %o', (call) => {
    expect(readerFor().read(call)).toEqual(noNews)
  })

  it.each([null, '', 'rahasia-lain', `${secret}x`])('is not believed under the secret “%s”', (told) => {
    expect(readerFor().read(aCall({ secret: told, query: { ref: 'x', status: 'delivered' } }))).toBeNull()
  })
})
