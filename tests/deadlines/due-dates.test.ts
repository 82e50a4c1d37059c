import { describe, expect, it } from 'vitest'
import { startClock } from '../../service/deadlines/clocks.ts'
import type { OfficeCalendar } from '../../service/deadlines/office-calendar.ts'
import type { Instant } from '../../service/shared/instant.ts'
import {
  officeOpenOnSaturday,
  officeWithItsOwnDay,
  officeWithLunch,
  packOf,
  usualOffice,
  wib,
  wit,
  wita,
} from './offices.ts'

type Counted = readonly [when: string, received: string, workingDays: number, countedFrom: string, due: string]

/** Counted by hand on the calendar of 2026; the office works Monday to Friday, 08:00 to 16:00. */
const byHand: readonly Counted[] = [
  ['Monday morning', '2026-11-23 09:00', 3, '2026-11-23', '2026-11-26 16:00'],
  ['Monday morning, over a weekend', '2026-11-23 09:00', 5, '2026-11-23', '2026-11-30 16:00'],
  ['Wednesday, over a weekend', '2026-11-25 10:00', 3, '2026-11-25', '2026-11-30 16:00'],
  ['Thursday, one day', '2026-11-26 10:00', 1, '2026-11-26', '2026-11-27 16:00'],
  ['Friday, one day', '2026-11-27 10:00', 1, '2026-11-27', '2026-11-30 16:00'],
  ['Friday, the last minute', '2026-11-27 15:59', 3, '2026-11-27', '2026-12-02 16:00'],
  ['Friday, at closing', '2026-11-27 16:00', 3, '2026-11-30', '2026-12-03 16:00'],
  ['Friday evening', '2026-11-27 21:30', 3, '2026-11-30', '2026-12-03 16:00'],
  ['Saturday', '2026-11-28 11:00', 3, '2026-11-30', '2026-12-03 16:00'],
  ['Sunday, before midnight', '2026-11-29 23:59', 3, '2026-11-30', '2026-12-03 16:00'],
  ['Monday, at midnight', '2026-11-30 00:00', 3, '2026-11-30', '2026-12-03 16:00'],
  ['Monday, a minute before opening', '2026-11-30 07:59', 3, '2026-11-30', '2026-12-03 16:00'],
  ['Monday, at opening', '2026-11-30 08:00', 3, '2026-11-30', '2026-12-03 16:00'],
  ['Monday, at closing', '2026-11-30 16:00', 3, '2026-12-01', '2026-12-04 16:00'],
  ['fourteen days without a holiday', '2026-11-23 10:00', 14, '2026-11-23', '2026-12-11 16:00'],
  ['before New Year of 2026 is over', '2026-01-01 10:00', 3, '2026-01-02', '2026-01-07 16:00'],
  ['the day before Isra Mikraj', '2026-01-15 10:00', 1, '2026-01-15', '2026-01-19 16:00'],
  ['the Friday before Imlek', '2026-02-13 10:00', 1, '2026-02-13', '2026-02-18 16:00'],
  ['the evening before Imlek', '2026-02-13 17:00', 3, '2026-02-18', '2026-02-23 16:00'],
  ['the Sunday before Imlek', '2026-02-15 12:00', 5, '2026-02-18', '2026-02-25 16:00'],
  ['the Friday before Nyepi', '2026-03-13 10:00', 3, '2026-03-13', '2026-03-25 16:00'],
  ['over Nyepi, Idulfitri and Good Friday', '2026-03-16 10:00', 14, '2026-03-16', '2026-04-13 16:00'],
  ['the last day before Nyepi', '2026-03-17 10:00', 1, '2026-03-17', '2026-03-25 16:00'],
  ['the last minute before Nyepi', '2026-03-17 15:59', 3, '2026-03-17', '2026-03-27 16:00'],
  ['closing before Nyepi', '2026-03-17 16:00', 3, '2026-03-25', '2026-03-30 16:00'],
  ['leave before Nyepi', '2026-03-18 10:00', 3, '2026-03-25', '2026-03-30 16:00'],
  ['Idulfitri itself', '2026-03-21 09:00', 5, '2026-03-25', '2026-04-01 16:00'],
  ['the last night of the Idulfitri leave', '2026-03-24 23:00', 1, '2026-03-25', '2026-03-26 16:00'],
  ['the day before Good Friday', '2026-04-02 10:00', 1, '2026-04-02', '2026-04-06 16:00'],
  ['the evening before Good Friday', '2026-04-02 16:30', 3, '2026-04-06', '2026-04-09 16:00'],
  ['the day before Labour Day', '2026-04-30 10:00', 3, '2026-04-30', '2026-05-06 16:00'],
  ['Labour Day', '2026-05-01 10:00', 1, '2026-05-04', '2026-05-05 16:00'],
  ['the day before Ascension', '2026-05-13 14:00', 1, '2026-05-13', '2026-05-18 16:00'],
  ['the evening before Ascension', '2026-05-13 18:00', 3, '2026-05-18', '2026-05-21 16:00'],
  ['over Iduladha and Pancasila Day', '2026-05-26 10:00', 3, '2026-05-26', '2026-06-03 16:00'],
  ['closing before Iduladha', '2026-05-26 16:00', 1, '2026-05-29', '2026-06-02 16:00'],
  ['closing before Pancasila Day', '2026-05-29 16:00', 1, '2026-06-02', '2026-06-03 16:00'],
  ['the day before the Islamic New Year', '2026-06-15 10:00', 1, '2026-06-15', '2026-06-17 16:00'],
  ['over both holidays of August', '2026-08-10 10:00', 10, '2026-08-10', '2026-08-26 16:00'],
  ['the Friday before Independence Day', '2026-08-14 10:00', 3, '2026-08-14', '2026-08-20 16:00'],
  ['the evening before Independence Day', '2026-08-14 20:00', 5, '2026-08-18', '2026-08-26 16:00'],
  ['the Monday before Christmas', '2026-12-21 10:00', 3, '2026-12-21', '2026-12-28 16:00'],
  ['the day before Christmas leave', '2026-12-23 10:00', 1, '2026-12-23', '2026-12-28 16:00'],
  ['closing before Christmas leave', '2026-12-23 16:00', 3, '2026-12-28', '2026-12-31 16:00'],
  ['after Christmas, due on the last day of the year', '2026-12-28 10:00', 3, '2026-12-28', '2026-12-31 16:00'],
]

