import { describe, expect, it } from 'vitest'
import {
  isOverdue,
  pauseClock,
  type RunningClock,
  resumeClock,
  startClock,
  stopClock,
} from '../../../service/case/deadlines/clocks.ts'
import { plusMilliseconds } from '../../../service/shared/instant.ts'
import { packOf, usualOffice, wib } from './offices.ts'

type Pause = readonly [from: string, to: string]

const begun = (at: string, days: number) => startClock('verification', packOf(days), usualOffice, wib(at))

const paused = (clock: RunningClock, pauses: readonly Pause[]) =>
  pauses.reduce(
    (running, [from, to]) => resumeClock(pauseClock(running, 'completion', wib(from)), usualOffice, wib(to)),
    clock,
  )

describe('a clock that stood still', () => {
  it.each<readonly [when: string, start: string, days: number, pauses: readonly Pause[], due: string]>([
    ['for two days', '2026-11-23 09:00', 3, [['2026-11-24 10:00', '2026-11-26 10:00']], '2026-11-30 16:00'],
    ['for some hours of a day', '2026-11-23 09:00', 3, [['2026-11-24 10:00', '2026-11-24 15:00']], '2026-11-26 16:00'],
    ['from Friday to Monday', '2026-11-27 10:00', 3, [['2026-11-27 15:00', '2026-11-30 09:00']], '2026-12-03 16:00'],
    ['while the office slept', '2026-11-27 10:00', 3, [['2026-11-27 18:00', '2026-11-30 07:00']], '2026-12-02 16:00'],
    ['within a weekend', '2026-11-27 10:00', 3, [['2026-11-28 09:00', '2026-11-29 09:00']], '2026-12-02 16:00'],
    ['until an evening', '2026-11-23 09:00', 3, [['2026-11-24 10:00', '2026-11-27 17:00']], '2026-12-02 16:00'],
    ['over Nyepi and Idulfitri', '2026-03-16 10:00', 5, [['2026-03-17 10:00', '2026-03-25 10:00']], '2026-03-31 16:00'],
    ['within those holidays', '2026-03-16 10:00', 5, [['2026-03-18 10:00', '2026-03-24 10:00']], '2026-03-30 16:00'],
    ['over Christmas', '2026-12-21 10:00', 3, [['2026-12-23 10:00', '2026-12-28 10:00']], '2026-12-29 16:00'],
    ['before its count began', '2026-11-21 11:00', 3, [['2026-11-21 12:00', '2026-11-25 10:00']], '2026-11-30 16:00'],
    ['on its last day', '2026-11-23 09:00', 3, [['2026-11-26 10:00', '2026-11-30 10:00']], '2026-12-01 16:00'],
    [
      'for an hour of its last day',
      '2026-11-23 09:00',
      3,
      [['2026-11-26 10:00', '2026-11-26 15:55']],
      '2026-11-27 16:00',
    ],
    ['from its last moment', '2026-11-23 09:00', 3, [['2026-11-26 16:00', '2026-11-30 10:00']], '2026-11-26 16:00'],
    ['when it was late', '2026-11-23 09:00', 3, [['2026-11-27 10:00', '2026-11-30 10:00']], '2026-11-26 16:00'],
    [
      'twice',
      '2026-11-23 09:00',
      5,
      [
        ['2026-11-24 10:00', '2026-11-25 10:00'],
        ['2026-11-27 10:00', '2026-12-02 10:00'],
      ],
      '2026-12-04 16:00',
    ],
  ])('%s (from %s, %i working days) is due as counted by hand', (_, start, days, pauses, due) => {
    expect(paused(begun(start, days), pauses).dueAt).toBe(wib(due))
  })

  it('says so when the pause carries it into a year without a decree', () => {
    const clock = begun('2026-12-28 10:00', 3)
    const later = paused(clock, [['2026-12-29 10:00', '2027-01-04 10:00']])

    expect(clock.reachesUndecreedYear).toBe(false)
    expect(later).toMatchObject({ dueAt: wib('2027-01-06 16:00'), reachesUndecreedYear: true })
  })

  it('keeps when and why, and forgets only days that passed during the pause', () => {
    const clock = paused(begun('2026-11-26 10:00', 4), [['2026-12-01 10:00', '2026-12-07 10:00']])

    expect(clock).toMatchObject({
      dueAt: wib('2026-12-08 16:00'),
      pausedAt: null,
      pauseReason: null,
      pauses: [{ from: wib('2026-12-01 10:00'), to: wib('2026-12-07 10:00'), reason: 'completion' }],
      skipped: [
        { day: '2026-11-28', name: null },
        { day: '2026-11-29', name: null },
      ],
    })
  })

  it('moves calendar days by days and hours by the very time', () => {
    const days = startClock('verification', packOf(3, 'calendar_days'), usualOffice, wib('2026-11-23 09:00'))
    const hours = startClock('verification', packOf(72, 'hours'), usualOffice, wib('2026-11-23 09:00'))
    const pause: Pause = ['2026-11-24 22:00', '2026-11-25 01:30']

    expect(paused(days, [pause]).dueAt).toBe('2026-11-27T16:59:59.999Z')
    expect(paused(hours, [pause]).dueAt).toBe(wib('2026-11-26 12:30'))
  })

  it('gives nothing back to calendar days and hours that were over', () => {
    const pause: Pause = ['2026-11-27 10:00', '2026-11-30 10:00']
    for (const unit of ['calendar_days', 'hours'] as const) {
      const clock = startClock('verification', packOf(1, unit), usualOffice, wib('2026-11-23 09:00'))
      expect(paused(clock, [pause]).dueAt).toBe(clock.dueAt)
    }
  })
})

