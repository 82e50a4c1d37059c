import { describe, expect, it } from 'vitest'
import { applyLetterState, letterIdOf, startLetter, startWritten } from '../../../service/case/notices/notice-queue.ts'
import { type Notice, newNotice } from '../../../service/case/shape/notice.ts'
import type { LetterState } from '../../../service/offices/notice-vocabulary.ts'
import type { Instant } from '../../../service/shared/instant.ts'

const at = '2026-11-26T03:00:00.000Z' as Instant
const letter = (state: LetterState) => ({ id: 'surat-1', state, changedAt: at })
const waiting = (): Notice => startLetter(newNotice('kabar-1', 'answered', at))

describe('a notice that became a letter', () => {
  it('waits for print, and no deliverer looks at it meanwhile', () => {
    expect(waiting()).toMatchObject({ state: 'printing', channel: 'letter', nextTryAt: null, attempts: [] })
    for (const state of ['draft', 'awaiting_approval', 'approved', 'printed'] as const) {
      expect(applyLetterState(waiting(), letter(state))).toEqual(waiting())
    }
  })

  it.each([
    ['posted', 'sent', null],
    ['arrived', 'delivered', 'delivered'],
    ['returned', 'pending', 'failed'],
  ] as const)('is, once that is %s, %s', (state, notice, report) => {
    const after = applyLetterState(waiting(), letter(state))
    expect(after.state).toBe(notice)
    expect(after.attempts).toMatchObject([{ channel: 'letter', outcome: 'accepted', letter: 'surat-1' }])
    expect(after.attempts[0]?.report?.state ?? null).toBe(report)
    expect(after.nextTryAt).toBe(notice === 'pending' ? at : null)
  })

  it('goes to the next channel when the letter is withdrawn', () => {
    expect(applyLetterState(waiting(), letter('withdrawn'))).toMatchObject({
      state: 'pending',
      nextTryAt: at,
      attempts: [{ outcome: 'refused', reason: 'letter_withdrawn' }],
    })
  })

  it.each(['posted', 'arrived', 'returned', 'withdrawn'] as const)(
    'that is told twice that it was %s is told once',
    (state) => {
      const once = applyLetterState(waiting(), letter(state))
      expect(applyLetterState(once, letter(state))).toEqual(once)
    },
  )

  it.each(['posted', 'arrived', 'returned', 'withdrawn'] as const)(
    'follows a letter that is %s before the notice is recorded as begun, and is not begun again',
    (state) => {
      const claimed = newNotice('kabar-1', 'answered', at)
      const own = { ...letter(state), id: letterIdOf(claimed) }
      const after = applyLetterState(claimed, own)
      expect(after).toEqual(applyLetterState(startLetter(claimed), own))
      expect(startWritten(after, own.id)).toEqual(after)
    },
  )

  it('is not begun again where a later letter replaced its own at once', () => {
    const claimed = newNotice('kabar-1', 'received', at)
    const id = letterIdOf(claimed)
    const after = applyLetterState(claimed, { ...letter('withdrawn'), id, replacedBy: 'surat-2' })
    expect(startWritten(after, id)).toMatchObject({ state: 'unreachable', nextTryAt: null })
  })

  it('stays delivered where another channel brought it before the letter came back', () => {
    const elsewhere: Notice = { ...waiting(), state: 'delivered', channel: 'email' }
    for (const state of ['posted', 'returned', 'withdrawn'] as const) {
      expect(applyLetterState(elsewhere, letter(state))).toMatchObject({
        state: 'delivered',
        channel: 'email',
        nextTryAt: null,
      })
    }
  })
})
