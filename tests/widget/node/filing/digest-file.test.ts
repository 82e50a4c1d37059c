import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { digestFile } from '../../../../widget/filing/evidence/uploads.ts'

const never = new AbortController().signal
const silent = () => {}
/** Read in so many pieces. */
const aFileOf = (pieces: number) => new File(Array(pieces).fill(new Uint8Array(1_000)), 'foto.jpg')

describe('the fingerprint that a browser takes of a file', () => {
  it.each([0, 1, 55, 56, 64, 65_535, 65_537, 3_000_000])('is its SHA-256, at %i bytes too', async (size) => {
    const bytes = randomBytes(size)
    const digest = await digestFile(new File([bytes], 'foto.jpg'), { signal: never, progress: silent })
    expect(digest).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('tells how far it is, at each hundredth', async () => {
    const told: number[] = []
    await digestFile(aFileOf(400), { signal: never, progress: (share) => told.push(share) })
    expect(told).toHaveLength(100)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('is given up when the file is removed meanwhile', async () => {
    const stop = new AbortController()
    const taken = digestFile(aFileOf(400), { signal: stop.signal, progress: () => stop.abort() })
    await expect(taken).rejects.toThrow('aborted')
  })
})
