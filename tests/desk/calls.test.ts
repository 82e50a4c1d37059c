import { describe, expect, it, onTestFinished } from 'vitest'
import { CALLED_WITHIN, mayCall, objectionDeciders, unitNowOf } from '../../service/case/access/deciders.ts'
import { clockNamed } from '../../service/case/case-clocks.ts'
import { accept, object } from '../../service/case/reporter-acts.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { decideObjection } from '../../service/desk/decisions.ts'
import { recordCall } from '../../service/desk/messages.ts'
import { lapse } from '../../service/following/completions.ts'
import { countTasks, listToday } from '../../service/register/list-today.ts'
import { DAY, plusMilliseconds } from '../../service/shared/instant.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaintIn, aMoment, head, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { aMembership } from '../support/a-small-unit.ts'
import { anOpenHouse } from '../support/a-vault.ts'
import { anIdleOffice } from '../support/an-idle-office.ts'
import { officeWith } from '../support/office-with.ts'
import { laterRefusalOf, refusalOf } from '../support/refused.ts'
import { aReachableReporter } from '../support/staff-acts.ts'
import { organisasi } from '../support/two-units.ts'

const other = staffWith(['verifier'], organisasi, 'lain')
const reachable = (complaint: Complaint): Complaint => aReachableReporter(complaint)
const closed = reachable(aComplaintIn('closed'))

describe('the reporter of a closed case', () => {
  it('is called by somebody who had no part in the answer', () => {
    expect(mayCall(other, closed, anIdleOffice)).toBe(true)
  })

  it.each([
    ['handled it', { handler: other.id }],
    ['signed', { answeredBy: other.id }],
    ['answers for the improvement', { improvementDue: { what: 'check', at: mondayAtTen, owner: other.id } as const }],
  ])('is not called by who %s', (_, what) => {
    expect(mayCall(other, { ...closed, ...what }, anIdleOffice)).toBe(false)
  })

  it.each([
    'answer_proposed',
    'answer_returned',
    'answered',
    'closed',
    'objection_decided',
    'improvement_named',
  ] as const)('is not called by who did this: %s', (event) => {
    const by = { kind: 'staff', id: other.id, name: other.name, position: other.position } as const
    const history = [...closed.dossier.history, { at: mondayAtTen, event, by, text: null, public: true }]
    expect(mayCall(other, { ...closed, dossier: { ...closed.dossier, history } }, anIdleOffice)).toBe(false)
  })

  it('is not called by who stands in for the handler', () => {
    const deputy = { ...other, standsInFor: ['petugas' as StaffId] }
    expect(mayCall(deputy, { ...closed, handler: 'petugas' as StaffId }, anIdleOffice)).toBe(false)
  })

  it.each([
    ['is confidential', { privacy: 'confidential' as const }],
    ['is not known', { privacy: 'anonymous' as const }],
    ['erased the identity', { identity: null }],
    ['gave no telephone', { dossier: { ...closed.dossier, maskedReporter: { name: 'S…', phone: null, email: 's…' } } }],
    ['sealed the identity for a custodian', { dossier: { ...closed.dossier, sealedTo: 'kunci' } }],
  ])('is not called where the reporter %s', (_, what) => {
    expect(mayCall(other, { ...closed, ...what }, anIdleOffice)).toBe(false)
  })

  it('is called by nobody who could not open the identity anyway', () => {
    expect(mayCall(staffWith(['intake_officer'], organisasi, 'lain'), closed, anIdleOffice)).toBe(false)
    expect(mayCall(staffWith(['internal_auditor'], organisasi, 'lain'), closed, anIdleOffice)).toBe(false)
  })

  it('is not asked for after thirty days, nor where the draw left the case out', () => {
    const late = { ...anIdleOffice, at: plusMilliseconds(mondayAtTen, CALLED_WITHIN + DAY) }
    expect(mayCall(other, closed, late)).toBe(false)
    expect(mayCall(other, closed, { ...anIdleOffice, isDrawn: () => false })).toBe(false)
  })

  it('can be called however the case was closed, but not after the office had the last word', () => {
    const answered = reachable(aComplaintIn('answered'))
    const objected = object(answered, 'Belum.', aMoment())
    const refused = decideObjection(objected, { upheld: false, text: 'Tetap.' }, verifier, aMoment())
    const from = [accept(answered, aMoment()), lapse(answered, aMoment(60)), refused].map((one) => one.callableFrom)
    expect(from).toEqual([mondayAtTen, aMoment(60).at, null])
    const hidden = reachable(aComplaintIn('closed', { privacy: 'confidential' }))
    expect(hidden.callableFrom).toBeNull()
  })
})

