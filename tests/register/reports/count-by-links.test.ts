import { describe, expect, it } from 'vitest'
import { openStatuses, type Tally } from '../../../service/case/store/complaint-tallies.ts'
import { standardCalendar as calendar, dayNumberOf } from '../../../service/offices/calendar/office-calendar.ts'
import { localDateOf } from '../../../service/offices/calendar/working-days.ts'
import { figureNames, waitMeasures } from '../../../service/offices/report-figures.ts'
import type { GuardMark, StaffMember } from '../../../service/offices/staff/permissions.ts'
import { intakeChannels, outcomes, statuses } from '../../../service/offices/vocabulary.ts'
import { type CaseFacts, countBacklog } from '../../../service/register/facts/case-facts.ts'
import { testFor } from '../../../service/register/figure-lists.ts'
import type { RegisterFilter } from '../../../service/register/register-filter.ts'
import { measurePeriod } from '../../../service/register/reports/measure-period.ts'
import { percentInTime } from '../../../service/register/reports/period-measures.ts'
import {
  countStanding,
  isWithin,
  partsOf,
  type Stretch,
  spanOf,
} from '../../../service/register/reports/period-report.ts'
import {
  isNews,
  keepSteady,
  type PublicStatistics,
  previewPublicStatistics,
  publicStatisticsSpec,
  readPublicStatistics,
  type StatisticsOffice,
  shownOf,
} from '../../../service/register/reports/public-statistics.ts'
import { DAY, type Day, type Instant, parseDay } from '../../../service/shared/instant.ts'
import { aComplaint, aComplaintIn } from '../../support/a-complaint.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { diceOf, oneOf } from '../../support/dice.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { organisasi } from '../../support/two-units.ts'

const noon = Date.parse('2026-11-29T05:00:00.000Z')
const now = new Date(noon).toISOString() as Instant
const today = localDateOf(now, calendar)
const reader = { id: 'pembaca' } as StaffMember

/** Numbers that look like chance, the same for each seed. */
function chance(seed: number) {
  let state = seed
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
  return {
    among: <One>(some: readonly One[]): One => some[Math.floor(next() * some.length)] as One,
    days: (most: number) => Math.floor(next() * most * DAY),
    is: (share: number) => next() < share,
  }
}

const at = (time: number) => new Date(Math.min(time, noon)).toISOString() as Instant

function aCase(number: number, { among, days, is }: ReturnType<typeof chance>): CaseFacts {
  const received = noon - days(120)
  const status = among(statuses)
  const isOpen = (openStatuses as readonly string[]).includes(status)
  const verified = is(0.8) ? received + days(6) : null
  const answered = verified !== null && is(0.6) ? verified + days(40) : null
  const outcome = answered !== null && is(0.8) ? among(outcomes) : null
  return {
    ...{ number: `K-2026-${number}`, receivedAt: at(received), status, channel: among(intakeChannels) },
    category: among(['levy', 'conduct', 'corruption']),
    ...(verified !== null && { verifiedAt: at(verified), ...(is(0.7) && { respondedAt: at(verified + days(2)) }) }),
    ...(answered !== null && {
      answeredAt: at(answered),
      ...(status === 'closed' && { closedAt: at(answered + days(9)) }),
    }),
    ...(!isOpen && { leftAt: at(received + days(50)) }),
    ...(isOpen && is(0.7) && { dueAt: new Date(received + days(60)).toISOString() as Instant }),
    ...(is(0.2) && { missed: true as const }),
    ...(outcome && { outcome, decided: true as const }),
    ...(answered !== null && is(0.3) && { stars: among([1, 2, 3, 4, 5]) }),
    ...(is(0.1) && { reopened: true as const, objected: true as const }),
    ...(is(0.4) && { place: among(['loket', 'parkir', 'gerbang']) }),
  }
}

const days = (from: string, to: string): Stretch => ({ from: parseDay(from), to: parseDay(to) })

const periods: readonly Stretch[] = [
  days('2026-11-01', '2026-11-30'),
  days('2026-11-12', '2026-11-12'),
  days('2026-10-17', '2026-11-29'),
  days('2026-08-01', '2026-10-31'),
  days('2026-01-01', '2026-12-31'),
]

