import { describe, expect, it } from 'vitest'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { hastenBulk, orderBulk, previewOrder } from '../../service/desk/bulk/bulk-orders.ts'
import { type ActBodies, type ActName, performAct } from '../../service/desk/case-acts.ts'
import { handlersFor, leastLaden, mayBeGiven, spreadWaiting } from '../../service/desk/dispatch.ts'
import { giveWork } from '../../service/desk/succession.ts'
import type { Membership } from '../../service/offices/staff/account.ts'
import type { GuardMark } from '../../service/offices/staff/permissions.ts'
import type { Role } from '../../service/offices/vocabulary.ts'
import { DAY, MINUTE } from '../../service/shared/instant.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { recipientsOf } from '../../service/telling/alerts/tell-staff.ts'
import { aComplaint, aComplaintIn } from '../support/a-complaint.ts'
import { staffWith } from '../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../support/a-guarded-office.ts'
import { aMembership, atWork, away } from '../support/a-small-unit.ts'
import { organisasi } from '../support/two-units.ts'

const id = (name: string) => name as StaffId

const noFault = (cause: unknown): void => expect(cause).toBeUndefined()

describe('who may get a case that nobody gives by hand', () => {
  const mark = 'tanda' as GuardMark
  const elsewhere = { limits: { case_handler: ['layanan-lain'] } }
  const withName = (name: string) => ({ name })
  const rows: readonly (readonly [
    why: string,
    people: readonly (readonly [id: string, roles: readonly Role[], more?: Partial<Membership>])[],
    able: readonly string[],
    complaint?: Complaint,
  ])[] = [
    [
      'those who handle',
      [
        ['citra', ['case_handler']],
        ['vera', ['verifier']],
        ['oka', ['observer']],
      ],
      ['citra'],
    ],
    [
      'nobody limited to other categories',
      [
        ['citra', ['case_handler'], elsewhere],
        ['dodi', ['case_handler']],
      ],
      ['dodi'],
    ],
    [
      'nobody who is away',
      [
        ['citra', ['case_handler'], { absences: [away()] }],
        ['dodi', ['case_handler']],
      ],
      ['dodi'],
    ],
    [
      'no deputy, whose place ends with the absence',
      [
        ['citra', ['case_handler'], { absences: [away('vera')] }],
        ['vera', ['verifier']],
      ],
      [],
    ],
    [
      'no signer while others handle',
      [
        ['kepala', ['unit_head']],
        ['citra', ['case_handler']],
      ],
      ['citra'],
    ],
    [
      'no signer while those who handle are away',
      [
        ['kepala', ['unit_head']],
        ['citra', ['case_handler'], { absences: [away()] }],
      ],
      [],
    ],
    [
      'the signer where nobody else handles',
      [
        ['kepala', ['unit_head']],
        ['vera', ['verifier']],
      ],
      ['kepala'],
    ],
    [
      'nobody whom the complaint is about',
      [
        ['citra', ['case_handler'], withName('Citra Permata')],
        ['dodi', ['case_handler']],
      ],
      ['dodi'],
      aComplaint({ dossier: { reportedPerson: 'Citra Permata' } }),
    ],
    [
      'nobody whom it may mean by a nickname',
      [
        ['citra', ['case_handler'], withName('Citra Permata')],
        ['dodi', ['case_handler']],
      ],
      ['dodi'],
      aComplaint({ dossier: { reportedPerson: 'Bu Citra' } }),
    ],
    [
      'nobody whom the story names',
      [
        ['citra', ['case_handler'], withName('Citra Permata')],
        ['dodi', ['case_handler']],
      ],
      ['dodi'],
      aComplaint({ dossier: { chronology: 'Saya dilayani Citra Permata di loket dua.' } }),
    ],
  ]

  const table = rows.map(([why, people, able, complaint = aComplaint()]) => ({ why, people, able, complaint }))
  it.each(table)('$why', ({ people, able, complaint }) => {
    const members = people.map(([who, roles, more]) => aMembership(who, roles, more))
    expect(mayBeGiven(complaint, atWork(members), members).map((one) => one.id)).toEqual(able)
  })

  it('nobody from whom it is hidden', () => {
    const members = [aMembership('citra', ['case_handler']), aMembership('dodi', ['case_handler'])]
    const working = atWork(members).map((one) => (one.id === 'citra' ? { ...one, guardMarks: new Set([mark]) } : one))
    const guarded = { ...aComplaint(), guard: { marks: [mark], steward: null } }
    expect(mayBeGiven(guarded, working, members).map((one) => one.id)).toEqual(['dodi'])
  })
})

