import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import type { Assignment } from '../../service/case/shape/handling.ts'
import { caseKeyOf } from '../../service/case/store/case-seals.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { countHeldIn, giveWork } from '../../service/desk/succession.ts'
import { askForApproval } from '../../service/keeping/approvals/approvals.ts'
import { type HeldKind, heldKinds, type Role } from '../../service/offices/vocabulary.ts'
import { keysOf } from '../../service/shared/records.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaintIn, mondayAtTen } from '../support/a-complaint.ts'
import { aDesk, type Desk, staffWith } from '../support/a-desk.ts'
import { aMembership, away } from '../support/a-small-unit.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { dinas, organisasi } from '../support/two-units.ts'

const citra = 'citra' as StaffId
const nothing = Object.fromEntries(heldKinds.map((kind) => [kind, { moves: 0, stays: 0 }]))

async function aUnit(roles: Partial<Record<string, readonly Role[]>> = {}) {
  const desk = await aDesk()
  const people: Record<string, readonly Role[]> = {
    ...{ citra: ['case_handler', 'unit_head'], dodi: ['case_handler', 'unit_head'], eka: ['unit_head'] },
    ...roles,
  }
  for (const [id, own] of Object.entries(people)) await desk.ports.staff.saveMembership(aMembership(id, own))
  const admin = { ...staffWith(['tenant_admin']), confirmedAt: desk.ports.now() }
  const give = (isPreview = false) => giveWork(desk.ports, admin, 'citra', 'dodi', { isPreview })
  return { desk, give }
}

const task = (to: string): Assignment => ({
  ...{ to: to as StaffId, name: to, position: 'Petugas', instructions: [], text: 'Bantu.', dueOn: null, done: null },
})

const received = (desk: Desk, dossier: Partial<Complaint['dossier']>, handler: string | null = null) => {
  const complaint = aComplaintIn('in_progress')
  return desk.receive({
    ...complaint,
    handler: handler as StaffId | null,
    dossier: { ...complaint.dossier, ...dossier },
  })
}

const owedBy = (owner: StaffId): Pick<Complaint, 'improvementDue'> => ({
  improvementDue: { what: 'name', at: mondayAtTen, owner },
})

/** Gives the leaver one thing of each kind; the result says whether the successor has it. */
const holding: Readonly<Record<HeldKind, (desk: Desk) => Promise<() => Promise<boolean>>>> = {
  async case(desk) {
    const { id } = await received(desk, {}, 'citra')
    return async () => (await desk.ports.complaints.get(organisasi, id)).handler === 'dodi'
  },
  async assistance(desk) {
    const slip = { id: 'slip', at: desk.ports.now(), by: { kind: 'system' }, assignments: [task('eka'), task('citra')] }
    const { id } = await received(desk, { dispositions: [slip as never] }, 'eka')
    return async () => {
      const after = await desk.ports.complaints.get(organisasi, id)
      return countHeldIn(after, 'dodi' as StaffId).assistance === 1 && countHeldIn(after, citra).assistance === 0
    }
  },
  async improvement(desk) {
    const closed = aComplaintIn('closed')
    const { id } = await desk.receive({ ...closed, handler: 'eka' as StaffId, ...owedBy(citra) })
    return async () => (await desk.ports.complaints.get(organisasi, id)).improvementDue?.owner === 'dodi'
  },
  async identity_request(desk) {
    const by = { kind: 'staff', id: citra, name: 'Citra', position: 'Petugas' } as const
    const asked = { at: desk.ports.now(), ground: 'other', reason: 'Saksi', decision: null, usedAt: null } as const
    const { id } = await received(desk, { identityRequests: [{ id: 'satu', by, ...asked }] }, 'eka')
    return async () =>
      countHeldIn(await desk.ports.complaints.get(organisasi, id), 'dodi' as StaffId).identity_request === 1
  },
  async approval(desk) {
    const asker = staffWith(['unit_head'], organisasi, 'citra')
    const given = { act: 'export-register', reason: 'Laporan bulanan', cases: [] } as const
    const { id } = await askForApproval(desk.ports, { ...asker, confirmedAt: desk.ports.now() }, given as never)
    return async () => (await desk.ports.approvals.get(organisasi, id)).asker === 'dodi'
  },
  async paper(desk) {
    const one = await received(desk, {}, 'eka')
    const at = desk.ports.now()
    const content = { words: { subject: 'Konsep' }, versions: [], writers: [citra], history: [] }
    const outline = { tenant: organisasi, id: 'kertas', revision: 0, number: one.id, kind: 'minutes', state: 'draft' }
    const rest = { createdAt: at, changedAt: at, forCustodians: false, corrects: null, finished: null }
    await desk.ports.papers.add({ ...outline, ...rest, content } as never, caseKeyOf(one))
    return async () => {
      const [kept] = await desk.ports.papers.ofCase(organisasi, one.id)
      return (
        kept !== undefined &&
        (await desk.ports.papers.open(kept, caseKeyOf(one))).content.writers.includes('dodi' as StaffId)
      )
    }
  },
  async deputy(desk) {
    await desk.ports.staff.saveMembership(
      aMembership('eka', ['unit_head'], { absences: [{ ...away(), deputy: 'citra' }] }),
    )
    return async () => (await desk.ports.staff.membership(organisasi, 'eka'))?.absences?.[0]?.deputy === 'dodi'
  },
}

