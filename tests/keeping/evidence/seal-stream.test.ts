import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { streamSealer } from '../../../service/adapters/node-crypto/secrets.ts'

const FRAME = 64 * 1024
const SEALED_FRAME = FRAME + 16
const key = randomBytes(32)

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

const sealed = (plain: Uint8Array, pieces = 10_000, with_ = key) =>
  whole(streamSealer.seal(with_, inPieces(plain, pieces)))
const opened = (bytes: Uint8Array, pieces = 10_000, with_ = key) =>
  whole(streamSealer.open(with_, inPieces(bytes, pieces)))

describe('a sealed file', () => {
  it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME, 5 * FRAME + 17])(
    'of %d bytes opens as it was',
    async (size) => {
      const plain = randomBytes(size)
      const bytes = await sealed(plain)
      expect(bytes.length).toBe(size + 16 * Math.max(1, Math.ceil(size / FRAME)))
      expect((await opened(bytes)).equals(plain)).toBe(true)
    },
  )

  it.each([7_919, FRAME, SEALED_FRAME, 1_000_000])(
    'is the same whatever pieces of %d bytes it came in',
    async (pieces) => {
      const plain = randomBytes(3 * FRAME + 5)
      expect((await sealed(plain, pieces)).equals(await sealed(plain, 10_000))).toBe(true)
      expect((await opened(await sealed(plain), pieces)).equals(plain)).toBe(true)
    },
  )

  it('shows nothing of what is in it', async () => {
    const bytes = await sealed(Buffer.from('RAHASIA '.repeat(20_000)))
    expect(bytes.includes('RAHASIA')).toBe(false)
    expect(bytes.subarray(0, 64).equals(bytes.subarray(SEALED_FRAME, SEALED_FRAME + 64))).toBe(false)
  })
})

describe('a sealed file that is not as it was sealed is found:', () => {
  const plain = randomBytes(3 * FRAME + 100)
  const frames = async () => {
    const bytes = await sealed(plain)
    return [0, 1, 2, 3].map((at) => bytes.subarray(at * SEALED_FRAME, (at + 1) * SEALED_FRAME))
  }

  it.each<[string, (frames: Buffer[]) => Buffer[]]>([
    ['two frames swapped', ([a, b, c, d]) => [b!, a!, c!, d!]],
    ['a frame repeated', ([a, b, c, d]) => [a!, a!, b!, c!, d!]],
    ['a frame left out', ([a, , c, d]) => [a!, c!, d!]],
    ['cut after a whole frame', ([a, b, c]) => [a!, b!, c!]],
    ['cut in a frame', ([a, b]) => [a!, b!.subarray(0, 100)]],
    ['cut in the last mark', ([a, b, c, d]) => [a!, b!, c!, d!.subarray(0, -1)]],
    ['a byte more', ([a, b, c, d]) => [a!, b!, c!, d!, Buffer.from([0])]],
    ['emptied', () => []],
    ['only the mark of the last frame', ([, , , d]) => [d!.subarray(-16)]],
  ])('%s', async (_, change) => {
    await expect(opened(Buffer.concat(change(await frames())))).rejects.toThrow()
  })

  it.each([0, FRAME - 1, FRAME, SEALED_FRAME + 5, -1])('one bit changed at %d', async (at) => {
    const bytes = await sealed(plain)
    const place = at < 0 ? bytes.length + at : at
    bytes[place] = bytes[place]! ^ 1
    await expect(opened(bytes)).rejects.toThrow()
  })

  it('a frame of another file under the same place', async () => {
    const [first, ...others] = await frames()
    const [stranger] = [await sealed(randomBytes(3 * FRAME), 10_000, randomBytes(32))]
    await expect(opened(Buffer.concat([stranger!.subarray(0, SEALED_FRAME), ...others]))).rejects.toThrow()
    expect(first).toBeDefined()
  })

  it('another key', async () => {
    await expect(opened(await sealed(plain), 10_000, randomBytes(32))).rejects.toThrow()
  })

  it('before a byte of a wrong frame is given out', async () => {
    const bytes = await sealed(plain)
    bytes[2 * SEALED_FRAME] = bytes[2 * SEALED_FRAME]! ^ 1
    const given: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of streamSealer.open(key, inPieces(bytes, 10_000))) given.push(piece)
    })()
    await expect(reading).rejects.toThrow()
    expect(Buffer.concat(given).equals(plain.subarray(0, 2 * FRAME))).toBe(true)
  })
})
