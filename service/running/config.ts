import { join, resolve } from 'node:path'
import type { ClamdAddress } from '../adapters/clamd/clamd-scanner.ts'
import { readTracingConfig, type TracingConfig } from '../adapters/otlp/tracing-config.ts'
import { type BucketPlace, readBucketAddress } from '../adapters/s3/bucket.ts'
import { readSmsConfig, type SmsConfig } from '../adapters/sms-http/sms-config.ts'
import type { ChatChannel } from '../filing/conversation/conversation.ts'
import { weaknessOf } from '../offices/staff/passwords.ts'
import { type LogLevel, logLevels } from '../shared/tracing.ts'
import {
  type Environment,
  type InboundConfig,
  readChatIntake,
  readInboundConfig,
  readSettings,
  type Settings,
} from './settings.ts'

/** It is read once and passed as a value. */
export interface Config {
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  /** How long, in milliseconds, it keeps serving after it was asked to stop and /readyz says so. */
  readonly drainsFor: number
  /** It has no slash at the end. `null` means http://localhost with the port that was taken. */
  readonly publicUrl: string | null
  readonly dataFolder: string
  /** The list of erasures lies apart from the data folder if the loss of that folder must not lose it. */
  readonly erasuresFile: string
  /** `null` means the embedded store. */
  readonly mongoUri: string | null
  /** `null` means that evidence lies in the data folder. */
  readonly evidenceS3: BucketPlace | null
  /** 32 bytes; `null` means the key file in the data folder. */
  readonly masterKey: Uint8Array | null
  /** The previous one, needed until every tenant's secret is wrapped by the new one. */
  readonly previousMasterKey: Uint8Array | null
  readonly operator: { readonly email: string; readonly password: string | null } | null
  /** Where `aduan backup` puts a backup for which no folder is named; `null` means nowhere. */
  readonly backupFolder: string | null
  readonly backupS3: BucketPlace | null
  /** `null` means on for a new store outside production. */
  readonly demo: boolean | null
  readonly demoPassword: string | null
  readonly mail: MailConfig
  readonly mailFrom: string
  /** Only people of the offices have mailboxes there; none if the operator named none. */
  readonly staffMailDomains: readonly string[]
  readonly inbound: InboundConfig | null
  /** The tenant of a message that names none; `null` means the only tenant. */
  readonly inboundUnit: string | null
  /** The name under which our own mail server proves senders; `null` means that none is proven. */
  readonly ownMailServer: string | null
  /** On these channels a complaint may begin. */
  readonly chatIntake: readonly ChatChannel[]
  readonly whatsApp: WhatsAppConfig | null
  readonly sms: SmsConfig | null
  readonly clamd: ClamdAddress | null
  /** `address:port` of private machines that a tenant's admin may have called. */
  readonly outboundAllow: readonly string[]
  readonly oidc: OidcConfig | null
  readonly limits: boolean
  /** URIs to which a hole in this installation is reported, the first one first; none if the operator gave none. */
  readonly securityContacts: readonly string[]
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

export function readConfig(environment: Environment): Config {
  const settings = readSettings(environment)
  const { given, whole, choice, problems } = settings
  const production = given('NODE_ENV') === 'production'
  const dataFolder = resolve(given('DATA_DIR') ?? './data')
  const mail = readMail(settings)
  const config: Config = {
    host: given('HOST') ?? '127.0.0.1',
    port: whole('PORT', 8080, 65_535),
    drainsFor: whole('DRAIN_SECONDS', 0, 300) * 1_000,
    publicUrl: settings.url('PUBLIC_URL'),
    dataFolder,
    erasuresFile: resolve(given('ERASURES_FILE') ?? join(dataFolder, 'erasures.json')),
    mongoUri: readMongoUri(settings),
    evidenceS3: readEvidenceS3(settings),
    ...readMasterKeys(settings),
    operator: readOperator(settings),
    backupFolder: given('BACKUP_FOLDER'),
    backupS3: readBackupS3(settings),
    demo: given('DEMO') === null ? null : choice('DEMO', ['on', 'off'], 'on') === 'on',
    demoPassword: readDemoPassword(settings, production),
    mail,
    mailFrom: given('MAIL_FROM') ?? 'Aduan <aduan@localhost>',
    staffMailDomains: readDomains(settings, 'STAFF_MAIL_DOMAINS'),
    inbound: readInboundConfig(given, mail.by === 'resend' && mail.webhookSecret !== null, problems),
    inboundUnit: given('INBOUND_UNIT'),
    ownMailServer: given('INBOUND_AUTHSERV_ID'),
    chatIntake: readChatIntake(given('CHAT_INTAKE'), problems),
    whatsApp: readWhatsApp(settings),
    sms: readSmsConfig(given, problems),
    clamd: readClamd(settings),
    outboundAllow: readOutboundAllow(settings),
    oidc: readOidc(settings),
    limits: readLimits(settings, production),
    securityContacts: readSecurityContacts(settings),
    metricsToken: readMetricsToken(settings),
    sessionIdleAfter: Math.max(5, whole('SESSION_IDLE_MINUTES', 60, 600)) * 60_000,
    trustProxy: choice('TRUST_PROXY', ['on', 'off'], 'off') === 'on',
    logLevel: choice('LOG_LEVEL', logLevels, 'info'),
    tracing: readTracingConfig(given, problems),
    production,
  }
  if (problems.length > 0) throw new Error(`Cannot start:\n${problems.map((problem) => `- ${problem}`).join('\n')}`)
  return config
}

function readMasterKeys({ given, key, problems }: Settings): Pick<Config, 'masterKey' | 'previousMasterKey'> {
  const masterKey = key('MASTER_KEY')
  const previousMasterKey = key('PREVIOUS_MASTER_KEY')
  if (previousMasterKey && !masterKey) problems.push('MASTER_KEY is missing; PREVIOUS_MASTER_KEY is the one before it.')
  if (previousMasterKey && given('MASTER_KEY') === given('PREVIOUS_MASTER_KEY'))
    problems.push('PREVIOUS_MASTER_KEY is the same as MASTER_KEY; it must be the one before.')
  return { masterKey, previousMasterKey }
}

function readLimits({ choice, problems }: Settings, production: boolean): boolean {
  const limits = choice('LIMITS', ['on', 'off'], 'on') === 'on'
  if (!limits && production) problems.push('LIMITS=off lifts the protection against floods; production refuses it.')
  return limits
}

/** An address of mail stands there as people write it; the file of RFC 9116 wants a URI. */
function readSecurityContacts({ given, problems }: Settings): readonly string[] {
  const contacts =
    given('SECURITY_CONTACT')
      ?.split(/[\s,]+/)
      .filter(Boolean) ?? []
  return contacts.map((contact) => {
    if (/^[^\s@:/]+@[a-z0-9.-]+$/i.test(contact)) return `mailto:${contact}`
    if (/^(mailto:[^\s@]+@[^\s@]+|tel:\+[\d-]+)$/.test(contact)) return contact
    if (contact.startsWith('https://') && URL.canParse(contact)) return contact
    problems.push(`SECURITY_CONTACT must be mail addresses, https addresses or tel:+62…, not "${contact}".`)
    return contact
  })
}

function readMongoUri({ given, problems }: Settings): string | null {
  const uri = given('MONGODB_URI')
  if (uri && !/^mongodb(\+srv)?:\/\//.test(uri))
    problems.push('MONGODB_URI must begin with mongodb:// or mongodb+srv://.')
  return uri
}

function readOperator({ given, problems }: Settings): Config['operator'] {
  const [email, password] = [given('OPERATOR_EMAIL'), given('OPERATOR_PASSWORD')]
  if (!email && password) problems.push('OPERATOR_EMAIL is missing; it goes with OPERATOR_PASSWORD.')
  if (!email || !password) return email === null ? null : { email: email.toLowerCase(), password: null }
  if (password.length < 12) problems.push('OPERATOR_PASSWORD must have 12 characters or more.')
  else if (weaknessOf(password, [email]))
    problems.push('OPERATOR_PASSWORD is a common one, or made of the address; choose another one.')
  return { email: email.toLowerCase(), password }
}

function readDemoPassword({ given, problems }: Settings, production: boolean): string | null {
  const password = given('DEMO_PASSWORD')
  if (password && password.length < 8) problems.push('DEMO_PASSWORD must have 8 characters or more.')
  if (production && password && weaknessOf(password))
    problems.push('DEMO_PASSWORD is too short or a common one; production refuses it.')
  return password
}

function readMetricsToken({ given, problems }: Settings): string | null {
  const token = given('METRICS_TOKEN')
  if (token && !/^\S{16,200}$/.test(token))
    problems.push('METRICS_TOKEN must have 16 to 200 characters without spaces.')
  return token
}

function readMail({ given, url }: Settings): MailConfig {
  const [apiKey, smtp, baseUrl] = [given('RESEND_API_KEY'), given('SMTP_URL'), url('RESEND_BASE_URL')]
  if (apiKey) return { by: 'resend', apiKey, baseUrl, webhookSecret: given('RESEND_WEBHOOK_SECRET') }
  return smtp ? { by: 'smtp', url: smtp } : { by: 'mailbox' }
}

function readWhatsApp({ pair, url }: Settings): WhatsAppConfig | null {
  const [token, phoneId] = pair('WHATSAPP_TOKEN', 'WHATSAPP_PHONE_ID') ?? []
  const [appSecret, verifyToken] = pair('WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN') ?? []
  const baseUrl = url('WHATSAPP_BASE_URL') ?? 'https://graph.facebook.com/v24.0'
  if (!token || !phoneId) return null
  return { token, phoneId, baseUrl, proof: appSecret && verifyToken ? { appSecret, verifyToken } : null }
}

function readEvidenceS3({ given, url, pair, problems }: Settings): BucketPlace | null {
  const bucket = url('EVIDENCE_S3_URL')
  const [accessKey, secretKey] = pair('EVIDENCE_S3_ACCESS_KEY', 'EVIDENCE_S3_SECRET_KEY') ?? []
  if (Boolean(bucket) !== Boolean(accessKey))
    problems.push('EVIDENCE_S3_URL, EVIDENCE_S3_ACCESS_KEY and EVIDENCE_S3_SECRET_KEY go together.')
  if (bucket && !/^https?:\/\/[^/]+\/[^?#]+$/.test(bucket))
    problems.push('EVIDENCE_S3_URL must name the bucket: https://s3.example/bucket, with a folder behind it or none.')
  if (!bucket || !accessKey || !secretKey) return null
  return { url: bucket, region: given('EVIDENCE_S3_REGION') ?? 'us-east-1', accessKey, secretKey }
}

function readBackupS3({ given, problems }: Settings): BucketPlace | null {
  const address = given('BACKUP_S3_URL')
  const place = address === null ? null : readBucketAddress(address)
  if (address !== null && !place)
    problems.push('BACKUP_S3_URL must be https://key:secret@s3.example/bucket/folder?region=us-east-1.')
  return place
}

function readOidc({ given, pair, problems }: Settings): OidcConfig | null {
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

function readOutboundAllow({ given, problems }: Settings): readonly string[] {
  const addresses = given('OUTBOUND_ALLOW')?.split(/[\s,]+/) ?? []
  for (const address of addresses.filter((one) => !/^([\d.]+|\[[\da-f:]+\]):\d+$/.test(one)))
    problems.push(`OUTBOUND_ALLOW must be addresses with their ports, like 10.1.2.3:443, not "${address}".`)
  return addresses
}

function readClamd({ given, problems }: Settings): ClamdAddress | null {
  const value = given('CLAMD_URL')
  const address = value === null ? null : clamdAddress(value)
  if (value !== null && !address) problems.push(`CLAMD_URL must be tcp://host:port or unix:/path, not "${value}".`)
  return address
}

function clamdAddress(value: string): ClamdAddress | null {
  const { protocol, hostname, port, pathname } = URL.canParse(value) ? new URL(value) : new URL('none:')
  if (protocol === 'unix:' && /^\/[^/]/.test(pathname)) return { path: decodeURIComponent(pathname) }
  return protocol === 'tcp:' && hostname && port ? { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) } : null
}

function readDomains({ given, problems }: Settings, name: string): readonly string[] {
  const domains = (given(name) ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  for (const one of domains)
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(one))
      problems.push(`${name} must be mail domains like kota.go.id, not "${one}".`)
  return domains
}
