import { expect, it } from 'vitest'
import { readReference, referenceOf, sendingKey } from '../../../service/case/notices/message-reference.ts'
import { dinas } from '../../support/two-units.ts'

const hash = (text: string) => `${text.length}`.padStart(43, 'k')
const sending = {
  tenant: dinas,
  number: 'DC-2026-000001',
  noticeId: 'n_-1234567890abcdefgh',
  channel: 'whatsapp',
  from: 2,
} as const

it('names the sending, under the key that the message went out with', () => {
  const read = readReference(referenceOf(hash, sending))
  expect(read).toEqual({ key: sendingKey(hash, sending), sending })
})

it('is another message once the notice is tried anew', () => {
  const told: string[] = []
  const listen = (text: string) => {
    told.push(text)
    return hash(text)
  }
  for (const from of [0, 2]) sendingKey(listen, { ...sending, from })
  expect(new Set(told).size).toBe(2)
})

it('has only letters that every provider takes back, and is short enough for all of them', () => {
  const tenant = `unit-${'x'.repeat(57)}` as typeof dinas
  expect(referenceOf(hash, { ...sending, tenant })).toMatch(/^[A-Za-z0-9_-]{1,256}$/)
})

it.each(['', 'x', 'k'.repeat(43), `${'k'.repeat(43)}W10`, `${'k'.repeat(43)}***`, `${'k'.repeat(43)}bnVsbA`])(
  'finds nothing in “%s”',
  (reference) => {
    expect(readReference(reference)).toBeNull()
  },
)
