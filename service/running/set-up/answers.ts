import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { BucketMissing, BucketRefused, openObjects, readBucketAddress } from '../../adapters/s3/bucket.ts'
import { smtpMail } from '../../adapters/smtp/smtp-mail.ts'
import { PLATFORM } from '../../storage/place.ts'
import type { KeptSettings } from '../settings.ts'

/** The six questions, in their order. */
export const questions = ['address', 'mail', 'name', 'contact', 'backup', 'operator'] as const
export type Question = (typeof questions)[number]
export type Answers = Readonly<Record<Question, string>>

export const readAnswers = (given: (name: string) => string): Answers => ({
  address: given('address').replace(/\/+$/, ''),
  mail: given('mail'),
  name: given('name'),
  contact: given('contact'),
  backup: given('backup').replace(/(?<=.)\/+$/, ''),
  operator: given('operator').toLowerCase(),
})

/** Codes of what is wrong with an answer by its shape; nothing outside is asked. */
export type Fault =
  | 'missing'
  | 'no-address'
  | 'not-https'
  | 'no-mail-server'
  | 'no-name'
  | 'no-mail-address'
  | 'no-folder'
  | 'not-reached'
  | 'certificate'
  | 'other-service'
  | 'mail-refused'
  | 'not-writable'
  | 'same-disk'
  | 'no-bucket-address'
  | 'bucket-not-https'
  | 'bucket-missing'
  | 'bucket-refused'
  | 'bucket-not-reached'

export type Faults = Readonly<Partial<Record<Question, Fault>>>

const mailAddress = /^[^\s@<>"]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i
const isThisMachine = ({ hostname }: URL): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)

function faultOfAddress(address: string): Fault | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.username) return 'no-address'
  return url.protocol === 'https:' || isThisMachine(url) ? null : 'not-https'
}

const isMailServer = (mail: string): boolean =>
  /^smtps?:\/\//.test(mail) && URL.canParse(mail) && new URL(mail).hostname !== ''

/** Whether the backup is to lie in a bucket; otherwise it is a folder. */
export const isInBucket = ({ backup }: Answers): boolean => /^https?:/i.test(backup)

function faultOfBackup(backup: string): Fault | null {
  if (!/^https?:/i.test(backup)) return /^\/[^\0]+$/.test(backup) ? null : 'no-folder'
  const place = readBucketAddress(backup)
  if (!place) return 'no-bucket-address'
  const url = new URL(place.url)
  return url.protocol === 'https:' || isThisMachine(url) ? null : 'bucket-not-https'
}