describe('who leaves', () => {
  it.each(heldKinds)('gives a successor what they hold: %s', async (kind) => {
    const { desk, give } = await aUnit()
    const isSuccessors = await holding[kind](desk)
    const one = { ...nothing, [kind]: { moves: 1, stays: 0 } }
    expect(await give(true)).toEqual(one)
    expect(await isSuccessors()).toBe(false)
    expect(await give()).toEqual(one)
    expect(await isSuccessors()).toBe(true)
  })

  it('gives everything in one act', async () => {
    const { desk, give } = await aUnit()
    const checks: (() => Promise<boolean>)[] = []
    for (const kind of heldKinds) checks.push(await holding[kind](desk))
    await give()
    expect(await Promise.all(checks.map((check) => check()))).toEqual(heldKinds.map(() => true))
  })

  it('keeps a request that the successor alone could decide, and that is known before', async () => {
    const { desk, give } = await aUnit({ eka: ['case_handler'] })
    const isSuccessors = await holding.approval(desk)
    for (const isPreview of [true, false]) {
      expect(await give(isPreview)).toEqual({ ...nothing, approval: { moves: 0, stays: 1 } })
    }
    expect(await isSuccessors()).toBe(false)
  })

  it('keeps the leave of the successor without them as their own deputy', async () => {
    const { desk, give } = await aUnit()
    const later = { ...away(), deputy: 'citra', from: '2027-03-01T00:00:00.000Z', until: '2027-03-02T00:00:00.000Z' }
    await desk.ports.staff.saveMembership(aMembership('dodi', ['case_handler'], { absences: [later as never] }))
    expect(await give(true)).toEqual({ ...nothing, deputy: { moves: 0, stays: 1 } })
  })
})

/** Why no successor takes it, or the kind as which they do. */
const fields: Readonly<Record<string, HeldKind | 'names who did it' | 'follows roles' | 'a tool of its maker'>> = {
  'case/shape/notice.ts by': 'names who did it',
  'case/shape/notice.ts to': 'names who did it',
  'case/shape/complaint.ts answerWriters': 'names who did it',
  'case/shape/complaint.ts answeredBy': 'names who did it',
  'case/shape/complaint.ts handler': 'case',
  'case/shape/intake.ts id': 'names who did it',
  'case/shape/complaint.ts steward': 'follows roles',
  'case/shape/correspondence.ts mentions': 'names who did it',
  'case/shape/handling.ts to': 'assistance',
  'case/shape/history.ts id': 'names who did it',
  'case/shape/handling.ts id': 'names who did it',
  'case/shape/handling.ts owner': 'improvement',
  'case/shape/case-ties.ts answeredBy': 'names who did it',
  'case/shape/case-ties.ts concerns': 'names who did it',
  'case/shape/case-ties.ts handler': 'case',
  'keeping/approvals/approval.ts asker': 'approval',
  'keeping/approvals/approval.ts by': 'names who did it',
  'keeping/approvals/approval.ts id': 'names who did it',
  // Somebody who may write letters goes on with a draft.
  'keeping/letters/letter.ts writers': 'follows roles',
  'keeping/papers/case-paper.ts writers': 'paper',
  'keeping/retention/destruction.ts proposedBy': 'names who did it',
}

