import { describe, expect, it } from 'vitest'
import { guardCase } from '../../service/case/access/guarding.ts'
import { waitsSince } from '../../service/case/news.ts'
import { object, rate, withdraw, writeToOffice } from '../../service/case/reporter-acts.ts'
import { askAboutData } from '../../service/case/reporter-rights.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { answer, decideObjection, proposeAnswer, returnAnswer } from '../../service/desk/decisions.ts'
import { dispatch } from '../../service/desk/dispatch.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaint, aComplaintIn, aMoment, head, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { anAssignment } from '../support/an-assignment.ts'

const petugas = 'petugas' as StaffId
const noted = ({ alerts }: Complaint, before: Complaint) =>
  alerts.slice(before.alerts.length).map(({ id: _, at: __, ...note }) => note)
const leftBy = (before: Complaint, act: (complaint: Complaint) => Complaint) => noted(act(before), before)

describe('what an act leaves for staff', () => {
  it('is written with the case: a new one waits for verification', () => {
    const { alerts } = aComplaint()
    expect(alerts).toMatchObject([{ kind: 'new_case', duty: 'verification', by: null, to: null, at: mondayAtTen }])
    expect(waitsSince(alerts, [])).toBe(mondayAtTen)
    expect(waitsSince([], aComplaint().news)).toBe(mondayAtTen)
    expect(waitsSince([], [])).toBeNull()
  })

  it('is the case itself for who gets it, by name of who gave it', () => {
    const dispatched = dispatch(aComplaintIn('in_progress'), [anAssignment(petugas)], verifier, aMoment())
    expect(dispatched.alerts.at(-1)).toMatchObject({ kind: 'dispatched_to_me', to: 'petugas', by: 'verifikator' })
    const told = { kind: 'dispatched_to_me', duty: 'handling', to: 'petugas' }
    const again = dispatch(dispatched, [anAssignment(petugas, { text: 'Mohon segera.' })], head, aMoment())
    expect(noted(again, dispatched)).toMatchObject([told])
  })

  it('comes back to the handler with an answer that was returned, and with an objection that was upheld', () => {
    const proposed = aComplaintIn('awaiting_approval', { handler: petugas })
    const returned = (complaint: Complaint) => returnAnswer(complaint, 'Lengkapi dasar hukumnya.', head, aMoment())
    expect(leftBy(proposed, returned)).toMatchObject([{ kind: 'dispatched_to_me', to: 'petugas', by: 'kepala' }])
    const objected = aComplaintIn('objected', { handler: petugas })
    const decision = (upheld: boolean) => (complaint: Complaint) =>
      decideObjection(complaint, { upheld, text: 'Alasan.' }, verifier, aMoment())
    expect(leftBy(objected, decision(true))).toMatchObject([{ kind: 'dispatched_to_me', to: 'petugas' }])
    expect(leftBy(objected, decision(false))).toEqual([])
  })

  it('is an approval for the head when an answer is proposed, and nothing when the head answers', () => {
    const handled = aComplaintIn('in_progress', { handler: petugas })
    const text = { outcome: 'clarified', text: 'Sudah.' } as const
    const proposed = (complaint: Complaint) => proposeAnswer(complaint, text, verifier, aMoment())
    expect(leftBy(handled, proposed)).toMatchObject([{ kind: 'approval_waits', duty: 'approval', by: 'verifikator' }])
    expect(leftBy(handled, (complaint) => answer(complaint, text, head, aMoment()))).toEqual([])
  })

  it('is a case for its steward when it is rerouted, and for nobody when the guard finds none', () => {
    const guarding = (steward: StaffId | null) => (complaint: Complaint) =>
      guardCase(
        complaint,
        { concerns: [], candidates: [], guard: { marks: [], steward }, keptFrom: [], isUnread: steward === null },
        'Ia yang dilaporkan.',
        verifier,
        aMoment(),
      )
    expect(leftBy(aComplaint(), guarding('kepala' as StaffId))).toMatchObject([{ to: 'kepala', by: 'verifikator' }])
    expect(leftBy(aComplaint(), guarding(null))).toEqual([])
  })

  it('tells each act of the reporter to whose turn it is', () => {
    const duties = [
      leftBy(aComplaint(), (one) => writeToOffice(one, { text: 'Tambahan.', completes: false }, aMoment())),
      leftBy(aComplaintIn('incomplete'), (one) => writeToOffice(one, { text: 'Foto.', completes: true }, aMoment())),
      leftBy(aComplaint(), (one) => withdraw(one, undefined, { kind: 'reporter' }, aMoment())),
      leftBy(aComplaintIn('answered'), (one) => object(one, 'Belum.', aMoment())),
      leftBy(aComplaint(), (one) => askAboutData(one, { kind: 'access', text: 'Data saya.' }, aMoment())),
    ].map((notes) => notes.map(({ kind, duty }) => `${kind} ${duty}`))
    const answered = (duty: string) => [`reporter_answered ${duty}`]
    expect(duties).toEqual([
      answered('handling'),
      answered('handling'),
      answered('handling'),
      answered('approval'),
      answered('rights'),
    ])
  })

  it('is nothing when time alone withdraws a complaint', () => {
    expect(leftBy(aComplaint(), (one) => withdraw(one, undefined, { kind: 'system' }, aMoment()))).toEqual([])
  })

  it.each([
    [{ stars: 2, solved: true }, 1],
    [{ stars: 5, solved: false }, 1],
    [{ stars: 4, solved: true }, 0],
  ])('of a rating %j are %i alerts', (rating, alerts) => {
    expect(leftBy(aComplaintIn('answered'), (one) => rate(one, rating, aMoment()))).toHaveLength(alerts)
  })
})
