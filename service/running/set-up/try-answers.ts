import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { BucketMissing, openObjects } from '../../adapters/s3/bucket-objects.ts'
import { readBucketAddress } from '../../adapters/s3/read-bucket-address.ts'
import { BucketRefused } from '../../adapters/s3/talk-to-bucket.ts'
import { smtpMail } from '../../adapters/smtp/smtp-mail.ts'
import { PLATFORM } from '../../storage/place.ts'
import { type Answers, type Fault, type Faults, isInBucket, senderOf } from './answers.ts'

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

/** Sends a mail to the operator. */
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

/** Writes, reads and removes an object in a bucket. */
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