it('names every field of a case, an approval, a letter or a paper in which somebody can be held to something', () => {
  const root = resolve(import.meta.dirname, '../../service')
  const found = ['case/shape', 'keeping/approvals', 'keeping/letters', 'keeping/papers', 'keeping/retention'].flatMap(
    (folder) =>
      readdirSync(join(root, folder)).flatMap((file) =>
        [...readFileSync(join(root, folder, file), 'utf8').matchAll(/readonly (\w+)\??: [^;'\n]*StaffId\b/g)]
          // What a function is given is not kept.
          .map(([, name]) => `${folder}/${file} ${name}`),
      ),
  )
  const notKept = ['keeping/approvals/approval.ts id']
  expect([...new Set(found)].filter((one) => !(one in fields))).toEqual([])
  expect(keysOf(fields).filter((one) => !found.includes(one) && !notKept.includes(one))).toEqual([])
})

const head = staffWith(['unit_head'])

async function aDeskWithALeaver() {
  const desk = await aDesk()
  const { staff, now } = desk.ports
  await staff.saveMembership(aMembership('citra', ['case_handler']))
  await staff.saveMembership(aMembership('dodi', ['case_handler']))
  const admin = { ...staffWith(['tenant_admin']), confirmedAt: now() }
  const dispatched = async () => {
    const { id: number, revision } = await desk.receive(aComplaintIn('in_progress'))
    const order = { handler: 'citra', instruction: 'Panggil petugas loket.' }
    await performAct(desk.ports, head, 'dispatch', { number, revision, ...order })
    return number
  }
  const give = (by = admin, to = 'dodi') => giveWork(desk.ports, by, 'citra', to)
  return { ...desk, admin, dispatched, give, read: (number: string) => desk.ports.complaints.get(organisasi, number) }
}

it('who leaves gives all open cases to a successor in one act, with the instructions, and the successor is alerted', async () => {
  const { dispatched, give, read } = await aDeskWithALeaver()
  const numbers: string[] = []
  for (let cases = 0; cases < 53; cases++) numbers.push(await dispatched())

  expect((await give()).case).toEqual({ moves: 53, stays: 0 })
  for (const number of numbers) {
    const { handler, dossier, alerts } = await read(number)
    expect(handler).toBe('dodi')
    expect(dossier.dispositions.at(-1)?.assignments[0]).toMatchObject({ to: 'dodi', text: 'Panggil petugas loket.' })
    expect(alerts.at(-1)).toMatchObject({ kind: 'dispatched_to_me', to: 'dodi' })
  }
  expect((await give()).case).toEqual({ moves: 0, stays: 0 })
})

it('closed cases keep their handler', async () => {
  const { receive, give, read } = await aDeskWithALeaver()
  const closed = await receive({ ...aComplaintIn('closed'), handler: 'citra' as StaffId })
  expect((await give()).case).toEqual({ moves: 0, stays: 0 })
  expect((await read(closed.id)).handler).toBe('citra')
})

it('a request for an identity that waits is asked by the successor then', async () => {
  const { ports, dispatched, give, read } = await aDeskWithALeaver()
  const number = await dispatched()
  await ports.complaints.change(organisasi, number, (complaint) => ({
    ...complaint,
    dossier: {
      ...complaint.dossier,
      identityRequests: [
        {
          ...{ id: 'satu', at: ports.now(), ground: 'other', reason: 'Saksi', decision: null, usedAt: null },
          by: { kind: 'staff', id: 'citra' as StaffId, name: 'Citra', position: 'Petugas' },
        },
      ],
    },
  }))
  await give()
  expect((await read(number)).dossier.identityRequests[0]?.by).toMatchObject({ id: 'dodi' })
})

it('what the successor may not handle waits to be dispatched', async () => {
  const { ports, dispatched, give, read } = await aDeskWithALeaver()
  const number = await dispatched()
  const limits = { case_handler: ['illegal_levy'] }
  await ports.staff.saveMembership(aMembership('dodi', ['case_handler'], { limits }))
  expect((await give()).case).toEqual({ moves: 0, stays: 1 })
  expect((await read(number)).handler).toBeNull()
})

it('is the admin’s act, who proved their identity lately, to somebody present in the same unit', async () => {
  const { ports, dispatched, give, admin, read } = await aDeskWithALeaver()
  const number = await dispatched()
  expect(await laterRefusalOf(give({ ...staffWith(['unit_head']), confirmedAt: ports.now() }))).toBe(
    'staff/not-permitted',
  )
  const { confirmedAt: _, ...unconfirmed } = admin
  expect(await laterRefusalOf(giveWork(ports, unconfirmed, 'citra', 'dodi'))).toBe('session/confirmation-needed')
  expect(await laterRefusalOf(give(admin, 'citra'))).toBe('staff/unknown')
  expect(await laterRefusalOf(giveWork(ports, { ...admin, tenant: dinas }, 'citra', 'dodi'))).toBe('staff/unknown')
  await ports.staff.saveMembership(aMembership('dodi', ['case_handler'], { absences: [away()] }))
  expect(await laterRefusalOf(give())).toBe('staff/away')
  expect((await read(number)).handler).toBe('citra')
})
