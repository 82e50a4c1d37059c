import { describe, expect, it } from 'vitest'
import { applyAnswer, type FallbackStep, markOverdue, nextStep } from '../../../service/case/notices/delivery.ts'
import { applyReport } from '../../../service/case/notices/message-reference.ts'
import { type Notice, newNotice } from '../../../service/case/shape/notice.ts'
import type { ProviderReport } from '../../../service/offices/channels/provider-news.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds } from '../../../service/shared/instant.ts'

const at = '2026-11-25T03:00:00.000Z' as Instant
const later = plusMilliseconds(at, MINUTE)
const dueAt = plusMilliseconds(at, DAY)
const whatsApp: FallbackStep = { channel: 'whatsapp', to: '0812-0000-0001' }
const sms: FallbackStep = { channel: 'sms', to: '0812-0000-0001' }
const rungs = [whatsApp, sms]

const fresh = newNotice('n-1', 'received', at)
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