describe('what the reporter says', () => {
  it('ends the calls where the matter is settled, and the reporter reads that there was one', () => {
    const after = recordCall(closed, { result: 'solved' }, verifier, aMoment())
    expect([after.status, after.callableFrom, after.notices]).toEqual(['closed', null, closed.notices])
    expect(after.dossier.history.at(-1)).toMatchObject({ event: 'called_solved', public: true, by: verifier })
  })

  it('is tried three times where nobody answers, not twice a day', () => {
    let now = closed
    for (const [at, next] of [0, 1, 2].map((day) => [day, day < 2] as const)) {
      now = recordCall(now, { result: 'no_contact' }, verifier, aMoment(at))
      expect(now.callableFrom !== null).toBe(next)
      expect(mayCall(other, now, { ...anIdleOffice, at: aMoment(at).at })).toBe(false)
      expect(mayCall(other, now, { ...anIdleOffice, at: aMoment(at + 1).at })).toBe(next)
    }
  })

  it('opens the objection as the reporter would, though their own time is over, and says for whom', () => {
    const answered = reachable(aComplaintIn('answered'))
    const late = aMoment(60)
    const lapsed = lapse(answered, late)
    expect(refusalOf(() => object(lapsed, 'Belum.', late))).toBe('objection/window-over')
    const called = recordCall(lapsed, { result: 'unsolved', text: 'Pungutan masih ada.' }, verifier, late)
    const own = object(answered, 'Pungutan masih ada.', aMoment())
    const days = (one: Complaint) => {
      const clock = clockNamed(one.clocks, 'objection_decision')!
      return Date.parse(clock.dueAt) - Date.parse(clock.startedAt)
    }
    expect([called.status, called.dossier.objection?.text]).toEqual(['objected', own.dossier.objection?.text])
    expect(days(called)).toBeGreaterThanOrEqual(days(own))
    expect(called.notices.at(-1)?.event).toBe('objection_received')
    expect(called.dossier.history.slice(-2)).toMatchObject([
      { event: 'called_unsolved', by: verifier },
      { event: 'objected', by: verifier, text: 'Pungutan masih ada.' },
    ])
    expect(called.alerts.at(-1)).toMatchObject({ duty: 'approval' })
    const deciders = (one: Complaint) =>
      objectionDeciders(one, { ...anIdleOffice, working: [staffWith(['unit_head'])] }).as
    expect(deciders(called)).toBe(deciders(own))
    expect(called.answeredBy).toBe(head.kind === 'staff' ? head.id : null)
  })

  it('must be written down where the matter is not settled', () => {
    expect(refusalOf(() => recordCall(closed, { result: 'unsolved' }, verifier, aMoment()))).toBe('request/invalid')
  })
})

describe('the draw', () => {
  it('takes one in five, the same whoever asks, and others in another unit', async () => {
    const { vault, store } = await anOpenHouse()
    onTestFinished(() => store.close())
    const working = officeWith({ staff: { working: async () => [] }, now: () => mondayAtTen, vault })
    const numbers = Array.from({ length: 2_000 }, (_, at) => `BO-2026-${String(at).padStart(6, '0')}`)
    const drawnIn = async (tenant: typeof organisasi) =>
      numbers.filter((await unitNowOf(working, tenant, {} as never)).isDrawn)
    const drawn = await drawnIn(organisasi)
    expect(drawn.length).toBeGreaterThan(320)
    expect(drawn.length).toBeLessThan(480)
    expect(await drawnIn(organisasi)).toEqual(drawn)
  })
})

describe('the day', () => {
  it('offers at most five calls to who may make them, and none where everybody had a part', async () => {
    const desk = await aDesk()
    await desk.ports.staff.saveMembership(aMembership('lain', ['verifier']))
    await desk.ports.staff.saveMembership(aMembership('petugas', ['case_handler']))
    for (let one = 0; one < 7; one++)
      await desk.receive({ ...reachable(aComplaintIn('closed')), handler: 'petugas' as StaffId, improvementDue: null })
    const member = async (id: string) => (await desk.ports.staff.findMember(organisasi, id))!
    expect(await countTasks(desk.ports, await member('lain'))).toEqual([{ kind: 'call', count: 5 }])
    expect(await countTasks(desk.ports, await member('petugas'))).toEqual([])
    const [row] = (await listToday(desk.ports, await member('lain'))).items
    expect(row?.act).toBe('record-call')
    const { id: number, revision } = row!.complaint
    const call = { number, revision, result: 'solved' } as const
    expect(
      await laterRefusalOf(
        performAct(desk.ports, { ...(await member('petugas')), permissions: other.permissions }, 'record-call', call),
      ),
    ).toBe('call/not-offered')
    await performAct(desk.ports, await member('lain'), 'record-call', call)
    expect((await desk.ports.complaints.get(organisasi, number)).dossier.identityOpenings).toEqual([])
  })
})
