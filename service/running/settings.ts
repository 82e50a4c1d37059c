import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeWhole } from '../adapters/files/kept-files.ts'
import type { ImapMailbox } from '../adapters/imapflow/watch-mailbox.ts'
import { type ChatChannel, chatChannels } from '../filing/conversation/conversation.ts'
import { parseJson } from '../shared/outbound.ts'
import { MOST_INBOUND_NAME } from '../telling/notices/dispatch-notice.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export interface Settings {
  /** Returns the trimmed value; `null` for a setting that is absent or empty. */
  given(name: string): string | null
  whole(name: string, standard: number, most: number): number
  choice<C extends string>(name: string, choices: readonly C[], standard: C): C
  url(name: string): string | null
  pair(first: string, second: string): readonly [string, string] | null
  /** 32 bytes, given in base64. */
  key(name: string): Uint8Array | null
  /** Sentences for the operator about values that cannot be used. */
  readonly problems: string[]
}

/** Reads values from the environment. A wrong value is a problem and does not stop the reading. */
export function readSettings(environment: Environment): Settings {
  const problems: string[] = []
  const given = (name: string): string | null => environment[name]?.trim() || null

  return {
    given,
    problems,

    whole(name, standard, most) {
      const value = Number(given(name) ?? standard)
      if (!Number.isInteger(value) || value < 0 || value > most) {
        problems.push(`${name} must be a whole number from 0 to ${most}, not "${given(name)}".`)
      }
      return value
    },

    choice(name, choices, standard) {
      const value = given(name) ?? standard
      const chosen = choices.find((one) => one === value)
      if (!chosen) problems.push(`${name} must be one of ${choices.join(', ')}, not "${value}".`)
      return chosen ?? standard
    },

    url(name) {
      const value = given(name)
      if (value !== null && !/^https?:$/.test(protocolOf(value)))
        problems.push(`${name} must be an http(s) address, not "${value}".`)
      return value === null ? null : value.replace(/\/+$/, '')
    },

    pair(first, second) {
      const [one, other] = [given(first), given(second)]
      if (one && other) return [one, other]
      if (one || other) problems.push(`${one ? second : first} is missing; ${first} and ${second} go together.`)
      return null
    },

    key(name) {
      const value = given(name)
      if (value === null) return null
      const bytes = Buffer.from(value, 'base64')
      if (bytes.length !== 32) problems.push(`${name} must be 32 bytes in base64; it has ${bytes.length}.`)
      return new Uint8Array(bytes)
    },
  }
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : ''
}

/** What the set-up in the browser may keep, under the names of the environment. */
export const keptNames = [
  'PUBLIC_URL',
  'TRUST_PROXY',
  'SMTP_URL',
  'MAIL_FROM',
  'SECURITY_CONTACT',
  'BACKUP_FOLDER',
  'BACKUP_S3_URL',
  'OPERATOR_EMAIL',
] as const
export type KeptSettings = Partial<Record<(typeof keptNames)[number], string>>

const FILE = 'settings.json'

const folderOf = (environment: Environment): string => resolve(environment.DATA_DIR?.trim() || './data')
const pathIn = (folder: string): string => join(folder, FILE)

/** Adds what the set-up kept to what the environment does not say: the environment wins. */
export async function withKeptSettings(environment: Environment): Promise<Environment> {
  const path = pathIn(folderOf(environment))
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null
    throw cause
  })
  if (text === null) return environment
  const kept = parseJson(text)
  if (typeof kept !== 'object' || kept === null) throw new Error(`${path} cannot be read. Put it back, or set up anew.`)
  const given = Object.entries(environment).filter(([, value]) => value?.trim())
  const found = Object.entries(kept).filter(([name, value]) => isKept(name) && typeof value === 'string')
  return { ...Object.fromEntries(found), ...Object.fromEntries(given) }
}

const isKept = (name: string): boolean => keptNames.some((one) => one === name)

/** It holds the password of the mail account, and may hold the secret of a bucket, so its owner alone reads it; it appears only whole. */
export const keepSettings = (folder: string, settings: KeptSettings): Promise<void> =>
  writeWhole(pathIn(folder), `${JSON.stringify(settings, null, 2)}\n`)

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null

/**
 * Whether this is the first start of an installation that nobody has set up: in production, without an address, and
 * with nothing kept. Where there is a store or a file of settings there is never a set-up again.
 */
export async function needsSetUp(environment: Environment): Promise<boolean> {
  const given = (name: string) => Boolean(environment[name]?.trim())
  if (environment.NODE_ENV?.trim() !== 'production' || given('PUBLIC_URL') || given('MONGODB_URI')) return false
  const folder = folderOf(environment)
  const traces = [FILE, 'aduan.db', 'aduan.lock', 'master.key', 'keys']
  return !(await Promise.all(traces.map((name) => exists(join(folder, name))))).includes(true)
}

export interface InboundConfig {
  /** Answers to notices go to it, with a token behind its local part. */
  readonly address: string
  /** A mailbox of the service's own; `null` means that the mail provider pushes each mail. */
  readonly imap: ImapMailbox | null
}

type Given = (name: string) => string | null

const addressPattern = /^[a-z0-9._-]+@[a-z0-9-]+(\.[a-z0-9-]+)*$/

/** `null` means that no mail is taken in. @param isAnnounced whether the mail provider pushes mail */
export function readInboundConfig(given: Given, isAnnounced: boolean, problems: string[]): InboundConfig | null {
  const address = given('INBOUND_ADDRESS')?.toLowerCase() ?? null
  const imap = imapIn(given('IMAP_URL'), problems)
  if (!address) {
    if (given('IMAP_URL')) problems.push('INBOUND_ADDRESS is missing; answers to notices need an address.')
    return null
  }
  if (!addressPattern.test(address)) problems.push(`INBOUND_ADDRESS must be an e-mail address, not "${address}".`)
  if (address.indexOf('@') > MOST_INBOUND_NAME)
    problems.push(`INBOUND_ADDRESS must have at most ${MOST_INBOUND_NAME} characters before the @.`)
  if (!given('IMAP_URL') && !isAnnounced)
    problems.push('INBOUND_ADDRESS needs IMAP_URL, or RESEND_API_KEY with RESEND_WEBHOOK_SECRET.')
  return { address, imap }
}

/** `whatsapp`, `sms`, both with a comma between them, or `off`. */
export function readChatIntake(value: string | null, problems: string[]): readonly ChatChannel[] {
  if (value === 'off') return []
  const named = (value ?? 'whatsapp').split(',').map((one) => one.trim())
  const known = chatChannels.filter((one) => named.includes(one))
  if (known.length !== named.length)
    problems.push(`CHAT_INTAKE must be off, or some of ${chatChannels.join(', ')}, not "${value}".`)
  return known
}

function imapIn(value: string | null, problems: string[]): ImapMailbox | null {
  if (value === null) return null
  const url = URL.canParse(value) ? new URL(value) : null
  const secure = url?.protocol === 'imaps:'
  if (!url || !(secure || url.protocol === 'imap:') || !url.hostname || !url.username || !url.password) {
    // The value is not repeated here, because it contains a password.
    problems.push('IMAP_URL must be imaps://user:password@host:port/folder.')
    return null
  }
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
  }
}
