import { describe, expect, it } from 'vitest'
import { seenDocuments } from '../../../service/adapters/sqlite/seen-documents.ts'
import type { Kept } from '../../../service/storage/collection.ts'
import { mintTenantId } from '../../../service/storage/place.ts'

const unit = mintTenantId('dinas-contoh')

const aCase = (version: number, id = 'A-1'): Kept => ({ tenant: unit, id, version })

/** A reading that is under way until it is answered. */
function begin(seen: ReturnType<typeof seenDocuments>) {
  let answer = (_: readonly Kept[]) => {}
  const answered = new Promise<readonly Kept[]>((resolve) => {
    answer = resolve
  })
  const read = seen.read(async () => (await answered).map((document) => [document, 10] as const))
  return async (...documents: readonly Kept[]) => {
    answer(documents)
    return read
  }
}

describe('what a process saw last of the documents that it alone writes', () => {
  it('is what it read, and then what it wrote', async () => {
    const seen = seenDocuments()
    expect(seen.last(unit, 'A-1')).toBeUndefined()
    await begin(seen)(aCase(1))
    expect(seen.last(unit, 'A-1')).toEqual(aCase(1))
    seen.wrote(aCase(2), 10)
    expect(seen.last(unit, 'A-1')).toEqual(aCase(2))
  })

  it('is nothing of a deleted document, also where an earlier question is answered later', async () => {
    const seen = seenDocuments()
    const answer = begin(seen)
    seen.forget(unit, 'A-1')
    expect(await answer(aCase(1), aCase(1, 'A-2'))).toEqual([aCase(1), aCase(1, 'A-2')])
    expect(seen.last(unit, 'A-1')).toBeUndefined()
    expect(seen.last(unit, 'A-2')).toEqual(aCase(1, 'A-2'))
  })

  it('is nothing of what was asked for before many were deleted together', async () => {
    const seen = seenDocuments()
    seen.wrote(aCase(1, 'A-2'), 10)
    const answer = begin(seen)
    seen.forgetAll()
    await answer(aCase(1))
    expect(seen.last(unit, 'A-1')).toBeUndefined()
    expect(seen.last(unit, 'A-2')).toBeUndefined()
  })

  it('is never what was there before a write', async () => {
    const seen = seenDocuments()
    const answer = begin(seen)
    seen.wrote(aCase(2), 10)
    await answer(aCase(1))
    expect(seen.last(unit, 'A-1')?.version).toBe(2)
  })

  it('is only so much text, the rest of what was asked for longest ago is forgotten', () => {
    const seen = seenDocuments()
    for (let at = 0; at < 6; at++) {
      seen.wrote(aCase(1, `A-${at}`), 1_000_000)
      seen.last(unit, 'A-0')
    }
    expect(seen.last(unit, 'A-0')).toBeDefined()
    expect(seen.last(unit, 'A-1')).toBeUndefined()
    expect(seen.last(unit, 'A-5')).toBeDefined()
  })
})
