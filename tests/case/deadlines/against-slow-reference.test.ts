import { expect, it } from 'vitest'
import { extendClock, pauseClock, resumeClock, startClock } from '../../../service/case/deadlines/clocks.ts'
import { daysOfClock } from '../../../service/case/deadlines/days-of-clock.ts'
import { localDateOf } from '../../../service/offices/calendar/working-days.ts'
import { instantOf } from '../../../service/shared/instant.ts'
import { diceOf } from '../../support/dice.ts'
import { packOf } from './offices.ts'
import { randomMoment, randomOffice, randomPauses } from './random-offices.ts'
import { countSlowly } from './slow-reference.ts'

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
const OFFICES = 300

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
