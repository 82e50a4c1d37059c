import { describe, expect, it } from 'vitest'
import { smsNews } from '../../../service/adapters/sms-http/read-sms-news.ts'
import { readSmsConfig } from '../../../service/adapters/sms-http/sms-config.ts'
import { noNews } from '../../../service/offices/channels/provider-news.ts'
import { aCall } from '../../support/a-provider-call.ts'

const secret = 'rahasia-laporan-sms-contoh'

function readerFor(callback: object = {}) {
  const environment: Record<string, string> = {
    SMS_URL: 'https://sms.example',
    SMS_SECRET: secret,
    SMS_GATEWAY: JSON.stringify({ callback }),
  }
  const problems: string[] = []
  const config = readSmsConfig((name) => environment[name] ?? null, problems)
  expect(problems).toEqual([])
  return smsNews(config!.callback!)
}

describe('what an SMS gateway tells', () => {
  it.each([
    ['DELIVRD', 'delivered', null],
    ['delivered', 'delivered', null],
    ['UNDELIV', 'failed', 'not_delivered'],
    ['Rejected', 'failed', 'not_delivered'],
    ['ENROUTE', 'accepted', null],
  ])('in the query: %s is %s', (status, state, reason) => {
    const news = readerFor().read(aCall({ secret, query: { ref: 'rujukan-1', status } }))
    expect(news?.reports).toEqual([{ reference: 'rujukan-1', state, reason, answer: status }])
  })

  it.each([
    ['a form', 'status=delivrd&to=6281200000001'],
    ['JSON', '{"status":"delivrd"}'],
  ])('in %s, with the reference that stands in our address', (_, body) => {
    const news = readerFor().read(aCall({ secret, query: { ref: 'rujukan-1' }, body }))
    expect(news?.reports).toMatchObject([{ reference: 'rujukan-1', state: 'delivered' }])
  })

  it('in the fields and words that the operator named', () => {
    const reader = readerFor({
      reference: 'results.0.custom',
      status: 'results.0.state',
      delivered: ['1'],
      failed: ['2'],
    })
    const body = JSON.stringify({ results: [{ custom: 'rujukan-2', state: 2 }] })
    expect(reader.read(aCall({ secret, body }))?.reports).toMatchObject([{ reference: 'rujukan-2', state: 'failed' }])
  })

  it.each([
    aCall({ secret, query: { ref: 'rujukan-1' } }),
    aCall({ secret, query: { status: 'delivered' } }),
    aCall({ secret, body: '[[[' }),
    aCall({ secret, body: 'null', query: { ref: 'x' } }),
  ])('is no news when it is not understood: %o', (call) => {
    expect(readerFor().read(call)).toEqual(noNews)
  })

  it.each([null, '', 'rahasia-lain', `${secret}x`])('is not believed under the secret “%s”', (told) => {
    expect(readerFor().read(aCall({ secret: told, query: { ref: 'x', status: 'delivered' } }))).toBeNull()
  })
})
