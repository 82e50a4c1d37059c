import { describe, expect, it } from 'vitest'
import { rowOfUnit, SMALLEST_SHOWN } from '../../../admin/register/statistics/units-figures.ts'
import { timelinessOf } from '../../../service/case/retention.ts'
import type { ReportView } from '../../../service/contract/figures.ts'
import { SMALLEST_SHOWN as ofService } from '../../../service/register/reports/public-statistics.ts'
import { type StatisticsChoice, unitStatistics } from '../../../service/register/reports/unit-statistics.ts'
import { type Instant, plusMilliseconds } from '../../../service/shared/instant.ts'
import { aComplaint, aComplaintIn, mondayAtTen } from '../../support/a-complaint.ts'
import { staffWith } from '../../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../../support/a-guarded-office.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const MONTH = 31 * 86_400_000

async function anOffice() {
  const office = await anOfficeOf({
    kepala: { roles: ['unit_head'] },
    pengamat: { roles: ['observer'] },
    petugas: { roles: ['case_handler'] },
    terbatas: { roles: ['observer'], limits: { observer: ['illegal_levy'] } },
    ganda: { roles: ['observer', 'case_handler'], limits: { case_handler: ['illegal_levy'] } },
  })
  const tenant = await office.ports.tenants.get(organisasi)
  return {
    ...office,
    receiveMany: async (count: number, complaint: () => ReturnType<typeof aComplaint>) => {
      for (let one = 0; one < count; one++) await office.receive(complaint())
    },
    numbersFor: async (who: string, choice?: StatisticsChoice) =>
      unitStatistics(office.ports, await office.member(who), tenant, choice),
  }
}
const cell = <Line extends { readonly cases: number | null }>(lines: readonly Line[], is: (line: Line) => boolean) =>
  lines.find(is)?.cases

describe('the figures of a unit', () => {
  it('are whole for its head, who reads the cases anyway', async () => {
    const { receiveMany, numbersFor } = await anOffice()
    await receiveMany(2, aComplaint)
    await receiveMany(1, () => aComplaintIn('answered'))
    const { byStatus, inflow, ...figures } = await numbersFor('kepala')
    expect(figures).toMatchObject({ hidesSmall: false, total: 3, overdue: 0, inTimePercent: 100 })
    expect(cell(byStatus, ({ status }) => status === 'received')).toBe(2)
    expect(inflow).toHaveLength(12)
    expect(inflow.at(-1)).toEqual({ from: '2026-11-01', to: '2026-11-30', cases: 3 })
    expect(inflow[0]).toEqual({ from: '2025-12-01', to: '2025-12-31', cases: 0 })
  })

  it('hide small counts from an observer, and round the share', async () => {
    const { receiveMany, numbersFor } = await anOffice()
    await receiveMany(6, () => aComplaintIn('answered'))
    await receiveMany(9, aComplaint)
    await receiveMany(2, () => aComplaintIn('declined'))
    const { byStatus, ...figures } = await numbersFor('pengamat')
    expect(figures).toMatchObject({ hidesSmall: true, total: 17, overdue: 0, inTimePercent: 100 })
    expect(cell(byStatus, ({ status }) => status === 'received')).toBe(9)
    expect(cell(byStatus, ({ status }) => status === 'declined')).toBeNull()
    expect(cell(byStatus, ({ status }) => status === 'answered')).toBeNull()
    expect(cell(byStatus, ({ status }) => status === 'closed')).toBe(0)
  })

  it('put older months together for an observer, by the unit’s own time', async () => {
    const { receive, numbersFor } = await anOffice()
    // Half past midnight on the first of October at the office is the thirtieth of September in Greenwich.
    const late = '2026-09-30T17:30:00.000Z' as Instant
    for (let one = 0; one < 5; one++) await receive({ ...aComplaint(), receivedAt: late, receivedDay: '2026-10-01' })
    const ago = plusMilliseconds(mondayAtTen, -14 * MONTH)
    for (let one = 0; one < 5; one++) await receive({ ...aComplaint(), receivedAt: ago, receivedDay: ago.slice(0, 10) })
    const { inflow } = await numbersFor('pengamat')
    expect(cell(inflow, ({ to }) => to === '2026-10-31')).toBe(5)
    expect(cell(inflow, ({ from }) => from === null)).toBe(5)
    expect((await numbersFor('kepala')).total).toBe(5)
  })

  it('are told apart by channel, outcome, stars and age, each list of the same cases', async () => {
    const { receive, goOn, numbersFor } = await anOffice()
    await receive({ ...aComplaint(), channel: 'letter' })
    await receive(aComplaintIn('in_progress'))
    const rating = { stars: 2, solved: false, text: 'Belum.' }
    await receive(aComplaintIn('closed', { dossier: { rating } }))
    goOn(10)
    const figures = await numbersFor('kepala')
    const told = (lines: readonly { readonly cases: number | null }[]) => lines.filter(({ cases }) => cases)
    expect(figures).toMatchObject({ total: 3, open: 2, inTime: 1, late: 0, averageStars: 2, inflowBy: 'month' })
    expect(told(figures.byChannel)).toEqual([
      { channel: 'web_widget', cases: 2 },
      { channel: 'letter', cases: 1 },
    ])
    expect(told(figures.byOutcome)).toEqual([{ outcome: 'substantiated', cases: 1 }])
    expect(told(figures.byStars)).toEqual([{ stars: 2, cases: 1 }])
    expect(told(figures.byAge)).toEqual([{ from: '2026-11-19', to: '2026-11-25', days: 14, cases: 2 }])
  })

  it('are those of a period and a category, by weeks where it is short, with what was before it', async () => {
    const { receive, goOn, numbersFor } = await anOffice()
    await receive(aComplaintIn('answered'))
    await receive({ ...aComplaint(), category: 'illegal_levy' })
    const september = '2026-09-15T03:00:00.000Z' as Instant
    await receive({ ...aComplaint(), receivedAt: september, receivedDay: '2026-09-15' })
    goOn(10)
    const { inflow, ...figures } = await numbersFor('kepala', {
      from: '2026-11',
      to: '2026-11',
      category: 'maladministration',
    })
    expect(figures).toMatchObject({ total: 1, inflowBy: 'week', before: { total: 0, inTimePercent: null } })
    expect(inflow.map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-01', '2026-11-01'],
      ['2026-11-02', '2026-11-08'],
      ['2026-11-09', '2026-11-15'],
      ['2026-11-16', '2026-11-22'],
      ['2026-11-23', '2026-11-29'],
      ['2026-11-30', '2026-11-30'],
    ])
    expect(inflow.map(({ cases }) => cases)).toEqual([0, 0, 0, 0, 1, 0])
  })

  it('are not chosen among by an observer, who could work out what is hidden', async () => {
    const { numbersFor } = await anOffice()
    for (const choice of [{ from: '2026-11', to: '2026-11' }, { category: 'illegal_levy' }]) {
      expect(await laterRefusalOf(numbersFor('pengamat', choice))).toBe('staff/not-permitted')
    }
  })

  it('cannot be compared with cases that somebody reads to count the few that they do not', async () => {
    const { receiveMany, numbersFor } = await anOffice()
    await receiveMany(6, () => ({ ...aComplaint(), category: 'illegal_levy' }))
    await receiveMany(1, aComplaint)
    const { byStatus, byCategory, total, open } = await numbersFor('ganda')
    expect([total, open, cell(byStatus, ({ status }) => status === 'received')]).toEqual([null, null, null])
    expect(cell(byCategory, ({ category }) => category === 'illegal_levy')).toBe(6)
    expect(cell(byCategory, ({ category }) => category === aComplaint().category)).toBeNull()
    await receiveMany(4, aComplaint)
    expect(await numbersFor('ganda')).toMatchObject({ total: 11, open: 11 })
  })

  it('leave out what is kept from whoever reads them, and categories that are not theirs', async () => {
    const office = await anOffice()
    await aGuardedCase(office, 'kepala')
    await office.receive(aComplaint())
    expect(await office.numbersFor('kepala')).toMatchObject({ total: 1 })
    expect(await office.numbersFor('terbatas')).toMatchObject({ total: 0 })
  })

  it('count what is overdue now', async () => {
    const office = await anOffice()
    await office.receive(aComplaint())
    office.goOn(31)
    expect(await office.numbersFor('kepala')).toMatchObject({ overdue: 1 })
  })

  it('are refused to who has no permission for them, and are those of one’s own unit', async () => {
    const office = await anOffice()
    await office.receive(aComplaint())
    expect(await laterRefusalOf(office.numbersFor('petugas'))).toBe('staff/not-permitted')
    const tenant = await office.ports.tenants.get(dinas)
    expect(await unitStatistics(office.ports, staffWith(['unit_head'], dinas), tenant)).toMatchObject({ total: 0 })
  })
})

