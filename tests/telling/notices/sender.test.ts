import { expect, it, onTestFinished } from 'vitest'
import { resendMail } from '../../../service/adapters/resend/resend-mail.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { createSender, type DeliveryNews } from '../../../service/telling/notices/senders.ts'
import { aMessage } from '../../support/a-message.ts'
import { startStandInResend } from '../../support/stand-in-resend.ts'

const now = () => '2026-11-25T03:00:00.000Z' as Instant

async function aLane(places: number) {
  const resend = await startStandInResend()
  onTestFinished(resend.close)
  const news: DeliveryNews[] = []
  const carrier = resendMail({ apiKey: 're_contoh', baseUrl: resend.url, from: 'aduan@kantor.example' }, now)
  return {
    resend,
    news,
    lane: createSender({ carrier, places, now, tell: (heard) => news.push(heard), keep: () => {} }),
  }
}

it('has room until its places are taken, and again when one is free', async () => {
  const { resend, lane } = await aLane(1)
  resend.mood = 'hangs'
  const sending = lane.send(aMessage())
  expect(lane.hasRoom()).toBe(false)

  await expect.poll(() => resend.waiting).toBe(1)
  resend.letGo()
  await sending
  expect(lane.hasRoom()).toBe(true)
})

it('waits no longer for a provider that hangs once it is told to give up', async () => {
  const { resend, lane, news } = await aLane(2)
  resend.mood = 'hangs'
  const sending = [lane.send(aMessage()), lane.send(aMessage())]
  await expect.poll(() => resend.waiting).toBe(2)

  lane.giveUp()
  for (const answer of await Promise.all(sending)) {
    expect(answer).toMatchObject({ outcome: 'failed_for_now', reason: 'no_answer' })
  }
  const said = { kind: 'tried', channel: 'email', outcome: 'failed_for_now', reason: 'no_answer' }
  expect(news[0]).toMatchObject(said)
})

it('has no room while it is paused', async () => {
  const { resend, lane } = await aLane(4)
  resend.mood = 'asks_to_wait'
  await lane.send(aMessage())
  expect(lane.isPaused()).toBe(true)
  expect(lane.hasRoom()).toBe(false)
})
