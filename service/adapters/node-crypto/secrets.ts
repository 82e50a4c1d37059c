import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto'
import type { Digest, StreamSealer } from '../../case/evidence.ts'
import type { Clock } from '../../shared/instant.ts'
import type { MasterKeys } from '../../storage/vault.ts'
import type { SignWebhook } from '../../telling/webhooks/webhook-delivery.ts'

const POOL = 8 * 1024

/**
 * Serves random bytes from a pool, because asking the system for twelve bytes costs as much as for thousands. It is
 * for public values such as ids and nonces; secrets are drawn one by one.
 */
export function createRandomPool(): (size: number) => Buffer {
  let pool = Buffer.alloc(POOL)
  let used = POOL
  return (size) => {
    if (used + size > POOL) {
      pool = randomFillSync(Buffer.alloc(POOL))
      used = 0
    }
    used += size
    return pool.subarray(used - size, used)
  }
}

const pooled = createRandomPool()

/** 96 random bits as 16 characters that fit into any address. */
export const newId = (): string => pooled(12).toString('base64url')

export const newSecret = (): string => randomBytes(24).toString('base64url')

/** It is only for secrets that are random already. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** SHA-256 in hexadecimal digits. */
export const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Thirty-two characters that nobody confuses on paper: no 0 O, no 1 I. */
const readable = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** 80 random bits in four groups that a person can copy by hand: `7KQM-2XRD-…`. */
export const newRecoveryCode = (): string =>
  [...randomBytes(16)]
    .map((byte) => readable[byte % readable.length])
    .join('')
    .replace(/.{4}(?=.)/g, '$&-')

/** Compares in constant time, whatever the lengths. */
export function compareWithSecret(secret: string): (given: string) => boolean {
  const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
  const wanted = digestOf(secret)
  return (given) => timingSafeEqual(digestOf(given), wanted)
}

/** A try takes seconds; milliseconds. */
const LASTS = 5 * 60_000

const signOf = (key: Uint8Array, unit: string, until: string): Buffer =>
  createHmac('sha256', key).update(`aduan practice pass\n${unit}\n${until}`).digest()

/** Only who holds the master key makes a pass, so it takes the host. It opens the room for tries of one unit. */
export async function makePracticePass(masterKeys: MasterKeys, unit: string, now: Clock): Promise<string> {
  const [newest] = await masterKeys.read()
  if (!newest) throw new Error('There is no master key.')
  const until = String(Date.parse(now()) + LASTS)
  return `${until}.${signOf(newest, unit, until).toString('base64url')}`
}

/** @returns a test of the pass that a request brings */
export const checkPracticePass =
  (masterKeys: MasterKeys, now: Clock) =>
  async (unit: string, pass: string): Promise<boolean> => {
    const [, until, signed] = /^(\d{13})\.([\w-]{43})$/.exec(pass) ?? []
    const left = Number(until) - Date.parse(now())
    if (!until || !signed || left <= 0 || left > LASTS) return false
    const given = Buffer.from(signed, 'base64url')
    const keys = await masterKeys.read()
    return keys.some((key) => timingSafeEqual(signOf(key, unit, until), given))
  }

/** HMAC-SHA256 with the bytes behind `whsec_`. */
export const signWebhook: SignWebhook = (secret, id, seconds, payload) => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${payload}`).digest('base64')}`
}

/** Plain bytes of one frame. A file is read and written frame by frame, so its size never shows in memory. */
const FRAME = 64 * 1024
const TAG = 16

/**
 * Seals a stream as frames of AES-256-GCM. The nonce is the frame's number and whether it is the last, so frames can
 * be neither swapped, repeated nor cut off. Each file has a key of its own, so a nonce never comes twice.
 */
export const streamSealer: StreamSealer = {
  async *seal(key, plain) {
    let frame = 0
    for await (const { bytes, last } of framed(plain, FRAME)) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(frame++, last))
      yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    }
  },

  async *open(key, sealed) {
    let frame = 0
    for await (const { bytes, last } of framed(sealed, FRAME + TAG)) yield opened(key, bytes, nonceOf(frame++, last))
  },

  async *openPart(key, size, { from, to }, read) {
    const final = Math.max(0, Math.ceil(size / FRAME) - 1)
    const [first, end] = [Math.floor(from / FRAME), Math.floor(to / FRAME)]
    const sealed = read({ from: first * (FRAME + TAG), to: (end + 1) * (FRAME + TAG) - 1 })
    let frame = first
    for await (const { bytes } of framed(sealed, FRAME + TAG)) {
      const start = frame * FRAME
      const plain = opened(key, bytes, nonceOf(frame, frame === final))
      yield plain.subarray(Math.max(0, from - start), to + 1 - start)
      frame++
    }
    if (frame !== end + 1) throw cutOff()
  },

  partKey: (key, part) => new Uint8Array(hkdfSync('sha256', key, '', `aduan part ${part}`, 32)),

  digest(): Digest {
    const hash = createHash('sha256')
    return { add: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') }
  },
}

function opened(key: Uint8Array, bytes: Buffer, nonce: Buffer): Buffer {
  if (bytes.length < TAG) throw cutOff()
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAuthTag(bytes.subarray(-TAG))
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()])
}

const cutOff = () => new Error('The sealed file is cut off.')

function nonceOf(frame: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(frame, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

/**
 * Cuts a stream into frames of one size; an empty stream is one empty frame, and exactly the final frame is `last`.
 */
async function* framed(source: AsyncIterable<Uint8Array>, size: number) {
  let parts: Uint8Array[] = []
  let held = 0
  for await (const chunk of source) {
    let rest = chunk
    // A full frame is emitted only when more follows, because it may be the last.
    while (held + rest.length > size) {
      const taken = rest.subarray(0, size - held)
      yield { bytes: Buffer.concat([...parts, taken]), last: false }
      rest = rest.subarray(taken.length)
      parts = []
      held = 0
    }
    if (rest.length > 0) {
      parts.push(rest)
      held += rest.length
    }
  }
  yield { bytes: Buffer.concat(parts), last: true }
}
