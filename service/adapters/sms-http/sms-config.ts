import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import type { CarrierAnswer } from '../../offices/channels/notice-channel.ts'
import {
  noNews,
  type ProviderCall,
  type ProviderNews,
  providerAnswer,
  waitAsked,
} from '../../offices/channels/provider-news.ts'
import type { AttemptReason } from '../../offices/notice-vocabulary.ts'
import { type Instant, instantOf, MINUTE, SECOND } from '../../shared/instant.ts'
import { internationalNumber } from '../../shared/numbers.ts'
import { fieldsOf, type HttpAnswer, parseJson } from '../../shared/outbound.ts'

/** Returns the value at `messages.0.status` as text; `undefined` if there is no plain value. */
export function fieldAt(value: unknown, path: string): string | undefined {
  let found = value
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
    found = Object.entries(found).find(([name]) => name === step)?.[1]
  }
  return typeof found === 'object' || found === undefined ? undefined : String(found)
}

export type Places = Readonly<Record<string, string>>

type Escape = (text: string) => string

const inJson: Escape = (text) => JSON.stringify(text).slice(1, -1)
const inHeader: Escape = (text) => text.replace(/[^\x20-\x7e]/g, '')

const filled = (template: string, places: Places, escaped: Escape): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const text = places[name]
    return text === undefined ? whole : escaped(text)
  })

const isJson = (body: string): boolean => /^\s*[[{]/.test(body)

/** The text of a message is always inserted as a value, so that it cannot change the request. */
export function fillRequest({ method, url, headers, body }: SmsConfig, places: Places) {
  const json = body !== null && isJson(body)
  const type = json ? 'application/json' : 'application/x-www-form-urlencoded'
  return {
    url: filled(url, places, encodeURIComponent),
    method,
    headers: {
      ...(body === null ? {} : { 'Content-Type': type }),
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value, places, inHeader)])),
    },
    body: body === null ? undefined : filled(body, places, json ? inJson : encodeURIComponent),
  }
}

/** A gateway for SMS. Only the operator configures it, so that no tenant can make the service call elsewhere. */
export interface SmsConfig {
  readonly method: 'GET' | 'POST'
  /** It may contain places such as `{to}`, but not in the host. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** It is JSON if it begins with a bracket, else a form; `null` for GET. */
  readonly body: string | null
  /** What an answer must contain besides a status of success. */
  readonly success: FieldTest | null
  /** What an answer contains if a repeat would not help; `null` means that only its status tells. */
  readonly refused: FieldTest | null
  /** Texts for the places `{token}`, `{user}`, `{password}` and `{sender}`. */
  readonly places: Readonly<Record<string, string>>
  /** `null` means that the gateway sends no delivery reports. */
  readonly callback: SmsCallback | null
  /** It signs what people write to us; `null` means that no SMS come in. */
  readonly inboundSecret: string | null
}

/** `messages.0.status=0|1`: the field of a JSON answer, and the accepted values. */
export interface FieldTest {
  readonly path: string
  readonly values: readonly string[]
}

/** The form of the gateway's delivery reports. Fields are read from the query, a form or JSON. */
export interface SmsCallback {
  readonly secret: string
  readonly reference: string
  readonly status: string
  /** The words are in lower case. */
  readonly delivered: readonly string[]
  readonly failed: readonly string[]
}

type Given = (name: string) => string | null

/**
 * Reads `SMS_URL` with a preset: `json`, a POST with a bearer token, or `form`, a POST with user and password.
 * `SMS_GATEWAY` is JSON that overrides parts of it.
 */
