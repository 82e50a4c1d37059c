import { describe, expect, it } from 'vitest'
import { seesToImprovement } from '../../service/case/access/deciders.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { improvementOwner } from '../../service/case/tasks.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { answer, close, decideObjection } from '../../service/desk/decisions.ts'
import { checkImprovement, nameImprovement } from '../../service/desk/improvements.ts'
import type { StaffMember } from '../../service/offices/staff/permissions.ts'
import { listToday } from '../../service/register/list-today.ts'
import { Refusal } from '../../service/shared/refusal.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaintIn, aMoment, head, verifier } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { aMembership, away } from '../support/a-small-unit.ts'
import { laterRefusalOf, refusalOf } from '../support/refused.ts'
import { improved } from '../support/staff-acts.ts'
import { organisasi } from '../support/two-units.ts'

const nobody = { owner: null, paperNumber: null }
const answered = aComplaintIn('answered')
const named = () => nameImprovement(answered, improved, nobody, verifier, aMoment())
const citra = staffWith(['case_handler'], organisasi, 'citra')

const problemsOf = (written: object, complaint: Complaint = answered, found = nobody) => {
  try {
    nameImprovement(complaint, { ...improved, ...written }, found, verifier, aMoment())
    return []
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.fields.map(({ path, code }) => `${path} ${code}`)
    throw refusal
  }
}

describe('what went wrong, and what the office changed', () => {
  it('is owed once an answer says that the complaint is proven, and no longer once it says otherwise', () => {
    expect(answered.improvementDue).toMatchObject({ what: 'name', owner: null })
    const again = { ...aComplaintIn('in_progress'), improvementDue: answered.improvementDue }
    const other = { outcome: 'unsubstantiated', text: 'Tidak terbukti.' } as const
    expect(answer(again, other, head, aMoment()).improvementDue).toBeNull()
  })

  it('is owed anew after an objection was upheld and the answer says proven again', () => {
    const objected = { ...aComplaintIn('objected'), improvementDue: named().improvementDue }
    const upheld = decideObjection(objected, { upheld: true, text: 'Diperiksa lagi.' }, verifier, aMoment())
    const given = { outcome: 'substantiated', text: 'Benar terjadi.' } as const
    expect(answer(upheld, given, head, aMoment()).improvementDue?.what).toBe('name')
  })

  it.each([
    ['a cause', { cause: undefined }, 'cause required'],
    ['words on it', { causeText: undefined }, 'causeText required'],
    ['what was changed', { change: undefined }, 'change required'],
    ['who answers for it', { ownerPosition: undefined }, 'ownerPosition required'],
    ['somebody who can see to it', { owner: 'orang-lain' }, 'owner unknown'],
    ['a day of the check', { checkOn: undefined }, 'checkOn required'],
    ['a day that is yet to come', { checkOn: '2026-11-22' }, 'checkOn in-past'],
    ['a day that somebody will live to see', { checkOn: '2028-01-01' }, 'checkOn too-far'],
    ['why there is no proof', { noProof: undefined }, 'noProof required'],
    ['a file of this case', { proof: 'berkas', proofOn: '2026-11-20' }, 'proof unknown'],
    ['the day of the proof', { proof: 'berkas' }, 'proofOn required'],
  ])('needs %s', (_, written, problem) => {
    expect(problemsOf(written)).toEqual([problem])
  })

  it('takes a file or a finished paper of the case with the day of what it shows, which has come', () => {
    const withFile = { ...answered, evidence: [{ id: 'foto' }] as never }
    const proof = { proof: 'foto', proofOn: '2026-11-23' }
    expect(problemsOf(proof, withFile)).toEqual([])
    expect(problemsOf({ ...proof, proofOn: '2026-11-24' }, withFile)).toEqual(['proofOn in-future'])
    expect(problemsOf(proof, answered, { owner: null, paperNumber: '12/BA/2026' } as never)).toEqual([])
  })

  it('is not named where the complaint was not proven', () => {
    const dossier = { ...answered.dossier, answer: { ...answered.dossier.answer!, outcome: 'clarified' as const } }
    const refused = () => nameImprovement({ ...answered, dossier }, improved, nobody, verifier, aMoment())
    expect(refusalOf(refused)).toBe('improvement/not-proven')
  })

  it('is checked until it holds, each time on a day that is to come', () => {
    const closed = close(named(), undefined, verifier, aMoment())
    const look = (what: object) => checkImprovement(closed, { holds: false, text: 'x', ...what }, verifier, aMoment(40))
    expect(refusalOf(() => look({}))).toBe('request/invalid')
    expect(refusalOf(() => look({ nextOn: '2026-12-01' }))).toBe('request/invalid')
    const again = look({ nextOn: '2027-02-01' })
    expect(again.improvementDue).toMatchObject({ what: 'check', at: '2027-01-31T17:00:00.000Z' })
    expect(look({ holds: true }).improvementDue).toBeNull()
    expect(again.dossier.improvement?.checks).toMatchObject([{ holds: false, text: 'x' }])
    expect(
      refusalOf(() => checkImprovement(look({ holds: true }), { holds: true, text: 'x' }, verifier, aMoment())),
    ).toBe('improvement/no-check')
  })

  it('stays unread by the reporter', () => {
    expect(named().dossier.history.at(-1)).toMatchObject({ event: 'improvement_named', text: null, public: false })
    expect(named().notices).toEqual(answered.notices)
  })
})

