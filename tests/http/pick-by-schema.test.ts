import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { pickBy } from '../../service/http/pick-by-schema.ts'

const file = z.object({ kind: z.literal('file'), sha256: z.string() })
const place = z.object({ kind: z.literal('place'), because: z.string() })
const pick = pickBy(z.object({ id: z.string(), target: z.union([file, place]).nullable() }))

describe('an answer', () => {
  it('holds what its schema names, at every depth, and nothing else', () => {
    const given = { id: 'a', words: 'Rahasia.', target: { kind: 'file', sha256: '00', words: 'Rahasia.' } }
    expect(pick(given)).toEqual({ id: 'a', target: { kind: 'file', sha256: '00' } })
    expect(pick({ id: 'a', words: 'Rahasia.', target: null })).toEqual({ id: 'a', target: null })
  })

  it('does not leave where none of several schemas describes a part of it', () => {
    expect(() => pick({ id: 'a', target: { kind: 'note', words: 'Rahasia.' } })).toThrow(TypeError)
  })
})