export function readSmsConfig(given: Given, problems: string[]): SmsConfig | null {
  const url = given('SMS_URL')
  if (url === null) return null
  // A place in the host would let a telephone number choose whom we call.
  if (!/^https?:\/\/[^/{}?#@\s]+([/?#]|$)/.test(url)) {
    problems.push('SMS_URL must be an http(s) address without places before its path.')
  }
  const preset = given('SMS_PRESET') ?? 'json'
  if (preset !== 'json' && preset !== 'form') problems.push(`SMS_PRESET must be one of json, form, not "${preset}".`)
  const secret = given('SMS_SECRET')
  if (secret !== null && !/^[A-Za-z0-9_-]{24,}$/.test(secret)) {
    problems.push('SMS_SECRET must have 24 letters, digits, - or _ or more; it stands in the address of the reports.')
  }
  const inboundSecret = given('SMS_INBOUND_SECRET')
  if (inboundSecret !== null && inboundSecret.length < 24)
    problems.push('SMS_INBOUND_SECRET must have 24 characters or more; it signs the messages that come in.')
  const other = readGateway(given('SMS_GATEWAY'), problems)
  const standard = preset === 'form' ? formPost(secret !== null) : jsonPost(secret !== null)
  const method = other.method ?? 'POST'
  return {
    method,
    url,
    headers: { ...standard.headers, ...other.headers },
    body: method === 'GET' ? null : (other.body ?? standard.body),
    success: fieldTest(other.success),
    refused: fieldTest(other.refused),
    places: {
      token: given('SMS_TOKEN') ?? '',
      user: given('SMS_USER') ?? '',
      password: given('SMS_PASSWORD') ?? '',
      sender: given('SMS_SENDER') ?? '',
    },
    inboundSecret,
    callback: secret === null ? null : { secret, ...standardReports, ...definedIn(other.callback ?? {}) },
  }
}

const jsonPost = (reports: boolean) => ({
  headers: { Authorization: 'Bearer {token}' },
  body: `{"to":"{to}","from":"{sender}","text":"{text}","reference":"{key}"${reports ? ',"callback":"{callback}"' : ''}}`,
})

const formPost = (reports: boolean) => ({
  headers: {},
  body: `user={user}&password={password}&from={sender}&to={to}&text={text}&reference={key}${reports ? '&callback={callback}' : ''}`,
})

/** The status words of the SMS centres, which most gateways forward. */
const standardReports: Omit<SmsCallback, 'secret'> = {
  reference: 'ref',
  status: 'status',
  delivered: ['delivered', 'delivrd'],
  failed: ['failed', 'undelivered', 'undeliv', 'rejected', 'rejectd', 'expired'],
}

const definedIn = (parts: object): Partial<Omit<SmsCallback, 'secret'>> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))

const words = z.array(z.string().toLowerCase())
const test = z.string().regex(/^[\w.-]+=.+$/)

/** The parts of a preset that `SMS_GATEWAY` may override. */
const gatewayParts = z.strictObject({
  method: z.enum(['GET', 'POST']).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
  success: test.optional(),
  refused: test.optional(),
  callback: z
    .strictObject({ reference: z.string(), status: z.string(), delivered: words, failed: words })
    .partial()
    .optional(),
})

function readGateway(text: string | null, problems: string[]): z.infer<typeof gatewayParts> {
  if (text === null) return {}
  try {
    const read = gatewayParts.safeParse(JSON.parse(text))
    if (read.success) return read.data
    const places = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    problems.push(`SMS_GATEWAY cannot be used: ${places.join('; ')}.`)
  } catch {
    problems.push('SMS_GATEWAY must be JSON.')
  }
  return {}
}

function fieldTest(written: string | undefined): FieldTest | null {
  if (written === undefined) return null
  const [path = ''] = written.split('=', 1)
  return { path, values: written.slice(path.length + 1).split('|') }
}

/**
 * Distinguishes failures that a repeat may mend from others, by status and by the operator's description of answers.
 */
export function readSmsAnswer(
  answer: HttpAnswer,
  { success, refused }: Pick<SmsConfig, 'success' | 'refused'>,
  number: string,
  now: Instant,
): CarrierAnswer {
  if (answer.kind === 'gave_up') return { outcome: 'failed_for_now', reason: 'no_answer', answer: '' }
  if (answer.kind === 'failed') return { outcome: 'failed_for_now', reason: 'not_reached', answer: '' }
  const { status, retryAfter, text } = answer
  const words = providerAnswer(text.replaceAll(number, '…'), '')
  const failed = (reason: AttemptReason): CarrierAnswer => {
    return { outcome: 'failed_for_now', reason, answer: words, retryAfterMs: waitAsked(retryAfter, now) }
  }
  const body = parseJson(text)
  if (refused && passes(refused, body)) return { outcome: 'refused', reason: 'message_refused', answer: words }
  if (status >= 200 && status < 300) {
    if (!success || passes(success, body)) return { outcome: 'accepted', answer: words }
    return failed(fieldAt(body, success.path) === undefined ? 'not_reached' : 'provider_trouble')
  }
  if (status === 429) return failed('asked_to_wait')
  if ([401, 402, 403, 404, 405].includes(status)) return failed('not_set_up')
  if (status >= 500 || status < 400 || status === 408) return failed('provider_trouble')
  return { outcome: 'refused', reason: 'message_refused', answer: words }
}

function passes({ path, values }: FieldTest, body: unknown): boolean {
  const found = fieldAt(body, path)
  return found !== undefined && values.includes(found)
}

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
