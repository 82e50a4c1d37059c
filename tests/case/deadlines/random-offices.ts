import {
  type Block,
  type OfficeCalendar,
  type TimeZone,
  type Week,
  weekdays,
} from '../../../service/offices/calendar/office-calendar.ts'
import type { Day } from '../../../service/shared/instant.ts'
import type { Dice } from '../../support/dice.ts'

const QUARTER = 15 * 60_000
const DAY = 96 * QUARTER

const from2026 = Date.parse('2026-01-01T00:00:00.000Z')

/** A quarter hour of 2026 or of the first weeks after it. */
export const randomMoment = (dice: Dice): number => from2026 + dice(390 * 96) * QUARTER

const timeOf = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`

function randomBlocks(dice: Dice): Block[] {
  const opens = 24 + dice(16)
  const closes = opens + 8 + dice(28)
  if (dice(2) === 0) return [[timeOf(opens), timeOf(closes)]]
  const lunch = opens + 2 + dice(3)
  return [
    [timeOf(opens), timeOf(lunch)],
    [timeOf(lunch + 1 + dice(3)), timeOf(closes)],
  ]
}

const zones: readonly TimeZone[] = ['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura']

const randomDay = (dice: Dice): Day => new Date(from2026 + dice(420) * DAY).toISOString().slice(0, 10) as Day

function randomWeek(dice: Dice): Week {
  const always = dice(7)
  return Object.fromEntries(
    weekdays.map((weekday, at) => [weekday, at === always || dice(3) > 0 ? randomBlocks(dice) : []]),
  ) as Record<(typeof weekdays)[number], Block[]>
}

/**
 * Any week with at least one working day, which may have been another until some day; any zone; up to twelve days of
 * its own, closed or open; and sometimes a list of holidays of its own.
 */
export function randomOffice(dice: Dice): OfficeCalendar {
  const week = randomWeek(dice)
  const localDays = [...new Set(Array.from({ length: dice(13) }, () => randomDay(dice)))].map((day) => ({
    day,
    name: 'Hari setempat',
    ...(dice(3) === 0 && { blocks: randomBlocks(dice) }),
  }))
  const own = [...new Set(Array.from({ length: dice(20) }, () => randomDay(dice)))]
    .filter((day) => day.startsWith('2027'))
    .map((day) => ({ day, name: 'Libur 2027', kind: 'national' as const }))
  return {
    timeZone: zones[dice(zones.length)]!,
    week,
    localDays,
    holidayYears: dice(2) === 0 ? [] : [{ year: 2027, days: own }],
    formerWeeks: dice(3) > 0 ? [] : [{ until: randomDay(dice), week: randomWeek(dice) }],
  }
}

/** Pauses one after the other, of an hour to nine days. */
export function randomPauses(dice: Dice, start: number): { from: number; to: number }[] {
  const pauses: { from: number; to: number }[] = []
  let from = start
  for (let left = dice(3); left > 0; left--) {
    from += dice(8 * 96) * QUARTER
    const to = from + (4 + dice(9 * 96)) * QUARTER
    pauses.push({ from, to })
    from = to
  }
  return pauses
}
