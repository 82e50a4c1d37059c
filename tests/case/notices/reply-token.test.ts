import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  noticeMark,
  readReplyToken,
  replyToken,
  TOKEN_LENGTH,
  unitMark,
} from '../../../service/case/notices/message-reference.ts'
import { MOST_INBOUND_NAME, replyPathFrom } from '../../../service/telling/notices/dispatch-notice.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const keyed = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('base64url')
const hash = keyed('kunci-satu')
const sending = {
  tenant: organisasi,
  number: 'BO-2026-000123',
  noticeId: 'n_-1234567890abcdefgh',
  channel: 'email',
  from: 0,
} as const

describe('the token by which an answer finds its case', () => {
  it('names unit, place of the case and notice to whoever has the key', () => {
    const read = readReplyToken(hash, replyToken(hash, sending))
    expect(read).toEqual({
      unitMark: unitMark(hash, organisasi),
      series: '2026',
      sequence: 123,
      noticeMark: noticeMark(hash, sending),
    })
    expect(read?.unitMark).not.toBe(unitMark(hash, dinas))
  })

  it('is read as well when a mail server wrote it in capitals', () => {
    expect(readReplyToken(hash, replyToken(hash, sending).toUpperCase())?.sequence).toBe(123)
  })

  it('is another one for each notice, and looks like none of the others', () => {
    const tokens = ['a', 'b', 'c'].map((noticeId) => replyToken(hash, { ...sending, noticeId }))
    expect(new Set(tokens.map((token) => token.slice(0, 8))).size).toBe(3)
    expect(new Set(tokens.map((token) => token.slice(-8))).size).toBe(3)
  })

  it('is worth nothing under another key, or when one letter of it is another', () => {
    const token = replyToken(hash, sending)
    expect(readReplyToken(keyed('kunci-lain'), token)).toBeNull()
    for (let at = 0; at < token.length - 1; at++) {
      const other = `${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`
      expect(readReplyToken(hash, other)).toBeNull()
    }
  })

  it.each(['', 'a', 'a'.repeat(TOKEN_LENGTH), '1'.repeat(TOKEN_LENGTH), 'ä'.repeat(TOKEN_LENGTH), 'a'.repeat(10_000)])(
    'is not found in “%s”',
    (text) => {
      expect(readReplyToken(hash, text)).toBeNull()
    },
  )

  it('fits behind the name of the inbound address in what mail servers must take', async () => {
    const name = 'm'.repeat(MOST_INBOUND_NAME)
    const { address, refersTo } = await replyPathFrom(`${name}@aduan.example`, async () => hash)(sending)
    expect(address.split('@')[0]).toHaveLength(64)
    expect(address).toMatch(/^m+\+[a-z2-7]+@aduan\.example$/)
    expect(refersTo).toMatch(/^<[a-z2-7]+@aduan\.example>$/)
    expect(address).not.toMatch(/2026|000123|organisasi/)
  })
})
