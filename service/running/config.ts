import { isAbsolute, join, resolve } from 'node:path'
import type { ClamdAddress } from '../adapters/clamd/clamd-scanner.ts'
import { readTracingConfig, type TracingConfig } from '../adapters/otlp/tracing-config.ts'
import type { EvidenceS3 } from '../adapters/s3/talk-to-bucket.ts'
import { readSmsConfig, type SmsConfig } from '../adapters/sms-http/sms-config.ts'
import { weaknessOf } from '../offices/staff/password.ts'
import { type LogLevel, logLevels } from '../shared/log.ts'
import { type InboundConfig, readInboundConfig } from './inbound-config.ts'

/** It is read once and passed as a value. */
export interface Config {
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  /** How long, in milliseconds, it keeps serving after it was told to stop and /readyz says so. */
  readonly drainsFor: number
  /** It has no slash at the end. `null` means http://localhost with the port that was taken. */
  readonly publicUrl: string | null
  readonly dataFolder: string
  /** The list of erasures lies apart from the data folder if the loss of that folder must not lose it. */
  readonly erasuresFile: string
  /** `null` means the embedded store. */
  readonly mongoUri: string | null
  /** `null` means that evidence lies in the data folder. */
  readonly evidenceS3: EvidenceS3 | null
  /** 32 bytes; `null` means the key file in the data folder. */
  readonly masterKey: Uint8Array | null
  /** The previous one, needed until every tenant's secret is wrapped by the new one. */
  readonly previousMasterKey: Uint8Array | null
  readonly operator: { readonly email: string; readonly password: string } | null
  /** `null` means on for a new store outside production. */
  readonly demo: boolean | null
  readonly demoPassword: string | null
  readonly mail: MailConfig
  readonly mailFrom: string
  /** `null` means that no mail is taken in. */
  readonly inbound: InboundConfig | null
  /** The tenant of a message that names none; `null` means the only tenant. */
  readonly inboundUnit: string | null
  readonly whatsApp: WhatsAppConfig | null
  readonly sms: SmsConfig | null
  readonly clamd: ClamdAddress | null
  /** `address:port` of private machines that a tenant's admin may have called. */
  readonly outboundAllow: readonly string[]
  /** `null` means that staff sign in here only. */
  readonly oidc: OidcConfig | null
  readonly limits: boolean
  /** The token to read `/metrics`; `null` means from this machine only. */
  readonly metricsToken: string | null
  /** Milliseconds without a request after which staff sign in again. */
  readonly sessionIdleAfter: number
  /** The service is behind a reverse proxy: the last address in X-Forwarded-For is the visitor's. */
  readonly trustProxy: boolean
  readonly logLevel: LogLevel
  readonly tracing: TracingConfig | null
  readonly production: boolean
}

export type MailConfig =
  | {
      readonly by: 'resend'
      readonly apiKey: string
      readonly baseUrl: string | null
      /** It authenticates the provider's reports; `null` ignores them. */
      readonly webhookSecret: string | null
    }
  | { readonly by: 'smtp'; readonly url: string }
  | { readonly by: 'mailbox' }

export interface WhatsAppConfig {
  readonly token: string
  readonly phoneId: string
  readonly baseUrl: string
  /** `null` ignores the provider's reports. */
  readonly proof: { readonly appSecret: string; readonly verifyToken: string } | null
}

export interface OidcConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The label of its button. */
  readonly name: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** @throws Error with all problems at once, so that an operator restarts only once */