/** The decree for 2027 is not known: only its first of January is sure to be a holiday. */
const intoNextYear: readonly Counted[] = [
  ['Christmas leave, over the year end', '2026-12-24 10:00', 5, '2026-12-28', '2027-01-05 16:00'],
  ['Tuesday, over the year end', '2026-12-29 10:00', 3, '2026-12-29', '2027-01-04 16:00'],
  ['the last evening of the year', '2026-12-31 16:00', 3, '2027-01-04', '2027-01-07 16:00'],
  ['sixty days', '2026-11-23 10:00', 60, '2026-11-23', '2027-02-18 16:00'],
]

const counted = (received: Instant, workingDays: number, office: OfficeCalendar) => {
  const { countedFrom, dueAt } = startClock('verification', packOf(workingDays), office, received)
  return { countedFrom, dueAt }
}

describe('a complaint received', () => {
  it.each(byHand)('%s (%s) with %i working days is due as counted by hand', (_, received, days, countedFrom, due) => {
    const clock = startClock('verification', packOf(days), usualOffice, wib(received))

    expect(clock).toMatchObject({ countedFrom, dueAt: wib(due), reachesUndecreedYear: false })
  })

  it.each(intoNextYear)('%s (%s) with %i working days says that its date may move', (_, received, days, from, due) => {
    const clock = startClock('verification', packOf(days), usualOffice, wib(received))

    expect(clock).toMatchObject({ countedFrom: from, dueAt: wib(due), reachesUndecreedYear: true })
  })
})

describe('an office that closes for lunch', () => {
  it.each<Counted>([
    ['at the beginning of lunch', '2026-11-23 12:00', 3, '2026-11-23', '2026-11-26 16:00'],
    ['during lunch on Friday', '2026-11-27 12:30', 1, '2026-11-27', '2026-11-30 16:00'],
    ['on Thursday, due on Friday', '2026-11-26 10:00', 1, '2026-11-26', '2026-11-27 16:30'],
    ['in the longer afternoon of Friday', '2026-11-27 16:15', 1, '2026-11-27', '2026-11-30 16:00'],
    ['on Thursday at the same time', '2026-11-26 16:15', 1, '2026-11-27', '2026-11-30 16:00'],
  ])('counts what came %s (%s)', (_, received, days, countedFrom, due) => {
    expect(counted(wib(received), days, officeWithLunch)).toEqual({ countedFrom, dueAt: wib(due) })
  })
})

describe('an office that works on Saturday mornings', () => {
  it.each<Counted>([
    ['on Friday', '2026-11-27 10:00', 1, '2026-11-27', '2026-11-28 12:00'],
    ['on Saturday at noon', '2026-11-28 12:00', 1, '2026-11-30', '2026-12-01 16:00'],
    ['before Good Friday', '2026-04-02 10:00', 1, '2026-04-02', '2026-04-04 12:00'],
    ['before Idulfitri, which takes the Saturday', '2026-03-20 10:00', 1, '2026-03-25', '2026-03-26 16:00'],
  ])('counts what came %s (%s)', (_, received, days, countedFrom, due) => {
    expect(counted(wib(received), days, officeOpenOnSaturday)).toEqual({ countedFrom, dueAt: wib(due) })
  })
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

describe('clocks that ask no calendar', () => {
  it('gives the reporter thirty calendar days, to the last moment of the last', () => {
    expect(startClock('verification', packOf(30, 'calendar_days'), usualOffice, wib('2026-11-28 23:30'))).toMatchObject(
      {
        countedFrom: '2026-11-28',
        dueAt: '2026-12-28T16:59:59.999Z',
        skipped: [],
      },
    )
  })

  it('counts 72 hours through nights, weekends and the year end', () => {
    expect(startClock('verification', packOf(72, 'hours'), usualOffice, wib('2026-12-30 22:15'))).toMatchObject({
      countedFrom: '2026-12-30',
      dueAt: wib('2027-01-02 22:15'),
      reachesUndecreedYear: false,
    })
  })
})
