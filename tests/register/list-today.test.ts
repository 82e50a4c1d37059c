import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { applyDecision } from '../../service/case/complaint.ts'
import { concerning, planGuard } from '../../service/case/guard.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import type { StaffMember } from '../../service/offices/staff/permissions.ts'
import { roles } from '../../service/offices/vocabulary.ts'
import { similarTo } from '../../service/register/find-similar.ts'
import { countTasks, listToday } from '../../service/register/list-today.ts'
import { aComplaint, aComplaintIn, aMoment, verifier } from '../support/a-complaint.ts'
import { aDesk, type Desk, staffWith } from '../support/a-desk.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'
import { aMembership } from '../support/a-small-unit.ts'
import { countReads, type Reads } from '../support/count-reads.ts'
import { dinas, organisasi } from '../support/two-units.ts'

const kinds = async (desk: Desk, staff: StaffMember) =>
  (await listToday(desk.ports, staff)).items.map(({ kind, complaint, act }) => [kind, complaint.id, act])

describe('what waits for somebody today', () => {
  it('is what their roles end, whatever kind it is, with the act that ends it', async () => {
    const desk = await aDesk()
    const received = await desk.receive(aComplaintIn('received'))
    const undispatched = await desk.receive(aComplaintIn('in_progress'))
    const proposed = await desk.receive(aComplaintIn('awaiting_approval'))
    const handled = await desk.receive(aComplaintIn('in_progress', { handler: staffWith(['case_handler']).id }))
    const proven = await desk.receive(aComplaintIn('closed'))
    await desk.receive(aComplaintIn('received'), dinas)

    expect(await kinds(desk, staffWith(['verifier']))).toEqual([
      ['verification', received.id, 'verify'],
      ['dispatch', undispatched.id, 'dispatch'],
    ])
    expect(await kinds(desk, staffWith(['case_handler']))).toEqual([['handling', handled.id, 'propose-answer']])
    // Somebody who may sign proposes nothing to themselves.
    const signing = { ...staffWith(['case_handler', 'unit_head']), id: staffWith(['case_handler']).id }
    expect(await kinds(desk, signing)).toContainEqual(['handling', handled.id, 'answer'])
    expect((await kinds(desk, staffWith(['unit_head']))).map(([kind, id]) => [kind, id])).toEqual([
      ['improvement', proven.id],
      ['verification', received.id],
      ['approval', proposed.id],
      ['dispatch', undispatched.id],
    ])
    for (const staff of [staffWith(['tenant_admin']), staffWith(['observer']), staffWith(['unit_head'], dinas)]) {
      const { items } = await listToday(desk.ports, staff)
      expect(items.map(({ complaint }) => complaint.tenant)).toEqual(staff.tenant === dinas ? [dinas] : [])
    }
  })

  it('has the nearest date first, and of a backlog of one kind not so many that it hides another', async () => {
    const desk = await aDesk()
    for (let one = 0; one < 12; one++) await desk.receive(aComplaintIn('received'))
    const objected = await desk.receive(aComplaintIn('objected'))
    const late = aComplaintIn('received')
    const clocks = late.clocks.map((clock) => ({ ...clock, dueAt: aMoment(-1).at }))
    const latest = await desk.receive({ ...late, clocks })
    const head = staffWith(['unit_head'])

    const today = await listToday(desk.ports, head)
    expect(today.counts).toEqual([
      { kind: 'objection', count: 1 },
      { kind: 'verification', count: 13 },
    ])
    expect(today.items.map(({ complaint }) => complaint.id)[0]).toBe(latest.id)
    expect(today.items).toHaveLength(11)
    expect(today.items.map(({ complaint }) => complaint.id)).toContain(objected.id)
    const only = await listToday(desk.ports, head, 'verification')
    expect(only.items.map(({ kind }) => kind)).toEqual(Array.from({ length: 13 }, () => 'verification'))
  })

  it('is no objection to one’s own answer, as long as somebody else is there who decides', async () => {
    const desk = await aDesk()
    const { staff } = desk.ports
    const head = staffWith(['unit_head'], organisasi, 'kepala')
    const objected = await desk.receive(aComplaintIn('objected', { answeredBy: head.id }))
    await staff.saveMembership(aMembership('kepala', ['unit_head']))
    // Nobody decides it, so it stays in the list, without the act.
    expect(await kinds(desk, head)).toEqual([['objection', objected.id, null]])
    await staff.saveMembership(aMembership('lain', ['unit_head']))
    expect(await kinds(desk, head)).toEqual([])
    expect(await countTasks(desk.ports, head)).toEqual([])
    const other = staffWith(['unit_head'], organisasi, 'lain')
    expect(await kinds(desk, other)).toEqual([['objection', objected.id, 'decide-objection']])
  })

  it('is the improvement of somebody else only where it is kept from them, and no other one is opened', async () => {
    const desk = await aDesk()
    const { staff, complaints } = desk.ports
    const citra = staffWith(['case_handler'], organisasi, 'citra')
    await staff.saveMembership(aMembership('citra', ['case_handler']))
    const guard = { marks: await staff.marksOf(organisasi, [citra.id]), steward: null }
    const proven = { ...aComplaintIn('closed', { handler: citra.id }), callableFrom: null }
    const own = await desk.receive(proven)
    const kept = await desk.receive({ ...proven, guard, filing: { ...proven.filing, keyHash: 'lain' } })
    const opened: string[] = []
    const ports = {
      ...desk.ports,
      complaints: {
        ...complaints,
        several: (...asked: Parameters<typeof complaints.several>) => {
          opened.push(...asked[1])
          return complaints.several(...asked)
        },
      },
    }
    const [concerned] = (await staff.working(organisasi)).filter(({ id }) => id === citra.id)

    expect(await countTasks(ports, staffWith(['unit_head']))).toEqual([{ kind: 'improvement', count: 1 }])
    expect(opened).toEqual([kept.id])
    expect((await kinds(desk, staffWith(['unit_head']))).map(([, id]) => id)).toEqual([kept.id])
    expect((await kinds(desk, concerned!)).map(([, id]) => id)).toEqual([own.id])
  })

  it('counts objections beyond those shown, however many of another’s stand before and behind them', async () => {
    const desk = await aDesk()
    const head = staffWith(['unit_head'], organisasi, 'lain')
    for (const id of ['kepala', 'lain', 'ketiga']) await desk.ports.staff.saveMembership(aMembership(id, ['unit_head']))
    for (let one = 0; one < 27; one++) await desk.receive({ ...aComplaintIn('objected'), answeredBy: head.id })
    for (let one = 0; one < 30; one++) await desk.receive(aComplaintIn('objected'))
    for (let one = 0; one < 5; one++) await desk.receive({ ...aComplaintIn('objected'), answeredBy: head.id })
    expect(await countTasks(desk.ports, head)).toEqual([{ kind: 'objection', count: 30 }])
    expect((await listToday(desk.ports, head, 'objection')).items).toHaveLength(25)
  })

  it('is neither listed nor counted where it is kept from somebody, or of a category that is not theirs', async () => {
    const desk = await aDesk()
    const guard = { marks: ['tanda'], steward: null } as unknown as ReturnType<typeof aComplaintIn>['guard']
    await desk.receive(aComplaintIn('received', { guard }))
    const open = await desk.receive(aComplaintIn('received'))
    const all = staffWith([...roles])
    const concerned = { ...all, guardMarks: new Set(['tanda']) } as unknown as StaffMember
    const elsewhere = { ...all, limits: new Map([['cases.verify', new Set(['illegal_levy'])]]) } as StaffMember

    expect(await kinds(desk, concerned)).toEqual([['verification', open.id, 'verify']])
    expect(await countTasks(desk.ports, concerned)).toEqual([{ kind: 'verification', count: 1 }])
    expect(await countTasks(desk.ports, all)).toEqual([{ kind: 'verification', count: 2 }])
    expect(await countTasks(desk.ports, elsewhere)).toEqual([])
  })

  it('is logged when cases are shown, and not when only counted or when there are none', async () => {
    const desk = await aDesk()
    const staff = staffWith(['verifier'])
    const logged = async () =>
      (await desk.ports.accessLog.walk(organisasi, null, 100)).filter((line) => JSON.stringify(line).includes('"act"'))
        .length
    await listToday(desk.ports, staff)
    await desk.receive(aComplaintIn('received'))
    await countTasks(desk.ports, staff)
    const before = await logged()
    await listToday(desk.ports, staff)
    expect(await logged()).toBe(before + 1)
  })
})

