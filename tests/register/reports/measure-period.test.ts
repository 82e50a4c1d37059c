import { describe, expect, it } from 'vitest'
import type { Complaint } from '../../../service/case/shape/complaint.ts'
import { standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import { factsOf } from '../../../service/register/facts/case-facts.ts'
import { atRank, measurePeriod } from '../../../service/register/reports/measure-period.ts'
import { measuresOf } from '../../../service/register/reports/period-measures.ts'
import { aComplaint, aMoment } from '../../support/a-complaint.ts'
import { answeredAfter, aTroubledMonth } from '../../support/a-troubled-month.ts'

function measured(...cases: readonly Complaint[]) {
  const measure = measurePeriod(standardCalendar, aMoment(60).at)
  for (const one of cases) measure.take(factsOf(one, (text) => text))
  return measure.figures()
}

const at = (place: string, category = 'maladministration'): Complaint => {
  const complaint = aComplaint({ category })
  return { ...complaint, dossier: { ...complaint.dossier, place } }
}

const waits = (...days: readonly number[]) =>
  days.reduce((counts, one) => counts.set(one, (counts.get(one) ?? 0) + 1), new Map<number, number>())

describe('nine of ten', () => {
  it.each([
    [[], null],
    [[4], 4],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 30], 9],
    [[30, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 1],
    [[30, 20, 1, 1, 1, 1, 1, 1, 1, 1], 20],
  ])('of %j waited at most %s days', (days, most) => {
    expect(atRank(waits(...days), 0.9)).toBe(most)
  })

  it('and half of them are said in days that somebody really waited', () => {
    expect(atRank(waits(1, 2, 9), 0.5)).toBe(2)
    expect(atRank(waits(1, 9), 0.5)).toBe(1)
  })
})

describe('the figures of a period', () => {
  it('say of a wait how many still wait, beside the middle and the ninetieth of those who do not', () => {
    const { waits, counts } = measured(answeredAfter(2), answeredAfter(9), answeredAfter(3), aComplaint())
    expect(waits.answer).toEqual({ median: 3, ninetieth: 9 })
    expect(counts).toMatchObject({ received: 4, answered: 3, unanswered: 1, unverified: 1 })
  })

  it('of a month in which everything went wrong once are these, and those of nothing are none', () => {
    const found = measured(...Object.values(aTroubledMonth()))
    const values = measuresOf(found, measured()).map(({ name, now, before }) => [
      name,
      now.value,
      now.part?.cases ?? now.ninetieth,
      now.of.cases,
      before.value,
    ])
    expect(values).toEqual([
      ['verification', 1, 1, 13, null],
      ['response', 1, 1, 14, null],
      ['handling', 3, 39, 7, null],
      ['answer', 4, 40, 7, null],
      ['close', 6, 6, 1, null],
      ['in_time', 42, 5, 12, null],
      ['paused', 6, 1, 16, null],
      ['extended', 6, 1, 16, null],
      ['completion_asked', 6, 1, 16, null],
      ['objected', 40, 4, 10, null],
      ['reopened', 20, 2, 10, null],
      ['rated', 29, 2, 7, null],
      ['low_rated', 50, 1, 2, null],
      ['unsolved', 50, 1, 2, null],
      ['borne_out', 71, 5, 7, null],
      ['improved', 0, 0, 5, null],
      ['call_unsolved', null, 0, 0, null],
    ])
    expect(found.averageStars).toBe(3.5)
    expect(found.byChannel).toEqual([{ channel: 'web_widget', cases: 16 }])
    expect(measured()).toMatchObject({ averageStars: null, recurring: [], byChannel: [], byCategory: [] })
  })

  it('name a place once three complaints of a kind name it, however it is spaced and written', () => {
    const three = [at('Loket 2'), at('loket  2'), at(' LOKET 2 ')]
    const { recurring } = measured(...three, at('Loket 2', 'corruption'), at('Parkir'), at('Parkir'))
    expect(recurring).toMatchObject([{ category: 'maladministration', cases: 3 }])
  })
})