const rules: Readonly<Record<Question, (answer: string) => Fault | null>> = {
  address: faultOfAddress,
  mail: (mail) => (isMailServer(mail) ? null : 'no-mail-server'),
  name: (name) => (/^[\p{L}\d][\p{L}\d .,'()/&-]{1,79}$/u.test(name) ? null : 'no-name'),
  contact: (contact) => (mailAddress.test(contact) ? null : 'no-mail-address'),
  backup: faultOfBackup,
  operator: (operator) => (mailAddress.test(operator) ? null : 'no-mail-address'),
}

export function faultsIn(answers: Answers): Faults {
  const found = questions.flatMap((question): [Question, Fault][] => {
    const fault = answers[question] === '' ? 'missing' : rules[question](answers[question])
    return fault ? [[question, fault]] : []
  })
  return Object.fromEntries(found)
}

export const senderOf = ({ name, contact }: Answers): string => `${name.replace(/[,()]/g, '')} <${contact}>`

/** What is kept of answers without a fault. @param isProxied a proxy stands before the service and names its visitors */
export const settingsFrom = (answers: Answers, isProxied: boolean): KeptSettings => ({
  PUBLIC_URL: answers.address,
  ...(isProxied && { TRUST_PROXY: 'on' }),
  SMTP_URL: answers.mail,
  MAIL_FROM: senderOf(answers),
  SECURITY_CONTACT: answers.contact,
  ...(isInBucket(answers) ? { BACKUP_S3_URL: answers.backup } : { BACKUP_FOLDER: answers.backup }),
  OPERATOR_EMAIL: answers.operator,
})

/** Milliseconds until a check is given up. */
const WITHIN = 15_000

/** Where the service answers itself while it is set up. */
export const ECHO = '/set-up/echo'

export interface Echo {
  /** Only this process knows it. */
  readonly word: string
  /** Whether the question came through a proxy that names its visitor. */
  isProxied: boolean
}

/** Asks itself through the public address: name, proxy and certificate are right if its own word comes back. */
async function tryAddress(address: string, { word }: Echo): Promise<Fault | null> {
  try {
    const response = await fetch(`${address}${ECHO}`, { redirect: 'manual', signal: AbortSignal.timeout(WITHIN) })
    return (await response.text()) === word ? null : 'other-service'
  } catch (cause) {
    const code = cause instanceof Error && cause.cause instanceof Error && 'code' in cause.cause ? cause.cause.code : ''
    return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(String(code)) ? 'certificate' : 'not-reached'
  }
}

async function tryMail(
  answers: Answers,
  mail: { readonly subject: string; readonly text: string },
): Promise<Fault | null> {
  const carrier = smtpMail({ url: answers.mail, from: senderOf(answers) })
  try {
    const { outcome } = await carrier.send({
      ...mail,
      tenant: PLATFORM,
      to: answers.operator,
      idempotencyKey: randomBytes(16).toString('hex'),
      signal: AbortSignal.timeout(WITHIN),
    })
    return outcome === 'accepted' ? null : 'mail-refused'
  } finally {
    carrier.close()
  }
}

/** Writes, reads and removes a file in a folder. A backup on the disk of the data goes with that disk. */
async function tryFolder(folder: string, dataFolder: string): Promise<Fault | null> {
  const file = join(folder, `.aduan-${randomBytes(6).toString('hex')}`)
  try {
    // A folder is made in one that is there: a mistyped disk is not made up.
    await mkdir(folder, { mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause
    })
    await writeFile(file, 'aduan', { flag: 'wx' })
    const isThere = (await readFile(file, 'utf8')) === 'aduan'
    await rm(file)
    if (!isThere) return 'not-writable'
  } catch {
    return 'not-writable'
  }
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const [there, here] = await Promise.all([stat(folder), stat(dataFolder)])
  return there.dev === here.dev ? 'same-disk' : null
}

async function tryBucket(address: string): Promise<Fault | null> {
  const place = readBucketAddress(address)
  if (!place) return 'no-bucket-address'
  const key = `.aduan-${randomBytes(6).toString('hex')}`
  const word = randomBytes(16).toString('hex')
  const trying = (async (): Promise<Fault | null> => {
    const bucket = await openObjects(place, 'BACKUP_S3_URL')
    await bucket.write(key, Readable.from([Buffer.from(word)]))
    const read = await text(bucket.read(key))
    await bucket.remove(key)
    return read === word ? null : 'bucket-refused'
  })()
  return within(WITHIN, trying).catch((cause: unknown) =>
    cause instanceof BucketMissing
      ? 'bucket-missing'
      : cause instanceof BucketRefused
        ? 'bucket-refused'
        : 'bucket-not-reached',
  )
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const stop = new AbortController()
  const late = pause(milliseconds, null, { signal: stop.signal }).then(() => {
    throw new Error('No answer in time.')
  })
  try {
    return await Promise.race([work, late])
  } finally {
    stop.abort()
    late.catch(() => {})
    work.catch(() => {})
  }
}

interface Trying {
  readonly echo: Echo
  readonly dataFolder: string
  /** The operator knows that the backup lies on the disk of the data, as on a machine with a single disk. */
  readonly takesSameDisk: boolean
  readonly mail: { readonly subject: string; readonly text: string }
}

/** Tries answers without a fault in the world; nothing is kept. */
export async function tryAnswers(answers: Answers, { echo, dataFolder, takesSameDisk, mail }: Trying): Promise<Faults> {
  const [address, sent, backup] = await Promise.all([
    tryAddress(answers.address, echo),
    tryMail(answers, mail),
    isInBucket(answers) ? tryBucket(answers.backup) : tryFolder(answers.backup, dataFolder),
  ])
  return {
    ...(address && { address }),
    ...(sent && { mail: sent }),
    ...(backup && !(backup === 'same-disk' && takesSameDisk) && { backup }),
  }
}
