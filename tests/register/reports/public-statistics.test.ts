import { describe, expect, it } from 'vitest'
import type { Tally } from '../../../service/case/store/complaint-tallies.ts'
import type { GuardMark } from '../../../service/offices/staff/permissions.ts'
import { outcomes } from '../../../service/offices/vocabulary.ts'
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
import type { Day, Instant } from '../../../service/shared/instant.ts'
import { aComplaint, aComplaintIn } from '../../support/a-complaint.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { diceOf, oneOf } from '../../support/dice.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { organisasi } from '../../support/two-units.ts'

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
