import { expect, it } from 'vitest'
import {
  type CarrierAnswer,
  type ChannelHealth,
  failuresBeforePause,
  healthAfter,
  healthy,
  isPaused,
  roomFor,
} from '../../../service/offices/channels/notice-channel.ts'
import { HOUR, type Instant, MINUTE, plusMilliseconds, SECOND } from '../../../service/shared/instant.ts'

const at = '2026-11-25T03:00:00.000Z' as Instant
const later = (milliseconds: number) => plusMilliseconds(at, milliseconds)
const trouble: CarrierAnswer = { outcome: 'failed_for_now', reason: 'no_answer', answer: '' }
const after = (health: ChannelHealth, answers: readonly CarrierAnswer[], moment = at) =>
  answers.reduce((so, answer) => healthAfter(so, answer, moment), health)
const down = after(healthy, Array(failuresBeforePause).fill(trouble))

it('a channel goes on through a few failures', () => {
  expect(isPaused(after(healthy, Array(failuresBeforePause - 1).fill(trouble)), at)).toBe(false)
})

it('takes one message less for each failure in a row, so that no more than its places meet the trouble', () => {
  expect(roomFor(after(healthy, [trouble, trouble, trouble]), 12)).toBe(9)
  expect(roomFor(after(healthy, [trouble, trouble, trouble]), 2)).toBe(1)
})

it('rests after failures in a row, then is tried with one message', () => {
  expect(isPaused(down, later(30 * SECOND - 1))).toBe(true)
  expect(isPaused(down, later(30 * SECOND))).toBe(false)
  expect(roomFor(down, 4)).toBe(1)
})

it('rests longer when that one fails too, and works again when it does not', () => {
  const tried = later(MINUTE)
  expect(after(down, [trouble], tried).restsUntil).toBe(later(2 * MINUTE))
  expect(roomFor(after(down, [{ outcome: 'accepted', answer: '' }], tried), 4)).toBe(4)
})

it('does not rest longer for failures of messages that were on their way', () => {
  expect(after(down, [trouble, trouble, trouble])).toEqual(down)
})

it('rests as long as the provider asks, at the first time of asking', () => {
  const asked = after(healthy, [{ ...trouble, reason: 'asked_to_wait', retryAfterMs: HOUR }])
  expect(asked.restsUntil).toBe(later(HOUR))
  expect(isPaused(after(asked, [{ outcome: 'accepted', answer: '' }]), later(HOUR - 1))).toBe(true)
})

it('is not blamed for full mailboxes and wrong addresses', () => {
  const answers: CarrierAnswer[] = Array(20).fill({ ...trouble, reason: 'recipient_busy' })
  expect(after(healthy, [...answers, { outcome: 'refused', reason: 'address_refused', answer: '' }])).toEqual(healthy)
})