describe('a reply of the reporter', () => {
  const fromReporter = { event: 'message_from_reporter', by: { kind: 'reporter' } } as const
  const written = (handler: StaffMember | null) =>
    applyDecision(aComplaintIn('in_progress', { handler: handler?.id ?? null }), aMoment(1), {}, fromReporter)

  it('waits for the handler, or for the verifier while there is none, until somebody writes back', async () => {
    const desk = await aDesk()
    const handler = staffWith(['case_handler'])
    const { id: number } = await desk.receive(written(handler))
    const unhandled = await desk.receive(written(null))

    expect(await kinds(desk, handler)).toEqual([['reply', number, null]])
    expect(await countTasks(desk.ports, handler)).toEqual([{ kind: 'reply', count: 1 }])
    expect(await kinds(desk, staffWith(['verifier']))).toEqual([['reply', unhandled.id, null]])
    expect(await kinds(desk, staffWith(['case_handler'], organisasi, 'lain'))).toEqual([])

    const { revision } = await desk.ports.complaints.get(organisasi, number)
    await performAct(desk.ports, handler, 'message', { number, revision, text: 'Terima kasih.' })
    expect(await kinds(desk, handler)).toEqual([['handling', number, 'propose-answer']])
  })

  it('waits since the first words, and not for what tells the reporter nothing', () => {
    const first = written(null)
    const again = applyDecision(first, aMoment(2), {}, fromReporter)
    expect(again.unansweredSince).toBe(aMoment(1).at)
    const opened = applyDecision(again, aMoment(3), {}, { event: 'identity_opened', by: verifier })
    expect(opened.unansweredSince).toBe(aMoment(1).at)
    expect(applyDecision(again, aMoment(3), {}, { event: 'note', by: verifier }).unansweredSince).toBeNull()
    expect(aComplaint().unansweredSince).toBeNull()
  })
})