export function readConfig(environment: Environment): Config {
  const problems: string[] = []
  const given = (name: string): string | null => environment[name]?.trim() || null

  const whole = (name: string, standard: number, most: number): number => {
    const value = Number(given(name) ?? standard)
    if (!Number.isInteger(value) || value < 0 || value > most) {
      problems.push(`${name} must be a whole number from 0 to ${most}, not "${given(name)}".`)
    }
    return value
  }
  const choice = <C extends string>(name: string, choices: readonly C[], standard: C): C => {
    const value = given(name) ?? standard
    const chosen = choices.find((one) => one === value)
    if (!chosen) problems.push(`${name} must be one of ${choices.join(', ')}, not "${value}".`)
    return chosen ?? standard
  }
  const url = (name: string): string | null => {
    const value = given(name)
    if (value !== null && !/^https?:$/.test(protocolOf(value)))
      problems.push(`${name} must be an http(s) address, not "${value}".`)
    return value === null ? null : value.replace(/\/+$/, '')
  }
  const pair = (first: string, second: string): readonly [string, string] | null => {
    const [one, other] = [given(first), given(second)]
    if (one && other) return [one, other]
    if (one || other) problems.push(`${one ? second : first} is missing; ${first} and ${second} go together.`)
    return null
  }
  const key = (name: string): Uint8Array | null => {
    const value = given(name)
    if (value === null) return null
    const bytes = Buffer.from(value, 'base64')
    if (bytes.length !== 32) problems.push(`${name} must be 32 bytes in base64; it has ${bytes.length}.`)
    return new Uint8Array(bytes)
  }

  const clamd = (name: string): ClamdAddress | null => {
    const value = given(name)
    const address = value === null ? null : clamdAddress(value)
    if (value !== null && !address) problems.push(`${name} must be tcp://host:port or unix:/path, not "${value}".`)
    return address
  }

  const socketAddresses = (name: string): readonly string[] => {
    const values = given(name)?.split(/[\s,]+/) ?? []
    for (const value of values.filter((one) => !/^([\d.]+|\[[\da-f:]+\]):\d+$/.test(one)))
      problems.push(`${name} must be addresses with their ports, like 10.1.2.3:443, not "${value}".`)
    return values
  }

  const oidcFrom = (): OidcConfig | null => {
    const issuer = given('OIDC_ISSUER')
    const [clientId, clientSecret] = pair('OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET') ?? []
    if (!issuer && !clientId) return null
    if (!issuer || !clientId || !clientSecret) {
      problems.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together.')
      return null
    }
    if (!/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)([:/]|$)/.test(issuer) || !URL.canParse(issuer)) {
      problems.push(`OIDC_ISSUER must be an https address, not "${issuer}".`)
      return null
    }
    return { issuer, clientId, clientSecret, name: given('OIDC_NAME') ?? new URL(issuer).host }
  }

  const masterKey = key('MASTER_KEY')
  const previousMasterKey = key('PREVIOUS_MASTER_KEY')
  if (previousMasterKey && !masterKey) problems.push('MASTER_KEY is missing; PREVIOUS_MASTER_KEY is the one before it.')
  if (previousMasterKey && given('MASTER_KEY') === given('PREVIOUS_MASTER_KEY'))
    problems.push('PREVIOUS_MASTER_KEY is the same as MASTER_KEY; it must be the one before.')
  const folder = given('DATA_DIR') ?? './data'
  const dataFolder = isAbsolute(folder) ? folder : resolve(folder)
  const production = given('NODE_ENV') === 'production'
  const limits = choice('LIMITS', ['on', 'off'], 'on') === 'on'
  if (!limits && production) problems.push('LIMITS=off lifts the protection against floods; production refuses it.')
  const mongoUri = given('MONGODB_URI')
  if (mongoUri && !/^mongodb(\+srv)?:\/\//.test(mongoUri))
    problems.push('MONGODB_URI must begin with mongodb:// or mongodb+srv://.')
  const operator = pair('OPERATOR_EMAIL', 'OPERATOR_PASSWORD')
  if (operator && operator[1].length < 12) problems.push('OPERATOR_PASSWORD must have 12 characters or more.')
  else if (operator && weaknessOf(operator[1], [operator[0]]))
    problems.push('OPERATOR_PASSWORD is a common one, or made of the address; choose another one.')
  const demoPassword = given('DEMO_PASSWORD')
  if (demoPassword && demoPassword.length < 8) problems.push('DEMO_PASSWORD must have 8 characters or more.')
  if (production && demoPassword && weaknessOf(demoPassword))
    problems.push('DEMO_PASSWORD is too short or a common one; production refuses it.')
  const metricsToken = given('METRICS_TOKEN')
  if (metricsToken && !/^\S{16,200}$/.test(metricsToken))
    problems.push('METRICS_TOKEN must have 16 to 200 characters without spaces.')
  const whatsApp = pair('WHATSAPP_TOKEN', 'WHATSAPP_PHONE_ID')
  const whatsAppProof = pair('WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN')
  const whatsAppUrl = url('WHATSAPP_BASE_URL') ?? 'https://graph.facebook.com/v24.0'
  const demo = environment.DEMO ? choice('DEMO', ['on', 'off'], 'on') === 'on' : null
  const publicUrl = url('PUBLIC_URL')

  const mail = mailFrom(given, url('RESEND_BASE_URL'))

  const s3Url = url('EVIDENCE_S3_URL')
  const s3Keys = pair('EVIDENCE_S3_ACCESS_KEY', 'EVIDENCE_S3_SECRET_KEY')
  if (Boolean(s3Url) !== Boolean(s3Keys))
    problems.push('EVIDENCE_S3_URL, EVIDENCE_S3_ACCESS_KEY and EVIDENCE_S3_SECRET_KEY go together.')
  if (s3Url && !/^https?:\/\/[^/]+\/[^?#]+$/.test(s3Url))
    problems.push('EVIDENCE_S3_URL must name the bucket: https://s3.example/bucket, with a folder behind it or none.')

  const config: Config = {
    host: given('HOST') ?? '127.0.0.1',
    port: whole('PORT', 8080, 65_535),
    drainsFor: whole('DRAIN_SECONDS', 0, 300) * 1_000,
    publicUrl,
    dataFolder,
    erasuresFile: resolve(given('ERASURES_FILE') ?? join(dataFolder, 'erasures.json')),
    mongoUri,
    evidenceS3:
      s3Url && s3Keys
        ? { url: s3Url, region: given('EVIDENCE_S3_REGION') ?? 'us-east-1', accessKey: s3Keys[0], secretKey: s3Keys[1] }
        : null,
    masterKey,
    previousMasterKey,
    operator: operator && { email: operator[0].toLowerCase(), password: operator[1] },
    demo,
    demoPassword,
    mail,
    mailFrom: given('MAIL_FROM') ?? 'Aduan <aduan@localhost>',
    inbound: readInboundConfig(given, mail.by === 'resend' && mail.webhookSecret !== null, problems),
    inboundUnit: given('INBOUND_UNIT'),
    whatsApp: whatsApp && {
      token: whatsApp[0],
      phoneId: whatsApp[1],
      baseUrl: whatsAppUrl,
      proof: whatsAppProof && { appSecret: whatsAppProof[0], verifyToken: whatsAppProof[1] },
    },
    sms: readSmsConfig(given, problems),
    clamd: clamd('CLAMD_URL'),
    outboundAllow: socketAddresses('OUTBOUND_ALLOW'),
    oidc: oidcFrom(),
    limits,
    metricsToken,
    sessionIdleAfter: Math.max(5, whole('SESSION_IDLE_MINUTES', 60, 600)) * 60_000,
    trustProxy: choice('TRUST_PROXY', ['on', 'off'], 'off') === 'on',
    logLevel: choice('LOG_LEVEL', logLevels, 'info'),
    tracing: readTracingConfig(given, problems),
    production,
  }
  if (problems.length > 0) throw new Error(`Cannot start:\n${problems.map((problem) => `- ${problem}`).join('\n')}`)
  return config
}

function mailFrom(given: (name: string) => string | null, baseUrl: string | null): MailConfig {
  const [apiKey, smtp] = [given('RESEND_API_KEY'), given('SMTP_URL')]
  if (apiKey) return { by: 'resend', apiKey, baseUrl, webhookSecret: given('RESEND_WEBHOOK_SECRET') }
  return smtp ? { by: 'smtp', url: smtp } : { by: 'mailbox' }
}

function clamdAddress(value: string): ClamdAddress | null {
  const { protocol, hostname, port, pathname } = URL.canParse(value) ? new URL(value) : new URL('none:')
  if (protocol === 'unix:' && /^\/[^/]/.test(pathname)) return { path: decodeURIComponent(pathname) }
  return protocol === 'tcp:' && hostname && port ? { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) } : null
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : ''
}
