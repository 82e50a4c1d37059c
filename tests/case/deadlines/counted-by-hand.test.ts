import { describe, expect, it } from 'vitest'
import { extendClock, pauseClock, resumeClock, startClock } from '../../../service/case/deadlines/clocks.ts'
import type { OfficeCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import type { ClockUnit } from '../../../service/offices/calendar/rule-pack.ts'
import { type Day, type Instant, plusMilliseconds } from '../../../service/shared/instant.ts'
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

/** A moment, of Jakarta where only its day and time matter. */
type Moment = Instant | `${number}-${number}-${number} ${number}:${number}` | `end of ${number}-${number}-${number}`

/** One line of the table: what came when, how much time it has, when that is over, and why. */
type Line = readonly [received: Moment, amount: number, due: Moment, because: string, changes?: Changes]

interface Changes {
  readonly unit?: ClockUnit
  readonly paused?: readonly (readonly [from: string, to: string])[]
  /** Moment, and how much was added. Pauses before it are over by then. */
  readonly extended?: readonly [at: string, amount: number]
  readonly pausedAfterwards?: readonly [from: string, to: string]
}

const inMakassar: OfficeCalendar = { ...usualOffice, timeZone: 'Asia/Makassar' }
const inJayapura: OfficeCalendar = { ...usualOffice, timeZone: 'Asia/Jayapura' }
const day = (date: string) => date as Day

const withLocalDays = (...localDays: OfficeCalendar['localDays'][number][]): OfficeCalendar => ({
  ...usualOffice,
  localDays,
})
const openOnOneSaturday = withLocalDays({
  day: day('2026-11-28'),
  name: 'Pelayanan Sabtu',
  blocks: [['09:00', '12:00']],
})
const openInTheLeave = withLocalDays({ day: day('2026-12-24'), name: 'Piket Natal', blocks: [['08:00', '12:00']] })
const closedEarlyOnce = withLocalDays({ day: day('2026-11-26'), name: 'Rapat kerja', blocks: [['08:00', '11:00']] })

/** Filled in 2027 itself; the 8th of February is made up. */
const with2027: OfficeCalendar = {
  ...usualOffice,
  holidayYears: [{ year: 2027, days: [{ day: day('2027-02-08'), name: 'Hari libur contoh', kind: 'national' }] }],
}

/** Worked on Saturday mornings until the 28th of November. */
const gaveUpSaturdays: OfficeCalendar = {
  ...usualOffice,
  formerWeeks: [{ until: day('2026-11-28'), week: officeOpenOnSaturday.week }],
}

const stood = (from: string, to: string): Changes => ({ paused: [[from, to]] })

const calendarDays: Changes = { unit: 'calendar_days' }

/** The last moment of a day. */
const endOf = (moment: Instant): Instant => plusMilliseconds(moment, 24 * 3_600_000 - 1)

// Counted with a printed calendar, day by day. The usual office works Monday to Friday, 08:00 to 16:00, WIB.
const table: Readonly<Record<string, { readonly office: OfficeCalendar; readonly lines: readonly Line[] }>> = {
  'around Idulfitri': {
    office: usualOffice,
    lines: [
      ['2026-03-16 09:00', 1, '2026-03-17 16:00', 'Tue 17 is the first'],
      ['2026-03-16 09:00', 2, '2026-03-25 16:00', 'Tue 17, then leave and holidays of 18–24, Wed 25'],
      ['2026-03-16 10:00', 3, '2026-03-26 16:00', '17, 25, 26'],
      ['2026-03-16 15:59', 5, '2026-03-30 16:00', '17, 25, 26, 27, Mon 30'],
      ['2026-03-16 16:00', 1, '2026-03-25 16:00', 'closing is outside: Tue 17 is day nought'],
      ['2026-03-17 08:00', 1, '2026-03-25 16:00', 'Tue 17 is day nought, Wed 25 the first'],
      ['2026-03-17 17:30', 3, '2026-03-30 16:00', 'opens on Wed 25: 26, 27, 30'],
      ['2026-03-18 09:00', 5, '2026-04-01 16:00', 'leave for Nyepi, opens on 25: 26, 27, 30, 31, 1'],
      ['2026-03-19 09:00', 1, '2026-03-26 16:00', 'Nyepi, opens on 25'],
      ['2026-03-21 09:00', 14, '2026-04-15 16:00', '26 27 | 30 31 1 2 (3 Good Friday) | 6–10 | 13 14 15'],
      ['2026-03-24 23:59', 3, '2026-03-30 16:00', 'last minute of the leave, opens on 25: 26, 27, 30'],
      ['2026-03-25 07:59', 3, '2026-03-30 16:00', 'a minute before opening: the same day is day nought'],
      ['2026-03-09 10:00', 14, '2026-04-06 16:00', '10–13 (4) | 16 17 (6) | 25–27 (9) | 30–2 (13) | Mon 6'],
      ['2026-03-13 10:00', 5, '2026-03-27 16:00', '16, 17, 25, 26, 27'],
      [
        '2026-03-02 10:00',
        60,
        '2026-06-10 16:00',
        'March 16, to 2 April 18, April 37, to 13 May 45, to 26 May 52, 29 May 53, 2–5 June 57, 8 9 10',
      ],
      ['2026-04-02 10:00', 1, '2026-04-06 16:00', 'Fri 3 is Good Friday'],
      ['2026-04-02 16:30', 3, '2026-04-09 16:00', 'opens on Mon 6: 7, 8, 9'],
    ],
  },
  'at the other holidays of 2026': {
    office: usualOffice,
    lines: [
      ['2026-01-01 10:00', 3, '2026-01-07 16:00', 'New Year, opens on Fri 2: 5, 6, 7'],
      ['2026-01-15 10:00', 1, '2026-01-19 16:00', 'Fri 16 is Isra Mikraj'],
      ['2026-02-13 10:00', 1, '2026-02-18 16:00', 'Mon 16 leave, Tue 17 Imlek'],
      ['2026-04-30 10:00', 3, '2026-05-06 16:00', 'Fri 1 is Labour Day: 4, 5, 6'],
      ['2026-05-13 14:00', 1, '2026-05-18 16:00', 'Thu 14 Ascension, Fri 15 leave'],
      ['2026-05-26 10:00', 3, '2026-06-03 16:00', '27 Iduladha, 28 leave: 29 (1), Mon 1 Pancasila, 2 (2), 3'],
      ['2026-06-15 10:00', 1, '2026-06-17 16:00', 'Tue 16 is the Islamic New Year'],
      ['2026-08-10 10:00', 10, '2026-08-26 16:00', '11–14 (4), Mon 17 off, 18–21 (8), 24 (9), 25 off, 26'],
    ],
  },
  'at the year end': {
    office: usualOffice,
    lines: [
      ['2026-12-21 10:00', 3, '2026-12-28 16:00', '22, 23, then 24 leave, 25 Christmas, weekend, Mon 28'],
      ['2026-12-23 16:00', 1, '2026-12-29 16:00', 'opens on Mon 28'],
      ['2026-12-24 10:00', 3, '2026-12-31 16:00', 'leave, opens on Mon 28: 29, 30, 31'],
      ['2026-12-29 10:00', 3, '2027-01-04 16:00', '30, 31, Fri 1 off, Mon 4'],
      ['2026-12-30 10:00', 5, '2027-01-07 16:00', '31, 4, 5, 6, 7'],
      ['2026-12-31 15:59', 1, '2027-01-04 16:00', 'Thu 31 is day nought'],
      ['2026-12-31 16:00', 1, '2027-01-05 16:00', 'opens on Mon 4'],
      ['2026-12-14 10:00', 14, '2027-01-06 16:00', '15–18 (4) | 21–23 (7) | 28–31 (11) | 4 5 6'],
      [
        '2026-11-30 10:00',
        60,
        '2027-02-25 16:00',
        'December 4 9 14 17 21, January 26 31 36 41, February 46 51 56, then 22 23 24 25',
      ],
    ],
  },
  'on Friday afternoons and at lunch (12–13; Friday 11:30–13:30, then to 16:30)': {
    office: officeWithLunch,
    lines: [
      ['2026-11-27 11:29', 1, '2026-11-30 16:00', 'still open: Friday is day nought'],
      ['2026-11-27 11:30', 1, '2026-11-30 16:00', 'prayer; opens again at 13:30 on the same Friday'],
      ['2026-11-27 13:29', 1, '2026-11-30 16:00', 'a minute before it opens again'],
      ['2026-11-27 16:29', 1, '2026-11-30 16:00', 'Friday stays open until 16:30'],
      ['2026-11-27 16:30', 1, '2026-12-01 16:00', 'closed: Monday is day nought'],
      ['2026-11-27 12:00', 3, '2026-12-02 16:00', 'Friday is day nought: 30, 1, 2'],
      ['2026-11-26 12:30', 1, '2026-11-27 16:30', 'lunch on Thursday; due at Friday’s own closing'],
      ['2026-11-26 15:59', 1, '2026-11-27 16:30', 'the last minute of Thursday'],
      ['2026-11-26 16:00', 1, '2026-11-30 16:00', 'opens on Friday, which is day nought'],
      ['2026-11-25 12:00', 2, '2026-11-27 16:30', 'lunch on Wednesday: Thu 26, Fri 27'],
      ['2026-11-23 12:59', 3, '2026-11-26 16:00', 'lunch on Monday: 24, 25, 26'],
    ],
  },
  'with pauses': {
    office: usualOffice,
    lines: [
      [
        '2026-11-23 09:00',
        3,
        '2026-11-30 16:00',
        'Tue 24 is one; 26 is nought again: 27, 30',
        stood('2026-11-24 10:00', '2026-11-26 10:00'),
      ],
      [
        '2026-11-23 09:00',
        3,
        '2026-11-26 16:00',
        'some hours of one day lose no day',
        stood('2026-11-24 10:00', '2026-11-24 15:00'),
      ],
      [
        '2026-11-27 10:00',
        3,
        '2026-12-03 16:00',
        'nothing counted yet; Mon 30 is nought: 1, 2, 3',
        stood('2026-11-27 15:00', '2026-11-30 09:00'),
      ],
      [
        '2026-11-27 10:00',
        3,
        '2026-12-02 16:00',
        'while it slept: Mon 30 is one all the same, 1, 2',
        stood('2026-11-27 18:00', '2026-11-30 07:00'),
      ],
      [
        '2026-03-16 10:00',
        5,
        '2026-03-31 16:00',
        '17 is one; 25 is nought: 26, 27, 30, 31',
        stood('2026-03-17 10:00', '2026-03-25 10:00'),
      ],
      [
        '2026-12-21 10:00',
        3,
        '2026-12-29 16:00',
        '22, 23 are two; 28 is nought: 29',
        stood('2026-12-23 10:00', '2026-12-28 10:00'),
      ],
      [
        '2026-12-28 10:00',
        3,
        '2027-01-06 16:00',
        '29 is one; Mon 4 is nought: 5, 6',
        stood('2026-12-29 10:00', '2027-01-04 10:00'),
      ],
      [
        '2026-11-26 10:00',
        4,
        '2026-12-08 16:00',
        '27, 30, 1 are three; Mon 7 is nought: 8',
        stood('2026-12-01 10:00', '2026-12-07 10:00'),
      ],
      [
        '2026-09-07 09:00',
        5,
        '2026-09-16 16:00',
        'Tue 8 is one; the evening took no day of it; Thu 10 is nought: 11, 14, 15, 16',
        stood('2026-09-08 19:00', '2026-09-10 10:00'),
      ],
      [
        '2026-09-04 09:00',
        3,
        '2026-09-14 16:00',
        'nothing counted before the weekend; Wed 9 is nought: 10, 11, 14',
        stood('2026-09-05 10:00', '2026-09-09 09:00'),
      ],
      [
        '2026-03-16 09:00',
        3,
        '2026-04-01 16:00',
        '17 is one; Mon 30 is nought: 31, 1',
        stood('2026-03-17 18:00', '2026-03-30 09:00'),
      ],
      [
        '2026-06-11 09:00',
        4,
        '2026-06-19 16:00',
        'Fri 12, Mon 15 are two; Tue 16 is a holiday, Wed 17 is nought: 18, 19',
        stood('2026-06-15 17:00', '2026-06-17 09:00'),
      ],
      [
        '2026-03-13 09:00',
        3,
        '2026-03-31 16:00',
        '16, 17 are two; Mon 30 is nought: 31',
        stood('2026-03-17 18:00', '2026-03-30 09:00'),
      ],
      [
        '2026-09-07 09:00',
        14,
        '2026-09-29 16:00',
        '8 is one; Thu 10 is nought: 11, 14–18, 21–25 make twelve, 28, 29',
        stood('2026-09-08 19:00', '2026-09-10 10:00'),
      ],
      [
        '2027-03-01 09:00',
        3,
        '2027-03-09 16:00',
        '2 is one; Fri 5 is nought: Mon 8, Tue 9',
        stood('2027-03-02 18:00', '2027-03-05 09:00'),
      ],
      [
        '2026-10-05 09:00',
        3,
        '2026-10-13 16:00',
        '8 is the last; brought on Mon 12, the next day is left',
        stood('2026-10-08 09:00', '2026-10-12 15:55'),
      ],
      [
        '2026-10-05 09:00',
        3,
        '2026-10-09 16:00',
        'an hour of the last day leaves the next one',
        stood('2026-10-08 09:00', '2026-10-08 15:55'),
      ],
      [
        '2026-10-05 09:00',
        3,
        '2026-10-08 16:00',
        'from closing to the next opening takes nothing',
        stood('2026-10-06 16:00', '2026-10-07 08:00'),
      ],
      [
        '2026-10-05 09:00',
        3,
        '2026-10-09 16:00',
        'Tue 6 is one; a minute of Wednesday morning makes it nought: 8, 9',
        stood('2026-10-06 16:00', '2026-10-07 08:01'),
      ],
      [
        '2026-10-05 07:00',
        2,
        '2026-10-09 16:00',
        'began before opening on Tue 6, Mon 5 was nought; Wed 7 is nought: 8, 9',
        stood('2026-10-06 07:59', '2026-10-07 10:00'),
      ],
      [
        '2026-12-22 09:00',
        3,
        '2027-01-05 16:00',
        '23 is one; asked in the leave, brought on Thu 31: Mon 4, Tue 5',
        stood('2026-12-24 20:00', '2026-12-31 09:00'),
      ],
      [
        '2026-05-12 09:00',
        3,
        '2026-05-21 16:00',
        '13 is one; Tue 19 is nought after Ascension and its leave: 20, 21',
        stood('2026-05-13 16:30', '2026-05-19 10:00'),
      ],
      [
        '2026-08-13 09:00',
        2,
        '2026-08-20 16:00',
        '14 is one; Mon 17 is off; Wed 19 is nought: 20',
        stood('2026-08-14 18:00', '2026-08-19 09:00'),
      ],
      [
        '2026-11-23 09:00',
        3,
        '2026-11-26 16:00',
        'a pause from the last moment gives nothing back',
        stood('2026-11-26 16:00', '2026-11-30 10:00'),
      ],
    ],
  },
  'with more time': {
    office: usualOffice,
    lines: [
      [
        '2026-11-23 09:00',
        3,
        '2026-12-03 16:00',
        'due on 26, five more: 27, 30, 1, 2, 3',
        { extended: ['2026-11-25 10:00', 5] },
      ],
      [
        '2026-03-12 10:00',
        3,
        '2026-03-26 16:00',
        'due on 17, two more after the holidays: 25, 26',
        { extended: ['2026-03-16 10:00', 2] },
      ],
      [
        '2026-11-23 09:00',
        3,
        '2026-12-01 16:00',
        'due on 30 after the pause, one more',
        { ...stood('2026-11-24 10:00', '2026-11-26 10:00'), extended: ['2026-11-27 10:00', 1] },
      ],
      [
        '2026-11-23 09:00',
        3,
        '2026-12-02 16:00',
        'due on 26, to 30; on Wed 25 three are left; Fri 27 is nought: 30, 1, 2',
        { extended: ['2026-11-24 09:00', 2], pausedAfterwards: ['2026-11-25 10:00', '2026-11-27 10:00'] },
      ],
      [
        '2026-11-23 09:00',
        3,
        'end of 2026-11-28',
        'Thu 26 by the calendar, two days more',
        { unit: 'calendar_days', extended: ['2026-11-24 09:00', 2] },
      ],
    ],
  },
  'in Makassar': {
    office: inMakassar,
    lines: [
      ['2026-03-17 15:30', 1, wita('2026-03-26 16:00'), 'is 16:30 there: opens on 25'],
      ['2026-03-17 14:59', 1, wita('2026-03-25 16:00'), 'is 15:59 there: Tue 17 is day nought'],
      ['2026-11-29 23:30', 3, wita('2026-12-03 16:00'), 'is Monday 00:30 there, opens that morning: 1, 2, 3'],
      [
        '2026-11-28 22:30',
        1,
        endOf(wita('2026-11-29 00:00')),
        'is still Saturday there, so Sunday is the first',
        calendarDays,
      ],
    ],
  },
  'in Jayapura': {
    office: inJayapura,
    lines: [
      ['2026-03-17 14:30', 1, wit('2026-03-26 16:00'), 'is 16:30 there: opens on 25'],
      ['2026-03-17 13:59', 1, wit('2026-03-25 16:00'), 'is 15:59 there: Tue 17 is day nought'],
      ['2026-11-29 22:30', 3, wit('2026-12-03 16:00'), 'is Monday 00:30 there: 1, 2, 3'],
      ['2026-12-31 15:30', 3, wit('2027-01-07 16:00'), 'is 17:30 there: opens on Mon 4: 5, 6, 7'],
      [
        '2026-11-28 22:30',
        1,
        endOf(wit('2026-11-30 00:00')),
        'is Sunday 00:30 there, so Monday is the first',
        calendarDays,
      ],
    ],
  },
  'in days that end at midnight, and in hours': {
    office: usualOffice,
    lines: [
      ['2026-11-28 23:30', 30, 'end of 2026-12-28', '2 days of November, 28 of December', calendarDays],
      ['2026-11-28 23:59', 1, 'end of 2026-11-29', 'a minute later it is the next day', calendarDays],
      ['2026-11-29 00:00', 1, 'end of 2026-11-30', 'midnight belongs to the day that begins', calendarDays],
      ['2026-03-01 10:00', 30, 'end of 2026-03-31', 'holidays count', calendarDays],
      ['2026-12-15 10:00', 30, 'end of 2027-01-14', '16 days of December, 14 of January', calendarDays],
      [
        '2026-11-23 09:00',
        3,
        'end of 2026-11-27',
        'midnight passed once in the pause',
        { ...calendarDays, ...stood('2026-11-24 22:00', '2026-11-25 01:30') },
      ],
      ['2026-12-30 22:15', 72, '2027-01-02 22:15', 'three nights later, whatever day it is', { unit: 'hours' }],
      [
        '2026-11-23 09:00',
        72,
        '2026-11-26 12:30',
        'three and a half hours stood still',
        { unit: 'hours', ...stood('2026-11-24 22:00', '2026-11-25 01:30') },
      ],
    ],
  },
  'closed on Tuesday 24 for a day of its own': {
    office: officeWithItsOwnDay,
    lines: [
      ['2026-11-23 09:00', 3, '2026-11-27 16:00', '25, 26, 27'],
      ['2026-11-24 09:00', 1, '2026-11-26 16:00', 'opens on Wed 25'],
    ],
  },
  'open on Saturday mornings': {
    office: officeOpenOnSaturday,
    lines: [
      ['2026-11-27 10:00', 1, '2026-11-28 12:00', 'Sat 28 is the first, to its own closing'],
      ['2026-11-28 12:00', 1, '2026-12-01 16:00', 'closed: Mon 30 is day nought'],
      ['2026-03-20 10:00', 1, '2026-03-26 16:00', 'Idulfitri takes the Saturday too: opens on 25'],
      ['2026-04-02 10:00', 1, '2026-04-04 12:00', 'Good Friday off, Sat 4 is a working day'],
    ],
  },
  'open on one Saturday alone': {
    office: openOnOneSaturday,
    lines: [
      ['2026-11-27 10:00', 1, '2026-11-28 12:00', 'Sat 28, 09–12'],
      ['2026-11-28 08:30', 1, '2026-11-30 16:00', 'opens at 09:00 that Saturday, which is day nought'],
    ],
  },
  'open on the morning of a collective leave': {
    office: openInTheLeave,
    lines: [['2026-12-23 10:00', 1, '2026-12-24 12:00', 'Thu 24 counts here, to its own closing']],
  },
  'closed early once': {
    office: closedEarlyOnce,
    lines: [
      ['2026-11-26 11:30', 1, '2026-11-30 16:00', 'closed at 11 that Thursday: Fri 27 is day nought'],
      ['2026-11-25 10:00', 1, '2026-11-26 11:00', 'due at that day’s own closing'],
    ],
  },
  'that filled in 2027 itself': {
    office: with2027,
    lines: [
      ['2027-02-04 10:00', 2, '2027-02-09 16:00', 'Fri 5, Mon 8 is its holiday, Tue 9'],
      ['2026-12-31 10:00', 1, '2027-01-01 16:00', 'its list holds instead of the fixed dates: Fri 1 is not on it'],
    ],
  },
  'that gave up its Saturdays': {
    office: gaveUpSaturdays,
    lines: [
      ['2026-11-26 10:00', 4, '2026-12-01 16:00', 'Fri 27, Sat 28 as it was then, 30, 1'],
      ['2026-12-03 10:00', 2, '2026-12-07 16:00', 'Fri 4, no Saturday any more, Mon 7'],
    ],
  },
}

function instantOf(moment: Moment): Instant {
  const [, day] = /^end of (.+)$/.exec(moment) ?? []
  if (day) return endOf(wib(`${day} 00:00`))
  return moment.includes('T') ? (moment as Instant) : wib(moment)
}

function countedBy(office: OfficeCalendar, [received, amount, , , changes = {}]: Line): Instant {
  const { unit, paused = [], extended, pausedAfterwards } = changes
  let clock = startClock('verification', packOf(amount, unit), office, instantOf(received))
  const stand = ([from, to]: readonly [string, string]) => {
    clock = resumeClock(pauseClock(clock, 'completion', wib(from)), office, wib(to))
  }
  paused.forEach(stand)
  if (extended) clock = extendClock(clock, extended[1], 'saksi belum hadir', office, wib(extended[0]))
  if (pausedAfterwards) stand(pausedAfterwards)
  return clock.dueAt
}

describe.each(Object.entries(table))('an office %s', (_, { office, lines }) => {
  it.each(lines.map((line) => [...line.slice(0, 4), line] as const))('counts %s + %i to %s: %s', (...said) => {
    const line = said.at(-1) as Line
    expect(countedBy(office, line)).toBe(instantOf(line[2]))
  })
})

it('at least sixty dates were counted by hand', () => {
  expect(Object.values(table).flatMap(({ lines }) => lines).length).toBeGreaterThanOrEqual(60)
})
