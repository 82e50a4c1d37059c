import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { resendNews } from '../../../service/adapters/resend/read-resend-news.ts'
import { noNews } from '../../../service/offices/channels/provider-news.ts'
import { aCall } from '../../support/a-provider-call.ts'

const key = Buffer.from('rahasia-untuk-contoh-saja-0000')
const reader = resendNews('re_contoh', `whsec_${key.toString('base64')}`)

/** Signed as Resend signs, so many seconds ago. */
function signed(event: unknown, { ago = 0, by = key } = {}) {
  const body = JSON.stringify(event)
  const timestamp = String(Math.floor(Date.now() / 1_000) - ago)
  const signature = createHmac('sha256', by).update(`msg_1.${timestamp}.${body}`).digest('base64')
  return aCall({
    body,
    headers: { 'svix-id': 'msg_1', 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` },
  })
}

const event = (type: string, more: object = {}) => ({
  type,
  created_at: '2026-11-25T03:00:00.000Z',
  data: { email_id: 'e-1', to: ['siti.contoh@warga.example'], tags: { reference: 'rujukan-1' }, ...more },
})

describe('what Resend tells', () => {
  it.each([
    [event('email.sent'), { state: 'accepted', reason: null }],
    [event('email.delivered'), { state: 'delivered', reason: null }],
    [
      event('email.bounced', { bounce: { type: 'Permanent', subType: 'General', message: 'No siti.contoh here' } }),
      { state: 'failed', reason: 'address_refused', answer: 'No … here' },
    ],
    [
      event('email.bounced', { bounce: { type: 'Transient', subType: 'MailboxFull', message: 'Full' } }),
      { state: 'failed', reason: 'recipient_busy' },
    ],
    [
      event('email.suppressed', { suppressed: { type: 'OnAccountSuppressionList', message: 'Suppressed' } }),
      { state: 'failed', reason: 'address_refused' },
    ],
    [event('email.failed', { failed: { reason: 'too big' } }), { state: 'failed', reason: 'message_refused' }],
  ])('is understood: $type', (told, expected) => {
    expect(reader.read(signed(told))).toMatchObject({ reports: [{ reference: 'rujukan-1', ...expected }] })
  })

  it.each([
    event('email.opened'),
    event('email.delivered', { tags: {} }),
    event('email.delivered', { tags: undefined }),
    { type: 'domain.created', data: {} },

    { type: 'email.sent' },
    null,
    'email.sent',
  ])('is no news when it is about nothing of ours, or not understood: %o', (told) => {
    expect(reader.read(signed(told))).toEqual(noNews)
  })

  it('is not believed when it is old, signed by somebody else, changed, or not signed', () => {
    const told = event('email.delivered')
    expect(reader.read(signed(told, { ago: 3_600 }))).toBeNull()
    expect(reader.read(signed(told, { by: Buffer.from('kunci-orang-lain') }))).toBeNull()
    const call = signed(told)
    expect(reader.read({ ...call, body: call.body.replace('delivered', 'bounced') })).toBeNull()
    expect(reader.read(aCall({ body: JSON.stringify(told) }))).toBeNull()
  })
})