it.each([
  ['the fewest', { citra: 3, dodi: 1, eka: 2 }, 'dodi'],
  ['the first of those with the fewest', { citra: 2, dodi: 2, eka: 2 }, 'citra'],
  ['nobody at the cap, however few others have', { citra: 5, dodi: 4, eka: 5 }, 'dodi'],
  ['nobody when all are at the cap or above it', { citra: 5, dodi: 6, eka: 5 }, null],
] as const)('a case goes to %s', (_, loads, to) => {
  const people = Object.keys(loads).map(id)
  expect(leastLaden(people, new Map(Object.entries(loads).map(([who, load]) => [id(who), load])), 5)).toBe(to)
})

async function aSpreadingUnit(most: number | null, handlers: readonly string[] = ['citra', 'dodi', 'eka']) {
  const office = await anOfficeOf({
    vera: { roles: ['verifier'] },
    kepala: { roles: ['unit_head'] },
    ...Object.fromEntries(handlers.map((one) => [one, { roles: ['case_handler'] } as const])),
  })
  const { ports, receive } = office
  const tenant = await ports.tenants.get(organisasi)
  await ports.tenants.replace({ ...tenant, settings: { ...tenant.settings, mostOpenCases: most } })
  const vera = await office.member('vera')
  const act = <Name extends ActName>(name: Name, { id: number, revision }: Complaint, body: ActBodies[Name]) =>
    performAct(ports, vera, name, { number, revision, ...(body as object) } as never)
  const verified = async () => act('verify', await receive(aComplaint()), {})
  const several = async (count: number) => {
    const cases = []
    for (let one = 0; one < count; one++) cases.push(await receive(aComplaint()))
    return cases
  }
  const loads = async () => {
    const found = await ports.complaints.caseloads(organisasi, handlers.map(id))
    return handlers.map((one) => found.get(id(one)))
  }
  return { ...office, vera, act, verified, several, loads }
}

