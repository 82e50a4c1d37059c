import { describe, expect, it } from 'vitest'
import { accept } from '../../../service/case/reporter-acts.ts'
import { resumeClocks } from '../../../service/desk/clocks.ts'
import { dayNumberOf, standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import type { FigureName } from '../../../service/offices/report-figures.ts'
import type { StaffMember } from '../../../service/offices/staff/permissions.ts'
import { type CaseFacts, countBacklog, factsOf, figureTests } from '../../../service/register/facts/case-facts.ts'
import { factsSpec, openFactsStore } from '../../../service/register/facts/facts-store.ts'
import {
  type FactsPage,
  factRows,
  type PackedFacts,
  packFacts,
  rememberPages,
  unpackFacts,
} from '../../../service/register/facts/packed-facts.ts'
import { takeFacts, visibleFacts } from '../../../service/register/facts/take-facts.ts'
import { parseDay } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { withOwnKey } from '../../../service/storage/vault.ts'
import { aComplaint, aComplaintIn, aMoment, verifier } from '../../support/a-complaint.ts'
import { aDesk, type Desk, staffWith } from '../../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../../support/a-guarded-office.ts'
import { aTroubledMonth } from '../../support/a-troubled-month.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const at = (day: number) => aMoment(day).at

/** Each fact that there is, so that a new one is not left behind. */
const whole: { readonly [Name in keyof Required<CaseFacts>]: NonNullable<CaseFacts[Name]> } = {
  ...{ number: 'BO-2026-000001', receivedAt: at(0), category: 'illegal_levy', status: 'closed', channel: 'letter' },
  ...{ handler: 'petugas' as StaffId, guarded: true, verifiedAt: at(1), respondedAt: at(2), answeredAt: at(3) },
  ...{ closedAt: at(4), decided: true, leftAt: at(5), dueAt: at(6), missed: true, outcome: 'substantiated', stars: 4 },
  ...{ unsolved: true, objected: true, reopened: true, paused: true, extended: true, completionAsked: true },
  ...{ place: 'hash', improvedAt: at(7), called: 'unsolved', delayExplained: true, labels: ['a', 'b'] },
  ...{ declared: true, declaredConcerned: true },
  ...{ notices: [3, 2, 1], messages: [[at(1), null]] },
}
const bare = (number: string, receivedAt = at(0)): CaseFacts => ({
  ...{ number, receivedAt, category: 'other', status: 'received', channel: 'web_widget' },
})

const pageOf = (...cases: CaseFacts[]): FactsPage =>
  Object.fromEntries(cases.map((facts) => [facts.number, { changedAt: 7, facts, shape: 4 }]))

describe('packed facts', () => {
  it('come back as they were, those of an old register and of an earlier shape too', () => {
    const page: FactsPage = {
      ...pageOf(whole, bare('BO-2026-000002')),
      'BO-2026-000003': { changedAt: 9, facts: null, shape: 4 },
      'BO-2026-000004': { changedAt: 11, facts: bare('BO-2026-000004') },
    }
    expect(unpackFacts(JSON.parse(JSON.stringify(packFacts(page))))).toEqual(page)
    expect(unpackFacts(packFacts({}))).toEqual({})
  })

  it('give the cases that were open in a period or came in it, and those with a date that still counts', () => {
    const left = { ...bare('BO-2026-000002'), leftAt: at(10) }
    const rows = factRows(
      packFacts(pageOf(bare('BO-2026-000001'), left, { ...left, number: 'BO-2026-000003', dueAt: at(2) })),
    )
    const numbers = (from: number, to: number) => rows.between(at(from), at(to)).map(({ number }) => number.slice(-1))
    expect(numbers(0, 5)).toEqual(['1', '2', '3'])
    expect(numbers(10, 20)).toEqual(['1', '2', '3'])
    expect(numbers(11, 20)).toEqual(['1', '3'])
    expect(numbers(-5, -1)).toEqual([])
  })
})

describe('pages in memory', () => {
  const rows = factRows(packFacts(pageOf(bare('BO-2026-000001'), bare('BO-2026-000002'))))

  it('are found by their seal alone', () => {
    const pages = rememberPages()
    pages.keep(organisasi, 'one', 'tag', rows)
    expect(pages.find(organisasi, 'one', 'tag')).toBe(rows)
    expect(pages.find(organisasi, 'one', 'later')).toBeUndefined()
    expect(pages.find(dinas, 'one', 'tag')).toBeUndefined()
  })

  it('make room for those of the unit that asks, and a unit larger than the room keeps what fits', () => {
    const pages = rememberPages(4)
    const isThere = (...[tenant, id]: [typeof dinas, string]) => pages.find(tenant, id, 'tag') !== undefined
    pages.keep(organisasi, 'one', 'tag', rows)
    for (const id of ['one', 'two', 'three']) pages.keep(dinas, id, 'tag', rows)
    expect(isThere(organisasi, 'one')).toBe(false)
    expect(['one', 'two', 'three'].map((id) => isThere(dinas, id))).toEqual([true, true, false])
    pages.keep(dinas, 'one', 'tag', rows)
    expect(isThere(dinas, 'one')).toBe(true)
  })
})

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

const all = { from: aMoment(-30).at, to: aMoment(400).at }

async function numbersSeen({ ports }: Pick<Desk, 'ports'>, staff: StaffMember, between = all): Promise<string[]> {
  const numbers: string[] = []
  for await (const some of visibleFacts(ports, staff, between)) numbers.push(...some.map(({ number }) => number))
  return numbers.sort()
}

const reader = staffWith(['verifier'])

describe('the facts of cases', () => {
  it('lie in the store without a place, a category or a number that could be read', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint({ dossier: { place: 'Loket 2' } }))
    await takeFacts(desk.ports, organisasi)
    const kept = await (await desk.allOfStore.collection(factsSpec)).walk(organisasi, null, 10)
    expect(kept.length).toBeGreaterThan(0)
    for (const word of ['Loket', 'maladministration', 'web_widget', id, 'received'])
      expect(JSON.stringify(kept)).not.toContain(word)
  })

  it('are the newest, whichever process took them and however late', async () => {
    const desk = await aDesk()
    const received = [await desk.receive(aComplaint()), await desk.receive(aComplaint())]
    const other = { ...desk.ports, reportFacts: await openFactsStore(desk.allOfStore, desk.ports.vault) }
    await takeFacts(desk.ports, organisasi)
    for (const { id } of received)
      await desk.ports.complaints.change(organisasi, id, (one) => ({ ...one, category: 'illegal_levy' }))
    await Promise.all([takeFacts(desk.ports, organisasi), takeFacts(other, organisasi), takeFacts(other, organisasi)])
    const found = []
    for await (const some of visibleFacts(desk.ports, reader, all)) found.push(...some.map(({ category }) => category))
    expect(found).toEqual(['illegal_levy', 'illegal_levy'])
  })

  it('are not there for whom the case is kept from, for a program, nor outside the categories of a reader', async () => {
    const office = await anOfficeOf({
      kepala: { roles: ['unit_head'] },
      inspektur: { roles: ['internal_auditor'] },
      penangan: { roles: ['case_handler'], limits: { case_handler: ['illegal_levy'] } },
    })
    const guarded = await aGuardedCase(office, 'kepala')
    const plain = await office.receive(aComplaint())
    const levy = await office.receive({ ...aComplaint(), category: 'illegal_levy' })
    expect(await numbersSeen(office, await office.member('inspektur'))).toEqual([guarded.id, plain.id, levy.id])
    expect(await numbersSeen(office, await office.member('kepala'))).toEqual([plain.id, levy.id])
    expect(await numbersSeen(office, { ...reader, isProgram: true })).toEqual([plain.id, levy.id])
    expect(await numbersSeen(office, await office.member('penangan'))).toEqual([levy.id])
  })

  it('that were kept before they were packed are read as they lie, and packed with the next change', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    await takeFacts(desk.ports, organisasi)
    const kept = await desk.allOfStore.collection(factsSpec)
    const own = withOwnKey('reportFacts', desk.ports.vault)
    const [page] = (await kept.walk(organisasi, null, 10)).filter(({ from }) => from !== null)
    if (!page) throw new Error('No facts were kept.')
    const keyed = { ...page, tenant: organisasi }
    const before = unpackFacts((await own.open(keyed, 'content', page.content)) as PackedFacts)
    await kept.replace({ ...page, content: await own.seal(keyed, 'content', before) })
    expect(await numbersSeen(desk, reader)).toEqual([id])
    const other = await desk.receive(aComplaint())
    expect(await numbersSeen(desk, reader)).toEqual([id, other.id])
  })

  it('that another process took since are read again, and only those', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    const other = { ...desk.ports, reportFacts: await openFactsStore(desk.allOfStore, desk.ports.vault) }
    const categories = async () => {
      const found = []
      for await (const some of desk.ports.reportFacts.between(organisasi, all)) found.push(...some)
      return found.map(({ category }) => category)
    }
    await takeFacts(desk.ports, organisasi)
    expect(await categories()).toEqual([aComplaint().category])
    await desk.ports.complaints.change(organisasi, id, (one) => ({ ...one, category: 'illegal_levy' }))
    await takeFacts(other, organisasi)
    expect(await categories()).toEqual(['illegal_levy'])
  })

  it('of cases that ended before a period are not read for it', async () => {
    const desk = await aDesk()
    await desk.receive(aComplaint())
    expect(await numbersSeen(desk, reader, { from: aMoment(100).at, to: aMoment(130).at })).toHaveLength(1)
    expect(await numbersSeen(desk, reader, { from: aMoment(-30).at, to: aMoment(-1).at })).toEqual([])
  })
})
