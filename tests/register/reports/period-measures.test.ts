import { describe, expect, it } from 'vitest'
import type { Complaint } from '../../../service/case/shape/complaint.ts'
import { matterFields } from '../../../service/case/shape/story-fields.ts'
import { answer, verify } from '../../../service/desk/decisions.ts'
import { standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import { figureNames } from '../../../service/offices/report-figures.ts'
import type { StaffMember } from '../../../service/offices/staff/permissions.ts'
import { type IntakeChannel, intakeChannels } from '../../../service/offices/vocabulary.ts'
import { factsOf } from '../../../service/register/facts/case-facts.ts'
import { isOfWeek, ownFigures, ownWeek } from '../../../service/register/own-work.ts'
import { listRegister, type RegisterRequest } from '../../../service/register/register.ts'
import { composePeriod } from '../../../service/register/reports/compose-period.ts'
import { type EvaluationOffice, readEvaluation } from '../../../service/register/reports/evaluation.ts'
import { atRank, measurePeriod } from '../../../service/register/reports/measure-period.ts'
import { measuresOf } from '../../../service/register/reports/period-measures.ts'
import { daysOfMonth, type Period, reportPeriod } from '../../../service/register/reports/period-report.ts'
import { periodWorkbook } from '../../../service/register/reports/period-workbook.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { aComplaint, aComplaintIn, aMoment, head, verifier } from '../../support/a-complaint.ts'
import { aDesk, type Desk, staffWith } from '../../support/a-desk.ts'
import { answeredAfter, aTroubledMonth } from '../../support/a-troubled-month.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { anImprovedCase } from '../../support/staff-acts.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const november: Period = { from: '2026-11', to: '2026-11' }

const reportAt = async ({ ports }: Desk, staff: StaffMember, period = november, category?: string) =>
  reportPeriod(ports, staff, await ports.tenants.get(organisasi), period, category)

const reader = staffWith(['case_handler'])

/** All numbers that the register lists for a filter, page by page, and how many it says there are. */
async function listed({ ports }: Desk, filter: Partial<RegisterRequest>, staff = reader) {
  const numbers: string[] = []
  let cursor: string | undefined
  let total: number | null = null
  do {
    const page = await listRegister(ports, staff, { sort: 'received_desc', limit: 3, ...filter, cursor })
    numbers.push(...page.items.map(({ id }) => id))
    total = page.total
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(new Set(numbers).size).toBe(numbers.length)
  return { rows: numbers.length, total, numbers }
}

async function anOfficeInTrouble() {
  const desk = await aDesk()
  const received: Complaint[] = []
  for (const one of Object.values(aTroubledMonth())) received.push(await desk.receive(one))
  desk.goOn(60)
  return { desk, received }
}

describe('each figure', () => {
  it('opens just as many cases in the register as it counts, this time and the time before', async () => {
    const { desk } = await anOfficeInTrouble()
    for (const period of [november, { from: '2026-12', to: '2026-12' }]) {
      const { figures, before, periodBefore } = await reportAt(desk, reader, period)
      for (const [found, { from, to }] of [
        [figures, period],
        [before, periodBefore],
      ] as const) {
        const days = { from: daysOfMonth(from).from, to: daysOfMonth(to).to }
        for (const figure of figureNames) {
          const { rows, total } = await listed(desk, { figure, ...days })
          expect([figure, rows, total]).toEqual([figure, found.counts[figure], found.counts[figure]])
        }
        for (const { category, received } of found.byCategory)
          expect((await listed(desk, { figure: 'received', category, ...days })).rows).toBe(received)
        for (const { channel, cases } of found.byChannel)
          expect((await listed(desk, { figure: 'received', channel, ...days })).rows).toBe(cases)
        for (const { outcome, cases } of found.byOutcome)
          expect((await listed(desk, { figure: 'answered', outcome, ...days })).rows).toBe(cases)
        for (const { place, category, cases } of found.recurring)
          expect((await listed(desk, { place, category, ...days })).rows).toBe(cases)
      }
    }
  })

  it('of the backlog opens what was open on that day, whenever it came', async () => {
    const { desk } = await anOfficeInTrouble()
    for (const { day, cases } of (await reportAt(desk, reader)).backlog)
      expect([day, (await listed(desk, { openOn: day })).rows]).toEqual([day, cases])
    const december = await reportAt(desk, reader, { from: '2026-12', to: '2026-12' })
    expect(december.backlog).toHaveLength(31)
    expect((await listed(desk, { openOn: '2026-12-20' })).rows).toBe(december.backlog[19]?.cases)
  })

  it('is narrowed further by status, words and who reads, and keeps its order', async () => {
    const { desk } = await anOfficeInTrouble()
    const days = { from: '2026-11-01', to: '2026-11-30' }
    expect((await listed(desk, { figure: 'open', status: ['received'], ...days })).rows).toBe(1)
    expect((await listed(desk, { figure: 'received', q: 'berkas', ...days })).rows).toBe(16)
    expect((await listed(desk, { figure: 'received', q: 'selokan', ...days })).rows).toBe(0)
    const oldest = await listed(desk, { figure: 'received', sort: 'received_asc', ...days })
    expect(oldest.numbers).toEqual([...oldest.numbers].sort())
  })

  it('follows each change of a case at once', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    expect((await reportAt(desk, reader)).figures.counts).toMatchObject({ verified: 0, answered: 0 })
    await desk.ports.complaints.change(organisasi, id, (one) =>
      answer(
        verify(one, undefined, 'open', verifier, aMoment(1)),
        { outcome: 'substantiated', text: 'Sudah.' },
        head,
        aMoment(2),
      ),
    )
    expect((await reportAt(desk, reader)).figures.counts).toMatchObject({ verified: 1, answered: 1, unverified: 0 })
  })
})

describe('the own week', () => {
  it('counts what somebody handles, each number just as the register lists it', async () => {
    const desk = await aDesk()
    const month = aTroubledMonth()
    const mine = { ...reader, id: 'saya' as StaffId }
    for (const one of [month.handled, month.inTime, month.late, month.reopened])
      await desk.receive({ ...one, handler: mine.id })
    await desk.receive(month.waiting)
    desk.goOn(5)
    const weekOf = async () => ownWeek(desk.ports, mine, await desk.ports.tenants.get(organisasi))
    const { cases, ...week } = await weekOf()
    expect(cases).toMatchObject({ received: 4, open: 2 })
    for (const figure of ownFigures) {
      const { rows } = await listed(desk, { figure, assignee: 'me', ...(isOfWeek(figure) && week) }, mine)
      expect([figure, rows]).toEqual([figure, cases[figure]])
    }
    const { record } = desk.ports
    for (const [by, detail] of [
      ['saya', 'verify'],
      ['saya', 'verify'],
      ['saya', 'answer'],
      ['lain', 'close'],
    ] as const)
      await record(organisasi, { by, act: 'case.acted', subject: 'BO-2026-000001', detail })
    await record(organisasi, { by: 'saya', act: 'register.read', subject: null, detail: null })
    await record(dinas, { by: 'saya', act: 'case.acted', subject: 'DI-2026-000001', detail: 'decline' })
    expect((await weekOf()).acts).toEqual([
      { act: 'verify', times: 2 },
      { act: 'answer', times: 1 },
    ])
    desk.goOn(60)
    expect((await weekOf()).acts).toEqual([])
    expect((await weekOf()).cases).toMatchObject({ received: 0, open: 2, late: 2 })
  })
})

describe('the report on a period', () => {
  it('is for everybody who reads cases, on those that they see, and on no other unit', async () => {
    const desk = await aDesk()
    await desk.receive(aComplaint())
    await desk.receive(aComplaint(), dinas)
    expect(await reportAt(desk, reader)).toMatchObject({
      figures: { counts: { received: 1 } },
      before: { counts: { received: 0 } },
      isPartial: false,
    })
    expect(await laterRefusalOf(reportAt(desk, staffWith(['tenant_admin'])))).toBe('staff/not-permitted')
  })

  it('is refused for months that have not begun, run backwards, or are too many', async () => {
    const desk = await aDesk()
    for (const [from, to] of [
      ['2026-12', '2026-12'],
      ['2026-11', '2026-10'],
      ['2025-10', '2026-10'],
      ['2026-11-25', '2026-11-24'],
      ['2026-11-31', '2026-11-31'],
      ['2025-11-01', '2026-11-20'],
      ['2026-11-01', '2026-11'],
    ] as const)
      expect(await laterRefusalOf(reportAt(desk, reader, { from, to }))).toBe('report/no-period')
  })

  it('compares each measure with the period before', async () => {
    const { desk } = await anOfficeInTrouble()
    const { figures, before } = await reportAt(desk, reader, { from: '2026-12', to: '2026-12' })
    expect(figures.counts.received).toBe(0)
    expect(measuresOf(figures, before).find(({ name }) => name === 'in_time')?.before).toMatchObject({
      value: 42,
      part: { figure: 'in_time', cases: 5 },
      of: { figure: 'timed', cases: 12 },
    })
  })

  it('names the place of a group as its newest case tells it, and tells which numbers a restore left out', async () => {
    const { desk } = await anOfficeInTrouble()
    const gap = { series: '2026', from: 18, to: 40, asOf: aMoment(1).at, restoredAt: aMoment(2).at }
    await desk.ports.complaints.numberGaps.add({ tenant: organisasi, ...gap })
    const { recurring, leftOut } = await reportAt(desk, reader)
    expect(recurring).toMatchObject([{ name: 'Loket 2', category: 'maladministration', cases: 3 }])
    expect(leftOut).toEqual([{ ...gap, checked: 0 }])
  })

  it('shows what the office changed at the places that recur most, with who answers for it, on paper and in a table', async () => {
    const { desk } = await anOfficeInTrouble()
    const there = Object.fromEntries(
      matterFields.flatMap(({ name, limit }) => (limit === 'place' ? [[name, 'Loket 2']] : [])),
    )
    const { dossier, improvementDue } = anImprovedCase(aComplaintIn('closed', { dossier: there }))
    const improvement = dossier.improvement && { ...dossier.improvement, change: 'Tarif resmi dipasang.' }
    await desk.receive({ ...aComplaintIn('closed', { dossier: { ...there, improvement } }), improvementDue })
    const report = await reportAt(desk, reader)
    const improved = { change: 'Tarif resmi dipasang.', owner: { position: 'Kepala loket' }, checkOn: '2026-11-23' }
    expect(report.recurring).toMatchObject([{ name: 'Loket 2', cases: 4, improvement: improved }])
    expect(report.figures.counts).toMatchObject({ improved: 1, called: 0 })
    const tenant = await desk.ports.tenants.get(organisasi)
    const written = [composePeriod(report, tenant, channelNames), periodWorkbook(report, tenant, channelNames)]
    for (const one of written) {
      for (const words of ['Tarif resmi dipasang.', 'Kepala loket']) expect(JSON.stringify(one)).toContain(words)
    }
    const hidden = await reportAt(desk, { ...reader, limits: new Map([['cases.read', new Set(['corruption'])]]) })
    expect(JSON.stringify(hidden)).not.toContain('Tarif resmi')
  })
})

describe('the evaluation of four months', () => {
  it('opens no case once their facts were taken, however many there are', async () => {
    const { desk, received } = await anOfficeInTrouble()
    const { reads, ports } = countingReads(desk)
    const evaluations = { find: async () => null }
    const logHeads = { find: async () => ({ items: [], nextCursor: null }) }
    const asked = { ...ports, evaluations, logHeads, headSigner: {} } as never as EvaluationOffice
    const head = staffWith(['unit_head'])
    const tenant = await desk.ports.tenants.get(organisasi)
    const first = await readEvaluation(asked, head, tenant, '2026-3')
    expect(first.figures.received).toBe(received.length)
    expect(reads()).toBeGreaterThan(0)
    const openedBy = async () => {
      const before = reads()
      expect((await readEvaluation(asked, head, tenant, '2026-3')).figures).toEqual(first.figures)
      return reads() - before
    }
    // What changed within the last second is looked at once more.
    await expect.poll(openedBy).toBe(0)
  })
})

/** Counts the cases that are opened. */
function countingReads({ ports }: Desk) {
  let opened = 0
  const { complaints } = ports
  const counting: typeof complaints = {
    ...complaints,
    several: async (...asked) => {
      const found = await complaints.several(...asked)
      opened += found.length
      return found
    },
    list: async (...asked) => {
      const page = await complaints.list(...asked)
      opened += page.items.length
      return page
    },
  }
  return { reads: () => opened, ports: { ...ports, complaints: counting } }
}

const channelNames = Object.fromEntries(intakeChannels.map((one) => [one, one])) as Record<IntakeChannel, string>

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
