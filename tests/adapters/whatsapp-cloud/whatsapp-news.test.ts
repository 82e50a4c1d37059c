import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { whatsAppNews } from '../../../service/adapters/whatsapp-cloud/read-whatsapp-news.ts'
import { noNews } from '../../../service/offices/channels/provider-news.ts'
import { aCall } from '../../support/a-provider-call.ts'

const appSecret = 'rahasia-aplikasi'
const reader = whatsAppNews({ appSecret, verifyToken: 'kata-kunci' })

function signed(value: unknown, by = appSecret) {
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ value }] }] })
  const signature = createHmac('sha256', by).update(body).digest('hex')
  return aCall({ body, headers: { 'x-hub-signature-256': `sha256=${signature}` } })
}

const status = (word: unknown, more: object = {}) => ({
  statuses: [
    { id: 'wamid.x', status: word, recipient_id: '6281200000001', biz_opaque_callback_data: 'rujukan-1', ...more },
  ],
})

describe('what WhatsApp tells', () => {
  it.each([
    ['sent', 'accepted'],
    ['delivered', 'delivered'],
    ['read', 'read'],
  ])('“%s” is %s', (word, state) => {
    expect(reader.read(signed(status(word)))?.reports).toEqual([
      { reference: 'rujukan-1', state, reason: null, answer: '' },
    ])
  })

  it('a failure with its reason, and without the number in its words', () => {
    const errors = [{ code: 131026, title: 'Undeliverable', error_data: { details: 'To 6281200000001' } }]
    const [report] = reader.read(signed(status('failed', { errors })))?.reports ?? []
    expect(report).toMatchObject({ state: 'failed', reason: 'address_refused' })
    expect(report?.answer).not.toContain('81200000001')
  })

  it('who wrote to us and when', () => {
    const messages = [{ from: '6281200000001', id: 'wamid.y', timestamp: '1764039600', text: { body: 'Rahasia saya' } }]
    expect(reader.read(signed({ messages }))).toMatchObject({
      reports: [],
      heardFrom: [{ number: '6281200000001', at: '2025-11-25T03:00:00.000Z' }],
    })
  })

  it.each([
    null,
    {},
    status('deleted'),
    status(7),
    status('sent', { biz_opaque_callback_data: undefined }),
    { statuses: 'x', messages: [{ from: 'siti', timestamp: 'x' }, null] },
  ])('is no news when it is not understood: %o', (value) => {
    expect(reader.read(signed(value))).toEqual(noNews)
  })

  it('is no news when it is signed nonsense', () => {
    const body = '<html>'
    const signature = createHmac('sha256', appSecret).update(body).digest('hex')
    const call = aCall({ body, headers: { 'x-hub-signature-256': `sha256=${signature}` } })
    expect(reader.read(call)).toEqual(noNews)
  })

  it('is not believed when it is signed by somebody else, changed, or not signed', () => {
    expect(reader.read(signed(status('read'), 'rahasia-lain'))).toBeNull()
    const call = signed(status('sent'))
    expect(reader.read({ ...call, body: call.body.replace('sent', 'read') })).toBeNull()
    expect(reader.read(aCall({ body: call.body }))).toBeNull()
  })
})

describe('when WhatsApp asks whether the address is ours', () => {
  const asked = { 'hub.mode': 'subscribe', 'hub.verify_token': 'kata-kunci', 'hub.challenge': '12345' }

  it('it gets its challenge back, for the word that the operator told it', () => {
    expect(reader.greet(asked)).toBe('12345')
  })

  it.each([{ ...asked, 'hub.verify_token': 'kata-lain' }, { ...asked, 'hub.mode': 'unsubscribe' }, {}])(
    'nobody else does: %o',
    (query) => {
      expect(reader.greet(query)).toBeNull()
    },
  )
})
