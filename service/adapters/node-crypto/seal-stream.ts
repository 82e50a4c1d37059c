import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import type { Digest, StreamSealer } from '../../case/evidence.ts'

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
