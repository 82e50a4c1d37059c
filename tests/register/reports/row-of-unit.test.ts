import { expect, it } from 'vitest'
import { rowOfUnit, SMALLEST_SHOWN } from '../../../admin/register/statistics/units-figures.ts'
import type { ReportView } from '../../../service/contract/figures.ts'
import { SMALLEST_SHOWN as ofService } from '../../../service/register/reports/public-statistics.ts'

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