describe('acts that do not fit', () => {
  const running = begun('2026-11-23 09:00', 3)
  const standing = pauseClock(running, 'completion', wib('2026-11-24 10:00'))
  const stopped = stopClock(running, wib('2026-11-24 10:00'))
  const later = wib('2026-11-25 10:00')

  it('leave a clock as it is', () => {
    expect(pauseClock(standing, 'another reason', later)).toBe(standing)
    expect(pauseClock(stopped, 'completion', later)).toBe(stopped)
    expect(resumeClock(running, usualOffice, later)).toBe(running)
    expect(resumeClock(stopClock(standing, later), usualOffice, later)).toMatchObject({ stoppedAt: later, pauses: [] })
    expect(stopClock(stopped, later)).toBe(stopped)
  })

  it('turn no clock back: a pause that ends before it began lasted no time', () => {
    const resumed = resumeClock(standing, usualOffice, wib('2026-11-23 10:00'))

    expect(resumed.dueAt).toBe(running.dueAt)
    expect(resumed.pauses).toMatchObject([{ from: wib('2026-11-24 10:00'), to: wib('2026-11-24 10:00') }])
  })
})

describe('a clock is late', () => {
  const running = begun('2026-11-23 09:00', 3)
  const afterwards = plusMilliseconds(running.dueAt, 1)
  const muchLater = wib('2027-01-04 10:00')

  it('only after its date has passed', () => {
    expect(isOverdue(running, running.dueAt)).toBe(false)
    expect(isOverdue(running, afterwards)).toBe(true)
  })

  it('for good when it stopped after its date, and never when it stopped in time', () => {
    expect(isOverdue(stopClock(running, afterwards), muchLater)).toBe(true)
    expect(isOverdue(stopClock(running, running.dueAt), muchLater)).toBe(false)
  })

  it('not while it stands still, nor when it stopped standing still', () => {
    const standing = pauseClock(running, 'completion', wib('2026-11-24 10:00'))

    expect(isOverdue(standing, muchLater)).toBe(false)
    expect(isOverdue(stopClock(standing, afterwards), muchLater)).toBe(false)
  })

  it('even when somebody pauses it afterwards', () => {
    const tooLate = pauseClock(running, 'completion', afterwards)

    expect(isOverdue(tooLate, afterwards)).toBe(true)
    expect(isOverdue(resumeClock(tooLate, usualOffice, muchLater), muchLater)).toBe(true)
  })
})
