import { expect, it } from 'vitest'
import { maskEmail, providerAnswer, waitAsked } from '../../../service/offices/channels/provider-news.ts'
import { HOUR, type Instant, SECOND } from '../../../service/shared/instant.ts'

const to = 'siti.contoh@warga.example'

it.each([
  ['550 5.1.1 <siti.contoh@warga.example>: no such user', '550 5.1.1 <s…@warga.example>: no such user'],
  ['Mailbox SITI.CONTOH unknown', 'Mailbox … unknown'],
  ['copy to budi@misal.example,siti.contoh@warga.example', 'copy to b…@misal.example,s…@warga.example'],
  ['number +62 812-0000-0001 is off', 'number … is off'],
  ['two\r\n lines\u0000', 'two lines'],
])('keeps of %j only what names nobody', (words, kept) => {
  expect(providerAnswer(words, to)).toBe(kept)
})

it('cuts a long answer to 200 characters, and never through one', () => {
  const answer = providerAnswer('🙂'.repeat(500), to)
  expect([...answer]).toHaveLength(200)
  expect(answer.endsWith('🙂…')).toBe(true)
})

it('leaves out an address that the end of a very long answer cuts in half', () => {
  expect(providerAnswer(`${'8'.repeat(3_990)} budi.misal@warga.example`, to)).toBe('…')
})

it('masks an e-mail address so that its owner recognises it', () => {
  expect(maskEmail('siti@contoh.example')).toBe('s…@contoh.example')
  expect(maskEmail('bukan alamat')).toBe('…')
})

it.each([
  ['7', 7 * SECOND],
  ['0', SECOND],
  ['Wed, 25 Nov 2026 03:00:30 GMT', 30 * SECOND],
  ['Wed, 25 Nov 2026 02:00:00 GMT', SECOND],
  ['99999999', HOUR],
  ['sebentar', undefined],
  [undefined, undefined],
])('reads Retry-After %j as %j ms', (header, wait) => {
  expect(waitAsked(header, '2026-11-25T03:00:00.000Z' as Instant)).toBe(wait)
})
