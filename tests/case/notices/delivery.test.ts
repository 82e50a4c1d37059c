import { describe, expect, it } from 'vitest'
import {
  applyAnswer,
  type FallbackStep,
  fallbackStepsOf,
  giveUpNotice,
  holdNotice,
  nextStep,
} from '../../../service/case/notices/delivery.ts'
import { type Notice, newNotice } from '../../../service/case/shape/notice.ts'
import { backOff, type CarrierAnswer, holdAtMost } from '../../../service/offices/channels/notice-channel.ts'
import { type Instant, MINUTE, plusMilliseconds } from '../../../service/shared/instant.ts'

const at = '2026-11-25T03:00:00.000Z' as Instant
const email: FallbackStep = { channel: 'email', to: 'siti@warga.example' }
const sms: FallbackStep = { channel: 'sms', to: '0812-0000-0001' }
const fresh = newNotice('n-1', 'received', at)
const trouble: CarrierAnswer = { outcome: 'failed_for_now', reason: 'provider_trouble', answer: '' }
const keptHere: CarrierAnswer = { outcome: 'kept', reason: 'no_provider', answer: '' }
const refusal: CarrierAnswer = { outcome: 'refused', reason: 'address_refused', answer: '' }

const afterFailures = (count: number, steps: readonly FallbackStep[]): Notice =>
  Array.from({ length: count }).reduce<Notice>((notice) => applyAnswer(notice, email, trouble, steps, at, null), fresh)

describe('the fallback order of a reporter', () => {
  const contact = { email: 'siti@warga.example', phone: '0812-0000-0001' }

  it('keeps its order and leaves out channels that this installation lacks', () => {
    const steps = fallbackStepsOf(['whatsapp', 'sms', 'email', 'sms'], new Set(['email', 'sms']), contact)
    expect(steps.map(({ channel }) => channel)).toEqual(['sms', 'email'])
  })

  it('leaves out channels without an address', () => {
    const steps = fallbackStepsOf(['sms', 'email'], new Set(['email', 'sms']), { ...contact, phone: null })
    expect(steps).toEqual([email])
  })

  it('adds no channel that the reporter did not choose', () => {
    expect(fallbackStepsOf(['sms'], new Set(['email']), contact)).toEqual([])
  })

  it('is empty without contact points', () => {
    expect(fallbackStepsOf(['email'], new Set(['email']), null)).toEqual([])
  })
})

describe('after an answer', () => {
  it.each(backOff.map((wait, index) => [index + 1, wait] as const))(
    'failure %i is followed by a wait of %i ms',
    (count, wait) => {
      expect(afterFailures(count, [email])).toMatchObject({ state: 'pending', nextTryAt: plusMilliseconds(at, wait) })
    },
  )

  it('the failure after the last wait begins the next channel at once', () => {
    const notice = afterFailures(backOff.length + 1, [email, sms])
    expect(notice).toMatchObject({ state: 'pending', nextTryAt: at })
    expect(nextStep(notice, [email, sms])).toEqual(sms)
  })

  it('a refusal ends the channel, and the last channel ends the notice', () => {
    const onSms = applyAnswer(fresh, email, refusal, [email, sms], at, null)
    expect(nextStep(onSms, [email, sms])).toEqual(sms)
    expect(applyAnswer(onSms, sms, refusal, [email, sms], at, null)).toMatchObject({ state: 'failed', nextTryAt: null })
  })

  it('a message that was only kept here is not sent, and never tried again', () => {
    expect(applyAnswer(fresh, email, keptHere, [email], at, null)).toMatchObject({ state: 'kept', nextTryAt: null })
  })

  it('a message that was only kept here goes on to a channel that leaves', () => {
    const onSms = applyAnswer(fresh, email, keptHere, [email, sms], at, null)
    expect(onSms).toMatchObject({ state: 'pending', nextTryAt: at })
    expect(nextStep(onSms, [email, sms])).toEqual(sms)
    expect(applyAnswer(onSms, sms, refusal, [email, sms], at, null)).toMatchObject({ state: 'failed' })
  })

  it('a notice that somebody else recorded as sent stays sent', () => {
    const sent = applyAnswer(fresh, email, { outcome: 'accepted', answer: 'e-1' }, [email], at, null)
    expect(applyAnswer(sent, email, trouble, [email], at, null)).toBe(sent)
    expect(holdNotice(sent, 'email', { reason: 'no_answer', answer: '' }, at, [email], at)).toBe(sent)
    expect(giveUpNotice(sent)).toBe(sent)
  })
})

describe('a hold', () => {
  const why = { reason: 'asked_to_wait', answer: 'Too many requests' } as const
  const heldAt = (notice: Notice, moment: Instant) =>
    holdNotice(notice, 'email', why, plusMilliseconds(moment, MINUTE), [email, sms], moment)

  it('costs no try, and stands as one line since it began', () => {
    const twice = heldAt(heldAt(fresh, at), plusMilliseconds(at, MINUTE))
    expect(twice.attempts).toEqual([{ at, channel: 'email', outcome: 'held', ...why }])
    expect(twice.nextTryAt).toBe(plusMilliseconds(at, 2 * MINUTE))
    expect(nextStep(twice, [email, sms])).toEqual(email)
  })

  it('that lasts for days sends the notice to the next channel', () => {
    const notice = heldAt(heldAt(fresh, at), plusMilliseconds(at, holdAtMost))
    expect(nextStep(notice, [email, sms])).toEqual(sms)
    expect(notice.nextTryAt).toBe(plusMilliseconds(at, holdAtMost))
  })
})

it('a notice that no channel ever reached is unreachable, one that was tried has failed', () => {
  expect(giveUpNotice(fresh).state).toBe('unreachable')
  expect(giveUpNotice(afterFailures(1, [email])).state).toBe('failed')
})