describe('a unit that limits open cases', () => {
  it('gives each verified case to who has the fewest, in the act of verification', async () => {
    const { verified, loads } = await aSpreadingUnit(4)
    const first = await verified()
    expect(first).toMatchObject({ status: 'in_progress', handler: 'citra', revision: 1 })
    expect(first.dossier.history.at(-1)).toMatchObject({ event: 'dispatched', by: { kind: 'system' } })
    expect(first.alerts.at(-1)).toMatchObject({ kind: 'dispatched_to_me', to: 'citra' })
    for (let more = 0; more < 6; more++) await verified()
    expect(await loads()).toEqual([3, 2, 2])
  })

  it('gives nothing by itself as long as it did not ask for that', async () => {
    const { verified } = await aSpreadingUnit(null)
    const { handler, alerts } = await verified()
    expect(handler).toBeNull()
    expect(alerts.map(({ kind }) => kind)).not.toContain('no_room')
  })

  it('lets a case wait when all are full, and alerts verifier and head', async () => {
    const { ports, verified, loads, member } = await aSpreadingUnit(1, ['citra'])
    await verified()
    const waits = await verified()
    expect(waits.handler).toBeNull()
    const note = waits.alerts.find(({ kind }) => kind === 'no_room')!
    const people = await Promise.all(['vera', 'kepala', 'citra'].map(member))
    expect(recipientsOf(note, waits, people, [])).toEqual(['vera', 'kepala'])
    const faults: unknown[] = []
    expect(await spreadWaiting(ports, (cause) => faults.push(cause))).toBe(0)
    expect((await ports.complaints.get(organisasi, waits.id)).revision).toBe(waits.revision)
    expect([await loads(), faults]).toEqual([[1], []])
  })

  it('gives a waiting case out once there is room', async () => {
    const { ports, verified, member, goOn } = await aSpreadingUnit(1, ['citra'])
    const first = await verified()
    const waits = await verified()
    const kepala = await member('kepala')
    const answer = { outcome: 'clarified', text: 'Sudah kami jelaskan.' } as const
    await performAct(ports, kepala, 'answer', { number: first.id, revision: first.revision, ...answer })
    goOn((2 * MINUTE) / DAY)
    expect(await spreadWaiting(ports, noFault)).toBe(1)
    expect(await ports.complaints.get(organisasi, waits.id)).toMatchObject({ handler: 'citra' })
  })

  it('never has two above the limit, however many verify at once', async () => {
    const { several, act, loads } = await aSpreadingUnit(2)
    const cases = await several(12)
    const done = await Promise.all(cases.map((one) => act('verify', one, {})))
    expect(await loads()).toEqual([2, 2, 2])
    expect(done.filter(({ handler }) => handler === null)).toHaveLength(6)
  })

  it('never has two above it when officers give by hand at once what they think is the last place', async () => {
    const { receive, act, loads, vera, ports, goOn } = await aSpreadingUnit(2, ['citra'])
    const cases = []
    for (let one = 0; one < 5; one++) cases.push(await receive(aComplaintIn('in_progress')))
    const tries = await Promise.allSettled(cases.map((one) => act('dispatch', one, { handler: 'citra' })))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    const refused = tries.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ code: 'dispatch/above-most' })
    goOn((2 * MINUTE) / DAY)
    expect(await handlersFor(ports, vera, {})).toMatchObject([
      { membership: { id: 'citra' }, openCases: 2, isFull: true },
      { membership: { id: 'kepala' }, openCases: 0, isFull: false },
    ])
    // An officer who was shown that gives one more, without a reason.
    const left = cases[tries.indexOf(refused)]!
    expect(await act('dispatch', left, { handler: 'citra', aboveMost: true })).toMatchObject({ handler: 'citra' })
    expect(await loads()).toEqual([3])
  })

  it('does not count guarded cases, which a count would reveal, and leaves them to people', async () => {
    const { ports, receive, loads, act } = await aSpreadingUnit(3, ['citra', 'dodi'])
    const guarded = await aGuardedCase({ ports, receive }, 'dodi')
    await ports.complaints.change(organisasi, guarded.id, (one) => ({ ...one, handler: id('citra') }))
    expect(await loads()).toEqual([0, 0])
    const open = await aGuardedCase({ ports, receive }, 'dodi')
    await ports.complaints.change(organisasi, open.id, (one) => ({ ...one, handler: null }))
    expect((await act('verify', open, {})).handler).toBeNull()
  })

  it('foretells in a series which cases would be too many, and leaves them where they are', async () => {
    const { ports, vera, receive, loads } = await aSpreadingUnit(2, ['citra'])
    const cases = []
    for (let one = 0; one < 4; one++) cases.push(await receive(aComplaintIn('in_progress')))
    const order = { act: 'dispatch', handler: 'citra' } as const
    const numbers = cases.map((one) => one.id)
    const foreseen = await previewOrder(ports, vera, order, numbers)
    const codes = foreseen.map(({ refused }) => refused?.code ?? null)
    expect(codes).toEqual([null, null, 'dispatch/above-most', 'dispatch/above-most'])
    const bulk = await orderBulk(
      ports,
      vera,
      order,
      cases.map(({ id: number, revision }) => ({ number, revision })),
    )
    const done = await hastenBulk(ports, vera, bulk.id)
    expect(done.content.cases.map(({ result }) => result)).toEqual([
      { done: true },
      { done: true },
      { refused: 'dispatch/above-most' },
      { refused: 'dispatch/above-most' },
    ])
    expect(await loads()).toEqual([2])
  })

  it('lets a successor inherit up to the limit; what is too much waits, and goes to others', async () => {
    const { ports, receive, loads } = await aSpreadingUnit(2, ['citra', 'dodi', 'eka'])
    for (let one = 0; one < 4; one++) await receive({ ...aComplaintIn('in_progress'), handler: id('citra') })
    const admin = { ...staffWith(['tenant_admin']), confirmedAt: ports.now() }
    const give = (isPreview: boolean) => giveWork(ports, admin, 'citra', 'dodi', { isPreview })
    for (const isPreview of [true, false]) expect((await give(isPreview)).case).toEqual({ moves: 2, stays: 2 })
    expect(await loads()).toEqual([0, 2, 0])
    await ports.staff.removeMembership(organisasi, 'citra')
    expect(await spreadWaiting(ports, noFault)).toBe(2)
    expect(await loads()).toEqual([0, 2, 2])
  })
})