const seeds = Array.from({ length: 12 }, (_, at) => at + 1)

describe('each number of a period, over cases that chance made', () => {
  it.each(seeds)('is of just the cases that its link lists (%s)', (seed) => {
    const random = chance(seed)
    const cases = Array.from({ length: 150 }, (_, number) => aCase(number, random))
    for (const period of periods) {
      const listed = (filter: Partial<RegisterFilter>, within: Partial<Stretch> = period) =>
        cases.filter(testFor({ sort: 'received_desc', ...filter, ...within }, reader, { now, calendar })).length
      const measured = measurePeriod(calendar, now)
      for (const one of cases) if (isWithin(one, spanOf(period, calendar))) measured.take(one)
      const { counts, waits, ...lists } = measured.figures()
      for (const figure of figureNames) expect([figure, listed({ figure })]).toEqual([figure, counts[figure]])
      for (const { done, undone } of Object.values(waitMeasures))
        expect(counts[done] + counts[undone]).toBeLessThanOrEqual(cases.length)
      for (const { category, received, inTime, timed } of lists.byCategory) {
        expect(listed({ figure: 'received', category })).toBe(received)
        expect(listed({ figure: 'in_time', category })).toBe(inTime)
        expect(listed({ figure: 'timed', category })).toBe(timed)
      }
      for (const { channel, cases } of lists.byChannel) expect(listed({ figure: 'received', channel })).toBe(cases)
      for (const { outcome, cases } of lists.byOutcome) expect(listed({ figure: 'answered', outcome })).toBe(cases)
      for (const { status, cases } of lists.byStatus)
        expect(listed({ figure: 'received', status: [status] })).toBe(cases)
      for (const { stars, cases } of lists.byStars) expect(listed({ figure: 'rated', stars })).toBe(cases)
      for (const { place, category, cases } of lists.recurring) expect(listed({ place, category })).toBe(cases)
      let received = 0
      for (const part of partsOf(period, today).parts) {
        let inPart = 0
        for (let day = dayNumberOf(part.from); day <= dayNumberOf(part.to); day++) inPart += measured.receivedOn(day)
        expect(listed({ figure: 'received' }, part)).toBe(inPart)
        received += inPart
      }
      expect(received).toBe(counts.received)
    }
  })

  it.each(seeds)('of what waits now, and of each day, is of just the cases that its link lists (%s)', (seed) => {
    const random = chance(seed)
    const cases = Array.from({ length: 150 }, (_, number) => aCase(number, random))
    const listed = (filter: Partial<RegisterFilter>) =>
      cases.filter(testFor({ sort: 'received_desc', ...filter }, reader, { now, calendar })).length
    const [first, last] = [dayNumberOf(parseDay('2026-11-01')), dayNumberOf(today)]
    const standing = countStanding(days('2026-11-01', '2026-11-30'), today, now, calendar)
    const backlog = countBacklog(first, last, calendar)
    for (const one of cases) {
      standing.take(one)
      backlog.take(one)
    }
    const { open, late, lateEarlier, byAge } = standing.figures()
    expect(listed({ figure: 'open' })).toBe(open)
    expect(listed({ figure: 'late' })).toBe(late)
    expect(listed({ figure: 'late', to: '2026-10-31' })).toBe(lateEarlier)
    for (const { from, to, cases } of byAge) expect(listed({ figure: 'open', ...(from && { from }), to })).toBe(cases)
    expect(byAge.reduce((sum, one) => sum + one.cases, 0)).toBe(open)
    for (const { day, cases } of backlog.days()) expect([day, listed({ openOn: day })]).toEqual([day, cases])
  })
})