describe('who sees to it', () => {
  const chief = staffWith(['unit_head'], organisasi, 'kepala-lain')
  const closed: Complaint = {
    ...aComplaintIn('closed'),
    handler: 'dodi' as StaffId,
    improvementDue: { what: 'check', at: aMoment().at, owner: 'citra' as StaffId },
  }
  const sees = (who: StaffMember, working: readonly StaffMember[]) =>
    seesToImprovement(who, closed, improvementOwner(closed), { working })

  it('is its owner alone while they are there', () => {
    expect([sees(citra, [citra, chief]), sees(chief, [citra, chief])]).toEqual([true, false])
  })

  it.each([
    ['left', []],
    ['is away with nobody in their place', [{ ...citra, awayUntil: aMoment(9).at }]],
    ['may not close this case any more', [{ ...citra, permissions: staffWith(['observer']).permissions }]],
  ])('is whoever signs once the owner %s', (_, working) => {
    expect(sees(chief, [...working, chief])).toBe(true)
    expect(sees(staffWith(['case_handler'], organisasi, 'lain'), [...working, chief])).toBe(false)
  })

  it('is the deputy of an owner who is away', () => {
    const deputy = { ...staffWith(['case_handler'], organisasi, 'eka'), standsInFor: ['citra' as StaffId] }
    const working = [{ ...citra, awayUntil: aMoment(9).at }, deputy, chief]
    expect([sees(deputy, working), sees(chief, working)]).toEqual([true, false])
  })
})

describe('the office', () => {
  async function aUnit() {
    const desk = await aDesk()
    await desk.ports.staff.saveMembership(aMembership('citra', ['case_handler']))
    await desk.ports.staff.saveMembership(aMembership('kepala-lain', ['unit_head']))
    const member = async (id: string) => (await desk.ports.staff.findMember(organisasi, id))!
    const rowsOf = async (id: string) =>
      (await listToday(desk.ports, await member(id))).items.map(({ kind, act }) => `${kind} ${act}`)
    return { desk, member, rowsOf }
  }

  it('closes a proven case only with it, and not a case whose answer says otherwise', async () => {
    const { desk, member } = await aUnit()
    const { id: number, revision } = await desk.receive(aComplaintIn('answered'))
    const closing = async (written: object) =>
      performAct(desk.ports, await member('citra'), 'close', { number, revision, ...written })
    expect(await laterRefusalOf(closing({}))).toBe('request/invalid')
    const closed = await closing({ ...improved, ownerPosition: undefined, owner: 'citra' })
    expect(closed.dossier.improvement?.owner).toEqual({ name: 'Nama citra', position: 'Jabatan citra' })
    expect(closed.dossier.history.slice(-2).map(({ event }) => event)).toEqual(['improvement_named', 'closed'])
  })

  it('reads what a case that closed by itself owes, and on the day of the check who answers for it', async () => {
    const { desk, member, rowsOf } = await aUnit()
    const { id: number } = await desk.receive({ ...aComplaintIn('closed'), handler: 'citra' as StaffId })
    expect(await rowsOf('citra')).toEqual(['improvement name-improvement'])
    const { revision } = await desk.ports.complaints.get(organisasi, number)
    const written = { ...improved, ownerPosition: undefined, owner: 'citra' }
    await performAct(desk.ports, await member('citra'), 'name-improvement', { number, revision, ...written })
    expect(await rowsOf('citra')).toEqual([])
    desk.goOn(30)
    expect(await rowsOf('citra')).toEqual(['improvement_check check-improvement'])
    expect(await rowsOf('kepala-lain')).toEqual([])
    await desk.ports.staff.saveMembership(
      aMembership('citra', ['case_handler'], { absences: [away(null, { from: 30 })] }),
    )
    expect(await rowsOf('kepala-lain')).toEqual(['improvement_check check-improvement'])
  })
})
