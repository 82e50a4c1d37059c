import { describe, expect, it } from 'vitest'
import {
  extendClock,
  pauseClock,
  recountClock,
  resumeClock,
  startClock,
  stopClock,
} from '../../../service/case/deadlines/clocks.ts'
import { daysOfClock, longOverdueUntil, nearUntil } from '../../../service/case/deadlines/days-of-clock.ts'
import { type OfficeCalendar, standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import { localDateOf } from '../../../service/offices/calendar/working-days.ts'
import { type Day, type Instant, instantOf } from '../../../service/shared/instant.ts'
import { diceOf } from '../../support/dice.ts'
import { officeWithItsOwnDay, packOf, usualOffice, wib, wit, wita } from './offices.ts'
import { randomMoment, randomOffice, randomPauses } from './random-offices.ts'
import { countSlowly } from './slow-reference.ts'

const counted = (received: Instant, workingDays: number, office: OfficeCalendar) => {
  const { countedFrom, dueAt } = startClock('verification', packOf(workingDays), office, received)
  return { countedFrom, dueAt }
}

it('says of a date that its count reaches a year whose holidays nobody filled in', () => {
  const reaching = (received: string, office: OfficeCalendar = usualOffice) =>
    startClock('verification', packOf(3), office, wib(received)).reachesUndecreedYear

  expect(reaching('2026-12-28 10:00')).toBe(false)
  expect(reaching('2026-12-29 10:00')).toBe(true)
  expect(reaching('2026-12-29 10:00', { ...usualOffice, holidayYears: [{ year: 2027, days: [] }] })).toBe(false)
})

it('leaves out the days on which one office alone is closed', () => {
  const { dueAt, skipped } = startClock('verification', packOf(3), officeWithItsOwnDay, wib('2026-11-23 09:00'))

  expect(dueAt).toBe(wib('2026-11-27 16:00'))
  expect(skipped).toEqual([{ day: '2026-11-24', name: 'Hari jadi kabupaten' }])
})

describe('the clock on the wall', () => {
  const moment = wit('2026-11-27 16:00')

  it('has reached closing in Jayapura while Makassar and Jakarta still work', () => {
    expect(counted(moment, 3, { ...usualOffice, timeZone: 'Asia/Jayapura' })).toEqual({
      countedFrom: '2026-11-30',
      dueAt: wit('2026-12-03 16:00'),
    })
    expect(counted(moment, 3, { ...usualOffice, timeZone: 'Asia/Makassar' })).toEqual({
      countedFrom: '2026-11-27',
      dueAt: wita('2026-12-02 16:00'),
    })
    expect(counted(moment, 3, { ...usualOffice, timeZone: 'Asia/Pontianak' })).toEqual(counted(moment, 3, usualOffice))
  })

  it('shows Monday in Jayapura while Jakarta still has Sunday', () => {
    const late = wib('2026-11-29 22:30')

    expect(counted(late, 0, { ...usualOffice, timeZone: 'Asia/Jayapura' })).toEqual({
      countedFrom: '2026-11-30',
      dueAt: wit('2026-11-30 16:00'),
    })
  })
})

it('names each day that was left out, and why', () => {
  expect(startClock('verification', packOf(3), usualOffice, wib('2026-12-21 10:00')).skipped).toEqual([
    { day: '2026-12-24', name: 'Cuti bersama Natal' },
    { day: '2026-12-25', name: 'Kelahiran Yesus Kristus' },
    { day: '2026-12-26', name: null },
    { day: '2026-12-27', name: null },
  ])
})

/** The last day whose dates are near, asked at a time at the office. */
const nearAt = (local: string, workingDays = 1, calendar: OfficeCalendar = standardCalendar) =>
  localDateOf(nearUntil(new Date(`${local}:00+07:00`).toISOString() as Instant, workingDays, calendar), calendar)

describe('a date is near', () => {
  it('from the opening of the working day before', () => {
    expect(nearAt('2026-11-25T07:59')).toBe('2026-11-25')
    expect(nearAt('2026-11-25T08:00')).toBe('2026-11-26')
    expect(nearAt('2026-11-25T23:59')).toBe('2026-11-26')
  })

  it('on Friday when it is Monday’s, and stays so over the weekend', () => {
    for (const at of ['2026-11-27T08:00', '2026-11-28T12:00', '2026-11-29T23:00', '2026-11-30T07:00']) {
      expect([at, nearAt(at)]).toEqual([at, '2026-11-30'])
    }
    expect(nearAt('2026-11-30T08:00')).toBe('2026-12-01')
  })

  it('before Christmas and the leave around it, on the last day on which the office works', () => {
    expect(nearAt('2026-12-23T09:00')).toBe('2026-12-28')
    expect(nearAt('2026-12-24T09:00')).toBe('2026-12-28')
  })

  it('by the office’s own days: a day on which it alone is closed is no working day before', () => {
    const localDays = [{ day: '2026-11-26' as Day, name: 'Hari jadi kabupaten' }]
    expect(nearAt('2026-11-25T09:00', 1, { ...standardCalendar, localDays })).toBe('2026-11-27')
  })

  it('as many working days before as the unit says', () => {
    expect(nearAt('2026-11-26T09:00', 3)).toBe('2026-12-01')
  })
})

/** The last day whose dates passed long ago, asked at a time at the office. */
const longPastAt = (local: string, workingDays = 3, calendar: OfficeCalendar = standardCalendar) =>
  localDateOf(longOverdueUntil(new Date(`${local}:00+07:00`).toISOString() as Instant, workingDays, calendar), calendar)

describe('a date passed long ago', () => {
  it('once so many working days have ended since, and not before', () => {
    // Thursday's: Friday, Monday and Tuesday end after it.
    expect(longPastAt('2026-12-01T15:29')).toBe('2026-11-25')
    expect(longPastAt('2026-12-01T17:00')).toBe('2026-11-26')
    expect(longPastAt('2026-12-02T09:00')).toBe('2026-11-26')
  })

  it('over a weekend only once the working days after it are over', () => {
    for (const at of ['2026-11-28T12:00', '2026-11-29T23:00', '2026-11-30T09:00']) {
      expect([at, longPastAt(at, 1)]).toEqual([at, '2026-11-26'])
    }
    expect(longPastAt('2026-11-30T17:00', 1)).toBe('2026-11-29')
  })

  it('without the days around Christmas on which the office is closed', () => {
    // 24 and 25 December are leave and holiday: of 22 December the third working day after it is 29 December.
    expect(longPastAt('2026-12-29T09:00')).toBe('2026-12-21')
    expect(longPastAt('2026-12-29T17:00')).toBe('2026-12-22')
  })
})

const begun = startClock('verification', packOf(3), usualOffice, wib('2026-11-23 09:00'))
const now = wib('2026-11-24 10:00')
const closedOn = (day: string): OfficeCalendar => ({
  ...usualOffice,
  localDays: [{ day: day as Day, name: 'Hari jadi kabupaten' }],
})

describe('when a holiday is added later, a date', () => {
  it('moves by the day that is left out, and says which', () => {
    expect(recountClock(begun, closedOn('2026-11-25'), now)).toMatchObject({
      dueAt: wib('2026-11-27 16:00'),
      skipped: [{ day: '2026-11-25', name: 'Hari jadi kabupaten' }],
    })
  })

  it('moves back when the holiday is taken away', () => {
    const moved = recountClock(begun, closedOn('2026-11-25'), now)

    expect(recountClock(moved, usualOffice, now)).toMatchObject({ dueAt: begun.dueAt, skipped: [] })
  })

  it('stays where the day lies behind it, and is the very same clock', () => {
    expect(recountClock(begun, closedOn('2026-12-01'), now)).toBe(begun)
  })

  it('that has passed stays passed', () => {
    expect(recountClock(begun, closedOn('2026-11-25'), wib('2026-11-26 16:01'))).toBe(begun)
  })

  it('is never moved into the past: nobody becomes late by a calendar', () => {
    const moved = recountClock(begun, closedOn('2026-11-25'), now)

    expect(recountClock(moved, usualOffice, wib('2026-11-27 09:00'))).toBe(moved)
  })

  it('of a clock that stands still or has stopped does not move', () => {
    for (const still of [pauseClock(begun, 'completion', now), stopClock(begun, now)]) {
      expect(recountClock(still, closedOn('2026-11-25'), now)).toBe(still)
    }
  })
})

/** The days of 2026, 2027 and 2028 on which the nation rests, copied from the decree for this test alone. */
const holidays = new Set(
  [
    '2026-01-01 2026-01-16 2026-02-16 2026-02-17 2026-03-18 2026-03-19 2026-03-20 2026-03-21 2026-03-22 2026-03-23',
    '2026-03-24 2026-04-03 2026-04-05 2026-05-01 2026-05-14 2026-05-15 2026-05-27 2026-05-28 2026-05-31 2026-06-01',
    '2026-06-16 2026-08-17 2026-08-25 2026-12-24 2026-12-25 2027-01-01 2027-05-01 2027-06-01 2027-08-17 2027-12-25',
    '2028-01-01',
  ].flatMap((line) => line.split(' ')),
)

const at = (milliseconds: number) => instantOf(new Date(milliseconds))

const SEED = 20_261_125
const OFFICES = 120

it(`counts like a clerk with a wall calendar, in ${OFFICES} offices, with pauses and more time, and names each day once`, () => {
  for (let office = 0; office < OFFICES; office++) {
    const dice = diceOf(SEED + office)
    const calendar = randomOffice(dice)
    const start = randomMoment(dice)
    const amount = dice(16)
    const pauses = randomPauses(dice, start)

    const more = dice(4)
    let clock = startClock('verification', packOf(amount), calendar, at(start))
    // Added a quarter of an hour after the start, which is before any date that is a working day away.
    if (amount > 0) clock = extendClock(clock, more, 'saksi belum hadir', calendar, at(start + 15 * 60_000))
    for (const { from, to } of pauses) {
      clock = resumeClock(pauseClock(clock, 'completion', at(from)), calendar, at(to))
    }
    const slowly = countSlowly(start, amount > 0 ? amount + more : 0, pauses, { calendar, holidays })

    const example = `seed ${SEED + office}: ${JSON.stringify({ start: at(start), amount, pauses: clock.pauses, calendar })}`
    expect(clock.dueAt, example).toBe(at(slowly.dueAt))
    expect(
      clock.skipped.map(({ day }) => day),
      example,
    ).toEqual(slowly.skipped)

    const days = daysOfClock(clock, calendar, at(start))
    expect(days.filter(({ count }) => count !== null).length, example).toBe(
      clock.amount + (amount > 0 ? more : 0) + slowly.granted,
    )
    expect(days.at(-1)?.day, example).toBe(localDateOf(clock.dueAt, calendar))
    expect(new Set(days.map(({ day }) => day)).size, example).toBe(days.length)
  }
})
