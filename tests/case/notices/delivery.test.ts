import { describe, expect, it } from 'vitest'
import {
  applyAnswer,
  type FallbackStep,
  fallbackStepsOf,
  giveUpNotice,
  holdNotice,
  markOverdue,
  nextStep,
} from '../../../service/case/notices/delivery.ts'
import { applyReport, readReference, referenceOf, sendingKey } from '../../../service/case/notices/message-reference.ts'
import { type Notice, newNotice } from '../../../service/case/shape/notice.ts'
import { backOff, type CarrierAnswer, holdAtMost } from '../../../service/offices/channels/notice-channel.ts'
import type { ProviderReport } from '../../../service/offices/channels/provider-news.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds } from '../../../service/shared/instant.ts'
import { dinas } from '../../support/two-units.ts'

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

const later = plusMilliseconds(at, MINUTE)
const dueAt = plusMilliseconds(at, DAY)
const whatsApp: FallbackStep = { channel: 'whatsapp', to: '0812-0000-0001' }
const rungs = [whatsApp, sms]
const accepted = { outcome: 'accepted', answer: '' } as const
const sent = applyAnswer(fresh, whatsApp, accepted, rungs, at, dueAt)

const hear = (notice: Notice, state: ProviderReport['state'], channel = whatsApp.channel, from = 0): Notice =>
  applyReport(
    notice,
    { channel, from },
    { state, reason: state === 'failed' ? 'address_refused' : null, answer: '' },
    dueAt,
    later,
  )

describe('a message that was accepted', () => {
  it('is waited for until the unit’s hours are over, where the provider reports', () => {
    expect(sent).toMatchObject({ state: 'sent', nextTryAt: dueAt })
  })

  it('is delivered, then read, and tried no more', () => {
    const delivered = hear(sent, 'delivered')
    expect(delivered).toMatchObject({
      state: 'delivered',
      nextTryAt: null,
      attempts: [{ outcome: 'accepted', report: { at: later, state: 'delivered' } }],
    })
    expect(hear(delivered, 'read')).toMatchObject({ state: 'read', attempts: [{ report: { state: 'read' } }] })
  })

  it('is the same notice whatever is told again, or late', () => {
    const read = hear(sent, 'read')
    for (const state of ['accepted', 'delivered', 'failed', 'read'] as const) expect(hear(read, state)).toBe(read)
    const failed = hear(sent, 'failed')
    expect(hear(failed, 'delivered')).toBe(failed)
  })

  it('goes to the next channel at once when it did not arrive', () => {
    const failed = hear(sent, 'failed')
    expect(failed).toMatchObject({
      state: 'pending',
      nextTryAt: later,
      attempts: [{ report: { state: 'failed', reason: 'address_refused' } }],
    })
    expect(nextStep(failed, rungs)).toEqual(sms)
    expect(nextStep(failed, [whatsApp])).toBeNull()
  })

  it('also when it was told as delivered before', () => {
    expect(hear(hear(sent, 'delivered'), 'failed')).toMatchObject({ state: 'pending', nextTryAt: later })
  })
})

describe('no word in the unit’s hours', () => {
  it('begins the next channel, and says so', () => {
    const late = markOverdue(sent, rungs, dueAt)
    expect(late).toMatchObject({ state: 'pending', nextTryAt: dueAt, attempts: [{ report: { state: 'overdue' } }] })
    expect(nextStep(late, rungs)).toEqual(sms)
  })

  it('leaves it as sent where there is no other channel', () => {
    expect(markOverdue(sent, [whatsApp], dueAt)).toMatchObject({ state: 'sent', nextTryAt: null })
  })

  it('a word that comes before the next channel was tried spares it', () => {
    expect(hear(markOverdue(sent, rungs, dueAt), 'delivered')).toMatchObject({ state: 'delivered', nextTryAt: null })
  })

  it('and a failure told late changes nothing once another channel has it', () => {
    const onSms = applyAnswer(markOverdue(sent, rungs, dueAt), sms, accepted, rungs, dueAt, null)
    expect(hear(onSms, 'failed')).toMatchObject({ state: 'sent', nextTryAt: null })
  })

  it('a message that was on its way when the first arrived stands on the case too', () => {
    const delivered = hear(markOverdue(sent, rungs, dueAt), 'delivered')
    const both = applyAnswer(delivered, sms, accepted, rungs, dueAt, null)
    expect(both).toMatchObject({ state: 'delivered', attempts: [{ channel: 'whatsapp' }, { channel: 'sms' }] })
    expect(applyAnswer(both, sms, accepted, rungs, dueAt, null)).toBe(both)
  })
})

describe('a message whose answer was lost', () => {
  const lost = applyAnswer(
    fresh,
    whatsApp,
    { outcome: 'failed_for_now', reason: 'no_answer', answer: '' },
    rungs,
    at,
    dueAt,
  )

  it('is known to be sent by any report, and not sent again', () => {
    expect(hear(lost, 'accepted')).toMatchObject({
      state: 'sent',
      nextTryAt: dueAt,
      attempts: [{ outcome: 'failed_for_now' }, { outcome: 'accepted' }],
    })
    expect(hear(lost, 'read')).toMatchObject({ state: 'read', nextTryAt: null })
  })

  it('a report about what was tried before somebody had it tried anew says nothing of now', () => {
    const anew: Notice = { ...lost, from: 1 }
    expect(hear(anew, 'failed')).toBe(anew)
  })
})

const hash = (text: string) => `${text.length}`.padStart(43, 'k')
const sending = {
  tenant: dinas,
  number: 'DC-2026-000001',
  noticeId: 'n_-1234567890abcdefgh',
  channel: 'whatsapp',
  from: 2,
} as const

it('names the sending, under the key that the message went out with', () => {
  const read = readReference(referenceOf(hash, sending))
  expect(read).toEqual({ key: sendingKey(hash, sending), sending })
})

it('is another message once the notice is tried anew', () => {
  const told: string[] = []
  const listen = (text: string) => {
    told.push(text)
    return hash(text)
  }
  for (const from of [0, 2]) sendingKey(listen, { ...sending, from })
  expect(new Set(told).size).toBe(2)
})

it('has only letters that every provider takes back, and is short enough for all of them', () => {
  const tenant = `unit-${'x'.repeat(57)}` as typeof dinas
  expect(referenceOf(hash, { ...sending, tenant })).toMatch(/^[A-Za-z0-9_-]{1,256}$/)
})

it.each(['', 'x', 'k'.repeat(43), `${'k'.repeat(43)}W10`, `${'k'.repeat(43)}***`, `${'k'.repeat(43)}bnVsbA`])(
  'finds nothing in “%s”',
  (reference) => {
    expect(readReference(reference)).toBeNull()
  },
)
