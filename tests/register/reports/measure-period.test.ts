import { describe, expect, it } from 'vitest'
import { rate } from '../../../service/case/reporter-acts.ts'
import type { Complaint } from '../../../service/case/shape/complaint.ts'
import { answer } from '../../../service/desk/answer-complaint.ts'
import { decideObjection } from '../../../service/desk/decide-objection.ts'
import { verify } from '../../../service/desk/verify-complaint.ts'
import { object } from '../../../service/following/object-to-answer.ts'
import { standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import { measurePeriod, nineOfTen } from '../../../service/register/reports/measure-period.ts'
import { reportPeriod } from '../../../service/register/reports/report-period.ts'
import { aComplaint, aMoment, head, officer, verifier } from '../../support/a-complaint.ts'
import { aDesk, staffWith } from '../../support/a-desk.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const measured = (...cases: readonly Complaint[]) =>
  measurePeriod(
    (async function* () {
      yield* cases
    })(),
    standardCalendar,
    aMoment(60).at,
  )

const answeredAfter = (days: number) =>
  answer(
    verify(aComplaint(), undefined, 'open', verifier, aMoment(1)),
    { outcome: 'substantiated', text: 'Sudah kami perbaiki.' },
    head,
    aMoment(days),
  )

const at = (place: string, category = 'maladministration'): Complaint => {
  const complaint = aComplaint({ category })
  return { ...complaint, dossier: { ...complaint.dossier, place } }
}

describe('nine of ten', () => {
  it.each([
    [[], null],
    [[4], 4],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 30], 9],
    [[30, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 1],
    [[30, 20, 1, 1, 1, 1, 1, 1, 1, 1], 20],
  ])('of %j waited at most %s days', (days, most) => {
    expect(nineOfTen(days)).toBe(most)
  })
})

describe('the figures of a period', () => {
  it('say how long nine of ten waited, how many came back, and what they thought of it', async () => {
    const objected = object(answeredAfter(3), 'Belum selesai.', aMoment(4))
    const upheld = decideObjection(objected, { upheld: true, text: 'Benar.' }, officer('lain', 'Lain'), aMoment(5))
    const rated = rate(answeredAfter(9), { stars: 2, solved: false, text: undefined }, aMoment(10))
    expect(await measured(upheld, rated, answeredAfter(2), aComplaint())).toMatchObject({
      received: 4,
      nineOfTen: 9,
      reopened: { part: 1, of: 3 },
      averageStars: 2,
      byChannel: [{ channel: 'web_widget', cases: 4 }],
    })
  })

  it('name a place once three complaints of a kind name it, however it is spaced and written', async () => {
    const three = [at('Loket 2'), at('loket  2'), at(' LOKET 2 ')]
    const { recurring } = await measured(...three, at('Loket 2', 'corruption'), at('Parkir'), at('Parkir'))
    expect(recurring).toEqual([{ place: 'Loket 2', category: 'maladministration', cases: 3 }])
  })

  it('are none where there was nothing', async () => {
    expect(await measured()).toMatchObject({ nineOfTen: null, averageStars: null, recurring: [], byChannel: [] })
  })
})

describe('the report on a period', () => {
  const november = { from: '2026-11', to: '2026-11' } as const

  it('is for everybody who reads cases, on those that they see, and on no other unit', async () => {
    const desk = await aDesk()
    await desk.receive(aComplaint())
    await desk.receive(aComplaint(), dinas)
    const tenant = await desk.ports.tenants.get(organisasi)
    const report = (role: 'case_handler' | 'verifier' | 'tenant_admin') =>
      reportPeriod(desk.ports, staffWith([role]), tenant, november)
    expect(await report('case_handler')).toMatchObject({
      figures: { received: 1 },
      before: { received: 0 },
      isPartial: false,
    })
    expect((await report('verifier')).figures.received).toBe(1)
    expect(await laterRefusalOf(report('tenant_admin'))).toBe('staff/not-permitted')
  })

  it('is refused for months that have not begun, run backwards, or are too many', async () => {
    const desk = await aDesk()
    const tenant = await desk.ports.tenants.get(organisasi)
    for (const [from, to] of [
      ['2026-12', '2026-12'],
      ['2026-11', '2026-10'],
      ['2025-10', '2026-10'],
    ] as const)
      expect(await laterRefusalOf(reportPeriod(desk.ports, staffWith(['verifier']), tenant, { from, to }))).toBe(
        'report/no-period',
      )
  })
})
