import { describe, expect, it } from 'vitest'
import { accept } from '../../../service/case/reporter-acts.ts'
import { resumeClocks } from '../../../service/desk/clocks.ts'
import { dayNumberOf, standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import type { FigureName } from '../../../service/offices/report-figures.ts'
import { countBacklog, factsOf, figureTests } from '../../../service/register/facts/case-facts.ts'
import { parseDay } from '../../../service/shared/instant.ts'
import { aComplaintIn, aMoment, verifier } from '../../support/a-complaint.ts'
import { aTroubledMonth } from '../../support/a-troubled-month.ts'

const month = aTroubledMonth()
type Name = keyof typeof month
const names = Object.keys(month) as Name[]
const hash = (text: string) => `sidik dari ${text}`

const countedBy = (figure: FigureName, daysLater = 60): Name[] =>
  names.filter((name) => figureTests[figure](factsOf(month[name], hash), aMoment(daysLater).at))

describe('what a figure counts', () => {
  it('is late while a date of the office has passed, verified or not, and is not while staff hold the count', () => {
    expect(countedBy('late', 1)).toEqual([])
    expect(countedBy('late')).toEqual(['waiting', 'handled', 'extended', 'objected', 'reopened'])
    expect(countedBy('unverified')).toEqual(['waiting', 'incomplete'])
  })

  it('is in time only with an answer that stands, none of whose rounds was late', () => {
    expect(countedBy('in_time')).toEqual(['inTime', 'inTimeRated', 'lowRated', 'rejected', 'answeredAgain'])
    expect(countedBy('out_of_time')).toEqual([
      'waiting',
      'handled',
      'extended',
      'late',
      'objected',
      'reopened',
      'declinedLate',
    ])
  })

  it('is answered no longer while it is handled again', () => {
    expect(countedBy('answered')).not.toContain('reopened')
    expect(countedBy('answered')).toContain('answeredAgain')
    expect(countedBy('unanswered')).toContain('reopened')
    expect(countedBy('decided')).toContain('reopened')
  })

  it('tells what reporters did not accept, and what was taken up again', () => {
    expect(countedBy('objected')).toEqual(['objected', 'rejected', 'reopened', 'answeredAgain'])
    expect(countedBy('reopened')).toEqual(['reopened', 'answeredAgain'])
    expect(countedBy('low_rated')).toEqual(['lowRated'])
    expect(countedBy('unsolved')).toEqual(['lowRated'])
    expect(countedBy('rated')).toEqual(['inTimeRated', 'lowRated'])
  })

  it('tells what staff did to the dates, also after the count went on', () => {
    expect(countedBy('paused')).toEqual(['paused'])
    expect(figureTests.paused(factsOf(resumeClocks(month.paused, verifier, aMoment(3)), hash), aMoment(4).at)).toBe(
      true,
    )
    expect(countedBy('extended')).toEqual(['extended'])
    expect(countedBy('completion_asked')).toEqual(['incomplete'])
  })

  it('counts no withdrawal as a verification', () => {
    expect(countedBy('verified')).not.toContain('withdrawn')
    expect(countedBy('unverified')).not.toContain('withdrawn')
  })
})

describe('the facts of a case', () => {
  it('say neither what the reporter wrote nor where it was, but whether two places are one', () => {
    const [one, other] = [factsOf(month.inTime, hash), factsOf(month.lowRated, hash)]
    expect(one.place).toBe(other.place)
    expect(JSON.stringify(factsOf(month.inTime, () => 'x'.repeat(43)))).not.toMatch(/Berkas|Loket|Nama/)
  })

  it('leave the desk with the answer, and not again with the end of the objection window', () => {
    const closed = accept(aComplaintIn('answered'), aMoment(12))
    expect(factsOf(closed, hash).leftAt).toBe(aMoment().at)
    expect(factsOf(month.reopened, hash).leftAt).toBeUndefined()
  })
})

describe('the backlog', () => {
  it('falls with an answer only, and a case that is handled again was open all along', () => {
    const [from, to] = ['2026-11-22', '2026-11-30'].map((day) => dayNumberOf(parseDay(day))) as [number, number]
    const backlog = countBacklog(from, to, standardCalendar)
    for (const name of ['waiting', 'inTime', 'reopened', 'late'] as const) backlog.take(factsOf(month[name], hash))
    expect(backlog.days().map(({ cases }) => cases)).toEqual([0, 4, 4, 4, 3, 3, 3, 3, 3])
  })

  it('counts what came long before, until it was left', () => {
    const [from, to] = ['2026-12-30', '2027-01-03'].map((day) => dayNumberOf(parseDay(day))) as [number, number]
    const backlog = countBacklog(from, to, standardCalendar)
    for (const name of ['waiting', 'inTime', 'late'] as const) backlog.take(factsOf(month[name], hash))
    expect(backlog.days().map(({ cases }) => cases)).toEqual([2, 2, 2, 1, 1])
  })
})