describe('the share in time', () => {
  const answeredInTime = (number: number): CaseFacts => ({
    ...{
      number: `K-${number}`,
      receivedAt: at(noon - 9 * DAY),
      status: 'closed',
      channel: 'web_widget',
      category: 'levy',
    },
    ...{ answeredAt: at(noon - 8 * DAY), leftAt: at(noon - 8 * DAY) },
  })
  const overdue = (number: number): CaseFacts => ({
    ...{ number: `L-${number}`, receivedAt: at(noon - 80 * DAY), status: 'in_progress', channel: 'web_widget' },
    ...{ category: 'levy', dueAt: at(noon - 20 * DAY) },
  })
  const november = days('2026-11-01', '2026-11-30')
  const shareOf = (...cases: readonly CaseFacts[]) => {
    const measured = measurePeriod(calendar, now)
    const standing = countStanding(november, today, now, calendar)
    for (const one of cases) {
      if (isWithin(one, spanOf(november, calendar))) measured.take(one)
      standing.take(one)
    }
    return percentInTime(measured.figures(), standing.figures())
  }

  it('is not 100 % beside cases that wait beyond their date, whenever they came', () => {
    const some = (many: number, make: (number: number) => CaseFacts) =>
      Array.from({ length: many }, (_, at) => make(at))
    expect(shareOf(...some(20, answeredInTime))).toBe(100)
    expect(shareOf(...some(19, answeredInTime), ...some(19, overdue))).toBe(50)
    expect(shareOf(...some(999, answeredInTime), overdue(1))).toBe(99)
    expect(shareOf(...some(19, overdue))).toBe(0)
    expect(shareOf()).toBe(null)
  })
})

/** An office that shows its numbers; it is November, and October was the last whole month. */
async function aPublicOffice() {
  const desk = await aDesk()
  const unit = await desk.ports.tenants.get(organisasi)
  const tenant = { ...unit, settings: { ...unit.settings, publicStatistics: true } }
  const publicStatistics = await desk.allOfStore.collection(publicStatisticsSpec)
  const ports: StatisticsOffice = { ...desk.ports, publicStatistics }
  const inOctober = { receivedAt: '2026-10-12T03:00:00.000Z' as Instant, receivedDay: '2026-10-12' }
  return {
    ...desk,
    unit,
    receiveMany: async (count: number, complaint = aComplaint) => {
      for (let one = 0; one < count; one++) await desk.receive({ ...complaint(), ...inOctober })
    },
    shown: () => readPublicStatistics(ports, tenant),
    preview: (who: Parameters<typeof staffWith>[0]) => previewPublicStatistics(ports, staffWith(who), unit),
    whileOff: () => readPublicStatistics(ports, unit),
  }
}
/** Each published number and, where the same cells are hidden on both days, what is left for them. */
function stepsBetween(one: PublicStatistics, other: PublicStatistics): readonly [number, number][] {
  const steps: [number | null, number | null][] = [[one.total, other.total]]
  for (const list of ['byMonth', 'byCategory'] as const) {
    const [before, now] = [one[list].map(({ cases }) => cases), other[list].map(({ cases }) => cases)]
    for (const [at, cases] of before.entries()) steps.push([cases, now[at] ?? null])
    const rest = (cells: readonly (number | null)[], total: number | null) =>
      cells.reduce<number>((left, cell) => left - (cell ?? 0), total ?? 0)
    const isSame = before.every((cell, at) => (cell === null) === (now[at] === null)) && before.includes(null)
    if (isSame) steps.push([rest(before, one.total), rest(now, other.total)])
  }
  for (const [at, { cases }] of one.byOutcome.entries()) steps.push([cases, other.byOutcome[at]?.cases ?? null])
  return steps.flatMap(([was, is]) => (was === null || is === null ? [] : [[was, is] as [number, number]]))
}
const october = ({ byMonth }: Awaited<ReturnType<typeof readPublicStatistics>>) =>
  byMonth.find(({ month }) => month === '2026-10')?.cases

