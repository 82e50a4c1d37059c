import { Webhook as Checker } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { newSecret, signWebhook } from '../../../service/adapters/node-crypto/secrets.ts'
import { newsOfNew, withNews } from '../../../service/case/news.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds, SECOND } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import {
  deliveryAfter,
  dueFor,
  healthAfter,
  messageFor,
  OFF_AFTER,
  openWebhookStore,
  replayDelivery,
  secretsAt,
  type Webhook,
  type WebhookAttempt,
  waits,
  webhookSecret,
} from '../../../service/telling/webhooks/webhook.ts'
import { createWebhookDeliverer } from '../../../service/telling/webhooks/webhook-delivery.ts'
import { aComplaintIn } from '../../support/a-complaint.ts'
import { aDesk } from '../../support/a-desk.ts'
import { organisasi } from '../../support/two-units.ts'

const monday = '2026-11-23T03:00:00.000Z' as Instant
const later = (milliseconds: number) => plusMilliseconds(monday, milliseconds)
const attempt = (answer: WebhookAttempt['answer'], at = monday): WebhookAttempt => ({ at, answer, milliseconds: 5 })
const webhook = { tenant: 'bagian-organisasi', id: 'w' } as Webhook
const message = { messageId: 'BO-2026-000001_2', event: 'complaint.closed', at: monday } as const
const delivery = { ...messageFor(webhook, { ...message, data: { number: 'BO-2026-000001' } }), version: 1 }
const healthy = { off: null, failures: 0, failingSince: null, restsUntil: null }

describe('a message to a receiver', () => {
  it('is verified by the public library, by either secret while one takes over from the other, and by none besides', () => {
    const [current, secret, other] = [newSecret(), newSecret(), newSecret()].map(webhookSecret)
    const now = new Date().toISOString() as Instant
    const secrets = { current: current!, previous: { secret: secret!, until: plusMilliseconds(now, MINUTE) } }
    const seconds = Math.floor(Date.parse(now) / SECOND)
    const sign = (by: string) => signWebhook(by, delivery.messageId, seconds, delivery.payload)
    const headers = {
      'webhook-id': delivery.messageId,
      'webhook-timestamp': String(seconds),
      'webhook-signature': secretsAt(secrets, now).map(sign).join(' '),
    }
    const told = { type: 'complaint.closed', timestamp: monday, data: { number: 'BO-2026-000001' } }
    for (const by of [current!, secret!]) expect(new Checker(by).verify(delivery.payload, headers)).toEqual(told)
    expect(() => new Checker(other!).verify(delivery.payload, headers)).toThrow()
    expect(() => new Checker(current!).verify(delivery.payload.replace('1', '2'), headers)).toThrow()
    expect(secretsAt(secrets, plusMilliseconds(now, MINUTE))).toEqual([current])
  })

  it('is tried again after longer and longer waits, then given up, and sent anew when somebody asks', () => {
    let one = delivery
    for (const wait of waits) {
      one = { ...deliveryAfter(one, attempt(500)), version: 1 }
      expect(one).toMatchObject({ state: 'pending', nextTryAt: later(wait) })
    }
    const failed = deliveryAfter(one, attempt('too_slow'))
    expect(failed).toMatchObject({ state: 'failed', nextTryAt: null, attempts: { length: waits.length + 1 } })
    const again = replayDelivery(failed, monday)
    expect(again).toMatchObject({ state: 'pending', nextTryAt: monday })
    expect(deliveryAfter(again, attempt(503))).toMatchObject({ state: 'pending', nextTryAt: later(MINUTE) })
    expect(deliveryAfter(again, attempt(204))).toMatchObject({ state: 'delivered', nextTryAt: null })
  })

  it.each([301, 302, 400, 404, 410, 500, 'not_public', 'too_slow'] as const)('is not delivered by %s', (answer) => {
    expect(deliveryAfter(delivery, attempt(answer)).state).toBe('pending')
  })
})

