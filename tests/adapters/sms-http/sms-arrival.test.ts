import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { smsNews } from '../../../service/adapters/sms-http/read-sms-news.ts'
import { noNews } from '../../../service/offices/channels/provider-news.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { aCall } from '../../support/a-provider-call.ts'

const secret = 'rahasia-sms-yang-masuk-contoh'
const now = '2026-11-24T03:00:00.000Z' as Instant
const reader = smsNews(null, { secret, now: () => now })
const sms = { id: 'sms-1', from: '0812-0000-0001', text: 'Saya mau melapor', sentAt: '2026-11-24T02:59:58Z' }

function told(
  body = JSON.stringify(sms),
  { by = secret, at = Date.parse(now) / 1_000, signs = body, id = 'msg-1' } = {},
) {
  const signature = createHmac('sha256', by).update(`${id}.${at}.${signs}`).digest('base64')
  const headers: Record<string, string> = {
    'webhook-id': id,
    'webhook-timestamp': String(at),
    'webhook-signature': `v1,lama v1,${signature}`,
  }
  return reader.read({ ...aCall({ body }), secret: null, header: (name) => headers[name] })
}

describe('an SMS that comes in', () => {
  it('is a message under the signature of its gateway', () => {
    expect(told()?.arrivals).toMatchObject([
      {
        channel: 'sms',
        providerId: 'sms-1',
        from: '6281200000001',
        text: sms.text,
        sentAt: '2026-11-24T02:59:58.000Z',
      },
    ])
  })

  it.each([
    ['another secret', { by: 'rahasia-yang-lain-sama-sekali' }],
    ['another body', { signs: JSON.stringify({ ...sms, text: 'lain' }) }],
    ['an hour that is over', { at: Date.parse(now) / 1_000 - 3_600 }],
    ['an hour to come', { at: Date.parse(now) / 1_000 + 3_600 }],
    ['no time', { at: Number.NaN }],
  ])('is not believed with %s', (_, how) => {
    expect(told(JSON.stringify(sms), how)).toBeNull()
  })

  it.each([
    '[[[',
    'null',
    '{"id":"x"}',
    '{"id":7,"from":"0812-0000-0001","text":"x"}',
    '{"id":"x","from":"x","text":"x"}',
  ])('is no news when it is %s', (body) => {
    expect(told(body)).toEqual(noNews)
  })

  it('is heard by nobody where no secret was set', () => {
    expect(smsNews(null).read({ ...aCall({ body: JSON.stringify(sms) }), secret: null })).toBeNull()
  })
})