describe('what everybody sees of an office', () => {
  it('is nothing until the office turns it on, and its admin sees before what it would be', async () => {
    const { receiveMany, whileOff, preview } = await aPublicOffice()
    await receiveMany(6)
    expect(await laterRefusalOf(whileOff())).toBe('statistics/not-public')
    expect(await preview(['tenant_admin'])).toMatchObject({ total: 6 })
    expect(await laterRefusalOf(preview(['observer']))).toBe('staff/not-permitted')
  })

  it('is of whole months, small counts hidden, and shares in steps of five', async () => {
    const { receive, receiveMany, shown } = await aPublicOffice()
    await receiveMany(7, () => aComplaintIn('answered'))
    await receiveMany(2, () => ({ ...aComplaint(), category: 'illegal_levy' }))
    await receive(aComplaint())
    const figures = await shown()
    expect(figures).toMatchObject({ total: 9, inTimePercent: 100, period: { from: '2025-11', to: '2026-10' } })
    expect(october(figures)).toBe(9)
    expect(figures.byCategory.map(({ cases }) => cases)).toEqual([null, null])
    expect(figures.byOutcome.find(({ outcome }) => outcome === 'substantiated')?.cases).toBe(7)
  })

  it('counts as late what is overdue without an answer, so silence does not look punctual', async () => {
    const { receiveMany, shown, goOn } = await aPublicOffice()
    await receiveMany(6, () => aComplaintIn('answered'))
    await receiveMany(6)
    expect((await shown()).inTimePercent).toBe(100)
    goOn(60)
    const december = await shown()
    expect(december.inTimePercent).toBe(50)
  })

  it('says nothing of a handful', async () => {
    const { receiveMany, shown } = await aPublicOffice()
    await receiveMany(4)
    const figures = await shown()
    expect(figures).toMatchObject({ total: null, inTimePercent: null })
    expect(october(figures)).toBeNull()
  })

  it('stands still through the day and until five cases differ, so that nobody watches one come', async () => {
    const { receiveMany, shown, goOn } = await aPublicOffice()
    await receiveMany(6)
    expect(october(await shown())).toBe(6)
    await receiveMany(4)
    goOn(1)
    expect(october(await shown())).toBe(6)
    await receiveMany(1)
    expect(october(await shown())).toBe(6)
    goOn(1)
    const figures = await shown()
    expect([october(figures), figures.asOf]).toEqual([11, '2026-11-25'])
  })

  it('tells nothing by the difference of two days, in no number and no rest of a list, whatever happens meanwhile', () => {
    const codes = ['maladministration', 'illegal_levy', 'corruption', 'service']
    const months = ['2026-08', '2026-09', '2026-10']
    let seen = 0
    for (let seed = 0; seed < 40; seed++) {
      const dice = diceOf(seed)
      const tallies: Tally[] = []
      let before: PublicStatistics | null = null
      let counted = { received: 0, answered: 0, late: 0 }
      for (let day = 0; day < 60; day++) {
        for (let comes = dice(4); comes > 0; comes--) {
          const [when, category] = [oneOf(dice, months), oneOf(dice, dice(3) ? codes.slice(0, 2) : codes)]
          tallies.push({ when, category, what: dice(2) ? '-' : `${oneOf(dice, outcomes)}/in_time`, cases: 1 })
        }
        // One is answered, corrected or taken back.
        const old = dice(tallies.length + 1)
        const one = tallies[old]
        if (one) tallies[old] = { ...one, category: oneOf(dice, codes), what: `${oneOf(dice, outcomes)}/late` }
        if (dice(3) === 0) tallies.splice(dice(tallies.length + 1), 1)
        const today = '2026-11-24' as Day
        const fresh = shownOf(tallies, { from: '2026-08', to: '2026-10' }, codes, today, { inTime: 0, late: 0 })
        if (before && !isNews(counted, fresh.counted)) continue
        const shown = keepSteady(before, fresh.shown)
        if (before) {
          for (const [was, is] of stepsBetween(before, shown)) {
            const step = Math.abs(is - was)
            expect(step === 0 || step >= 5, `seed ${seed}, day ${day}: ${was} to ${is}`).toBe(true)
            seen += step
          }
        }
        before = shown
        counted = { late: 0, ...fresh.counted }
      }
    }
    expect(seen).toBeGreaterThan(1_000)
  })

  it('leaves out what is kept from somebody, who could tell it from their own count', async () => {
    const { receiveMany, shown } = await aPublicOffice()
    await receiveMany(6)
    const guard = { marks: ['tanda' as GuardMark], steward: null }
    await receiveMany(5, () => ({ ...aComplaint(), guard }))
    expect(october(await shown())).toBe(6)
  })
})
