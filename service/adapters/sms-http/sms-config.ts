import { z } from '@hono/zod-openapi'

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
