import { describe, expect, it } from 'vitest'
import { object, rate, withdraw, writeToOffice } from '../../../service/case/reporter-acts.ts'
import type { Complaint } from '../../../service/case/shape/complaint.ts'
import { type Notice, newNotice } from '../../../service/case/shape/notice.ts'
import { pauseClocks, resumeClocks } from '../../../service/desk/clocks.ts'
import { answer, verify } from '../../../service/desk/decisions.ts'
import { standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import { factsOf } from '../../../service/register/facts/case-facts.ts'
import { idBefore, idOf, periodOf } from '../../../service/register/reports/evaluation.ts'
import { indicatorsOf, measureEvaluation } from '../../../service/register/reports/evaluation-measures.ts'
import { aComplaint, aMoment, head, verifier } from '../../support/a-complaint.ts'

const measured = (cases: readonly Complaint[], daysLater = 60) => {
  const measure = measureEvaluation(standardCalendar, aMoment(daysLater).at)
  for (const one of cases) measure.take(factsOf(one, (text) => text))
  return measure.figures()
}

const answeredAfter = (days: number) =>
  answer(
    verify(aComplaint(), undefined, 'open', verifier, aMoment(1)),
    { outcome: 'substantiated', text: 'Sudah kami perbaiki.' },
    head,
    aMoment(days),
  )

describe('four months', () => {
  it('begin in January, May and September', () => {
    expect(periodOf('2026-3')).toEqual({ from: '2026-09', to: '2026-12' })
    expect([idOf('2026-01'), idOf('2026-04'), idOf('2026-05'), idOf('2026-12')]).toEqual([
      '2026-1',
      '2026-1',
      '2026-2',
      '2026-3',
    ])
    expect([idBefore('2026-3'), idBefore('2026-1')]).toEqual(['2026-2', '2025-3'])
  })
})

describe('what an office did with the complaints of four months', () => {
  it('is told by the middle of its waits and by shares of what there was', () => {
    const rated = rate(answeredAfter(2), { stars: 2, solved: false, text: undefined }, aMoment(3))
    const objected = object(answeredAfter(5), 'Belum saya terima.', aMoment(6))
    const figures = measured([rated, objected, answeredAfter(30), aComplaint()])
    expect(figures).toMatchObject({
      received: 4,
      answered: 3,
      open: 2,
      late: 2,
      toVerification: { days: 1, of: 3, undone: 1 },
      toAnswer: { days: 5, of: 3, undone: 1 },
      // The fourth was never verified, which is late too.
      inTime: { part: 2, of: 4 },
      objected: { part: 1, of: 3 },
      rated: { part: 1, of: 3 },
      lowRated: { part: 1, of: 1 },
      unsolved: { part: 1, of: 1 },
      borneOut: { part: 3, of: 3 },
      byCategory: { maladministration: 4 },
      byOutcome: { substantiated: 3 },
    })
  })

  it('counts a message of a reporter as answered when the office wrote within seven days', () => {
    const asked = (days: number) => writeToOffice(answered(), { text: 'Kapan?', completes: false }, aMoment(days))
    const answered = () => verify(aComplaint(), undefined, 'open', verifier, aMoment(1))
    const inTime = answer(asked(2), { outcome: 'clarified', text: 'Besok.' }, head, aMoment(8))
    const tooLate = answer(asked(2), { outcome: 'clarified', text: 'Besok.' }, head, aMoment(12))
    expect(measured([inTime, tooLate]).messagesAnswered).toEqual({ part: 1, of: 2 })
    expect(measured([asked(2)], 5).messagesAnswered).toEqual({ part: 0, of: 0 })
  })

  it('counts neither a withdrawal as a verification, nor an open case that is still in time', () => {
    const withdrawn = withdraw(aComplaint(), undefined, { kind: 'reporter' }, aMoment(1))
    expect(measured([withdrawn], 60)).toMatchObject({
      toVerification: { days: null, of: 0, undone: 0 },
      inTime: { part: 0, of: 0 },
    })
    expect(measured([aComplaint()], 1)).toMatchObject({
      toVerification: { days: null, of: 0, undone: 1 },
      inTime: { part: 0, of: 0 },
    })
  })

  it('counts the cases whose count staff stopped, also after it went on', () => {
    const paused = pauseClocks(aComplaint(), { reason: 'Menunggu laboratorium.', as: 'staff' }, verifier, aMoment(1))
    const over = resumeClocks(paused, verifier, aMoment(2))
    expect(measured([paused, over, aComplaint()], 2).paused).toEqual({ part: 2, of: 3 })
  })

  it('counts a notice as sent only when somebody outside took it', () => {
    const withStates = (...states: readonly Notice['state'][]): Complaint => {
      const complaint = aComplaint()
      return {
        ...complaint,
        notices: states.map((state, at) => ({ ...newNotice(`n-${at}`, 'message', complaint.receivedAt), state })),
      }
    }
    const figures = measured([withStates('kept', 'kept', 'failed', 'unreachable', 'pending', 'printing')])
    expect(figures).toMatchObject({ noticesSent: { part: 0, of: 4 }, noticesArrived: { part: 0, of: 0 } })
    expect(measured([withStates('sent', 'delivered', 'read', 'kept')])).toMatchObject({
      noticesSent: { part: 3, of: 4 },
      noticesArrived: { part: 2, of: 3 },
    })
  })

  it('says nothing where there was nothing, and warns of few', () => {
    const none = measured([])
    const some = measured([answeredAfter(3)])
    const find = (name: string) => indicatorsOf(some, none).find((one) => one.name === name)
    expect(find('toAnswer')).toMatchObject({ now: { value: 3, of: 1 }, before: { value: null, of: 0 }, change: null })
    expect(indicatorsOf(some, some).find(({ name }) => name === 'inTime')).toMatchObject({
      unit: 'percent',
      change: 'same',
      isOfFew: true,
    })
  })
})