describe('a receiver', () => {
  it('rests after three failures, is whole after one success, and is switched off when it took nothing for five days', () => {
    const twice = [attempt(500), attempt('not_reached')].reduce(healthAfter, healthy)
    expect(twice).toMatchObject({ failures: 2, failingSince: monday, restsUntil: null })
    const thrice = healthAfter(twice, attempt(500))
    expect(thrice).toMatchObject({ failures: 3, restsUntil: later(MINUTE), off: null })
    expect(healthAfter(thrice, attempt(200))).toEqual(healthy)
    const late = later(OFF_AFTER)
    expect(healthAfter(thrice, attempt(500, late)).off).toEqual({ why: 'failing', at: late })
    expect(healthAfter(thrice, attempt(500, later(OFF_AFTER - 1))).off).toBeNull()
  })

  it('that says it is gone is believed', () => {
    expect(healthAfter(healthy, attempt(410)).off).toEqual({ why: 'gone', at: monday })
  })

  it('is looked at as soon as something comes, but not while it rests, nor by two at once', () => {
    const idle = { ...webhook, ...healthy, dueAt: null, leasedUntil: null } as Webhook
    expect(dueFor(idle, monday).dueAt).toBe(monday)
    expect(dueFor({ ...idle, restsUntil: later(DAY) }, monday).dueAt).toBe(later(DAY))
    expect(dueFor({ ...idle, dueAt: later(-DAY) }, monday).dueAt).toBe(later(-DAY))
    const leased = { ...idle, dueAt: later(MINUTE), leasedUntil: later(MINUTE) }
    expect(dueFor(leased, monday).dueAt).toBe(later(MINUTE))
  })
})

describe('the news of a case', () => {
  it('is that it came, that it stands elsewhere now, and that nothing more is to come', () => {
    expect(newsOfNew(monday)).toMatchObject([{ event: 'complaint.received', status: 'received', at: monday }])
    const before = { ...aComplaintIn('answered'), version: 6, news: [] }
    expect(withNews(before, { ...before, handler: null }).news).toEqual([])
    expect(withNews(before, { ...before, status: 'objected' }).news).toMatchObject([
      { key: '7', event: 'complaint.status_changed', status: 'objected', from: 'answered' },
    ])
    expect(withNews(before, { ...before, status: 'closed' }).news.map(({ event }) => event)).toEqual([
      'complaint.status_changed',
      'complaint.closed',
    ])
  })
})

it('a receiver that is removed while a message goes to it is no fault', async () => {
  const { allOfStore, ports } = await aDesk()
  const webhooks = await openWebhookStore(allOfStore, ports.vault, () => {})
  const at = ports.now()
  const secrets = { current: webhookSecret(newSecret()), previous: null }
  const kept = await webhooks.add(
    {
      ...{ tenant: organisasi, id: 'penerima', url: 'https://penerima.example/', events: [], createdAt: at },
      ...{ createdBy: 'admin' as StaffId, dueAt: null, leasedUntil: null, ...healthy },
    },
    secrets,
  )
  const sample = { messageId: 'test_1', event: 'webhook.test', at, data: { unit: organisasi } } as const
  await webhooks.put(kept, [messageFor(kept, sample)])
  const faults: unknown[] = []
  const sent: string[] = []
  const deliverer = createWebhookDeliverer({
    ...{ webhooks, signWebhook, now: () => at, isGuarded: async () => false, tellOff: async () => {} },
    async callOutside({ url }) {
      await webhooks.remove(organisasi, kept.id)
      return { kind: 'answered', status: 200, url, headers: {}, body: new Uint8Array(), isCut: false }
    },
    tell: (_, { answer }) => sent.push(String(answer)),
    onFault: (cause) => faults.push(cause),
  })
  deliverer.start()
  await expect.poll(() => sent).toEqual(['200'])
  await deliverer.stop()
  expect(faults).toEqual([])
  await expect(webhooks.wake(organisasi, kept.id, at)).resolves.toBeUndefined()
})