describe('an answer', () => {
  it('is late when its handling clock had run out', () => {
    const answered = aComplaintIn('answered')
    const ranOut = answered.clocks.map((clock) => ({ ...clock, dueAt: plusMilliseconds(mondayAtTen, -1) }))
    expect(timelinessOf(answered)).toBe('in_time')
    expect(timelinessOf({ ...answered, clocks: ranOut })).toBe('late')
    expect(timelinessOf(aComplaintIn('in_progress'))).toBeNull()
  })
})

const counted = (cases: number) => ({ figure: 'received', cases }) as const

function aReport({ received = 40, timed = 20, inTime = 75, late = 6, open = 9, earlier = 0 } = {}): ReportView {
  const now = { value: inTime, ninetieth: null, part: counted(15), of: counted(timed), undone: null }
  const measure = { name: 'in_time', unit: 'percent', now, before: now, change: null, isOfFew: false } as const
  const months = { from: '2026-11', to: '2026-11' }
  return {
    ...{ period: months, periodBefore: months, measuredAt: '2026-11-24T03:00:00.000Z', isPartial: false },
    received: { now: counted(received), before: counted(0) },
    ...{ open: counted(open), late: counted(late), averageStars: { now: null, before: null }, measures: [measure] },
    standing: { open, late, lateEarlier: earlier, byAge: [] },
    inTimePercent: { now: inTime, before: null },
    ...{ inflow: [], inflowBy: 'day', byStatus: [], byStars: [] },
    ...{ backlog: [], byCategory: [], byChannel: [], byOutcome: [], recurring: [], byLabel: [], leftOut: [] },
  }
}

it('shows a unit in four numbers', () => {
  expect(rowOfUnit(aReport())).toEqual({ received: 40, inTime: 75, late: 6, open: 9 })
})

it('shows no number that could point at somebody, but none at all is shown', () => {
  expect(rowOfUnit(aReport({ received: 4, timed: 4, late: 1, open: 0 }))).toEqual({
    received: null,
    inTime: null,
    late: null,
    open: 0,
  })
})

it('hides what the public figures hide', () => {
  expect(SMALLEST_SHOWN).toBe(ofService)
})