const people = {
  kepala: { roles: ['unit_head'] },
  vera: { roles: ['verifier'], reportsTo: 'kepala' },
  terbatas: { roles: ['verifier'], limits: { verifier: ['maladministration'] } },
} as const

const asked = 'Saptarana menagih wiradarma di kedungrejo'
const others = 'Bramantya menutup gendhisari di karangploso'

type Hidden = 'guarded' | 'of another category'

/** An office where cases that are hidden from who asks have these words. */
async function anOfficeHiding(hidden: Hidden, words: string) {
  let reads: Reads | undefined
  const office = await anOfficeOf(people as never, async (folder) => {
    const counted = countReads(await openSqliteStore({ folder }))
    reads = counted.reads
    return counted.store
  })
  if (!reads) throw new Error('The office opened no store.')
  const told = (subject: string) => {
    const one = aComplaint()
    return { ...one, category: 'maladministration', dossier: { ...one.dossier, subject, chronology: subject } }
  }
  const { id } = await office.receive(told(asked))
  await office.receive(told(`${asked} lagi`))
  for (let at = 0; at < 12; at++) await office.receive(told(`Berkas antrean nomor ${'abcdefghijkl'[at]} hilang`))
  for (let at = 0; at < 8; at++) {
    const category = hidden === 'guarded' ? 'maladministration' : 'illegal_levy'
    const plan = await planGuard(
      office.ports.staff,
      organisasi,
      concerning(hidden === 'guarded' ? ['vera'] : []),
      category,
    )
    const one = told(words)
    const { guard, concerns } = plan
    await office.receive({ ...one, category, guard, dossier: { ...one.dossier, concerns } })
  }
  return { office, number: id, reads }
}

describe('hints of similar cases cost the same work whatever hidden cases are about', () => {
  it.each<[Hidden, string]>([
    ['guarded', 'vera'],
    ['of another category', 'terbatas'],
  ])('%s', async (hidden, who) => {
    const workFor = async (words: string) => {
      const { office, number, reads } = await anOfficeHiding(hidden, words)
      const person = await office.member(who)
      const hints = async () => (await similarTo(office.ports, person, number)).map(({ complaint }) => complaint.id)
      const first = await hints()
      let work: readonly string[] = []
      // What was written within the same moment is read once more.
      const isSettled = async () => {
        reads.take()
        expect(await hints()).toEqual(first)
        work = reads.take()
        return !work.some((read) => read.includes(' rows '))
      }
      await expect.poll(isSettled).toBe(true)
      return { hints: first.length, reads: work }
    }
    const alike = await workFor(asked)
    expect(alike.hints).toBe(1)
    expect(alike.reads.length).toBeGreaterThan(0)
    expect(await workFor(others)).toEqual(alike)
  })
})
