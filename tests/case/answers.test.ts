import { describe, expect, it } from 'vitest'
import { clockNamed } from '../../service/case/case-clocks.ts'
import { accept, mayObject, object, writeToOffice } from '../../service/case/reporter-acts.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { askForCompletion } from '../../service/desk/clocks.ts'
import {
  answer,
  close,
  decideObjection,
  decline,
  proposeAnswer,
  returnAnswer,
  verify,
} from '../../service/desk/decisions.ts'
import { needsGroundedDecision } from '../../service/desk/redactions.ts'
import { aComplaint, aComplaintIn, aMoment, head, officer, verifier } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { laterRefusalOf, refusalOf } from '../support/refused.ts'
import { dinas, organisasi } from '../support/two-units.ts'

const proposed = { outcome: 'substantiated', text: 'Berkas kami proses.' } as const

describe('verification', () => {
  const anonymous = aComplaint({ privacy: 'anonymous' })
  const decision = { wellFounded: true, because: 'Ada nomor antrean dan tanggal.' }

  it('of a complaint without identity needs the decision whether it is well founded, and keeps it with its reason', () => {
    expect(needsGroundedDecision(anonymous, 'grounded')).toBe(true)
    expect(refusalOf(() => verify(anonymous, undefined, 'grounded', verifier, aMoment()))).toBe(
      'verification/decision-needed',
    )
    const verified = verify(anonymous, decision, 'grounded', verifier, aMoment())
    expect(verified.dossier.grounded).toEqual({ at: aMoment().at, ...decision })
    expect(verified.dossier.history.at(-1)).toMatchObject({ event: 'in_progress', text: decision.because })
    expect(needsGroundedDecision(verified, 'grounded')).toBe(false)
  })

  it('does not let an unfounded one through', () => {
    const unfounded = { ...decision, wellFounded: false }
    expect(refusalOf(() => verify(anonymous, unfounded, 'grounded', verifier, aMoment()))).toBe(
      'verification/not-well-founded',
    )
  })

  it('keeps the no and its reason where an identity is asked for first, and weighs again what comes without one', () => {
    const question = { items: ['identity'], text: 'Tanpa nama kami tidak dapat memeriksa.' } as const
    const asked = askForCompletion(anonymous, question, 'grounded', verifier, aMoment())
    expect(asked.dossier.grounded).toEqual({ at: aMoment().at, wellFounded: false, because: question.text })
    const completed = writeToOffice(asked, { text: 'Saksinya dua orang.', completes: true }, aMoment(1))
    expect(needsGroundedDecision(completed, 'grounded')).toBe(true)
    const verified = verify(completed, decision, 'grounded', verifier, aMoment(1))
    expect(verified.dossier.grounded).toMatchObject({ wellFounded: true })
    expect(askForCompletion(anonymous, question, 'open', verifier, aMoment()).dossier.grounded).toBeNull()
    expect(askForCompletion(verified, question, 'grounded', verifier, aMoment(1)).dossier.grounded).toMatchObject({
      wellFounded: true,
    })
  })

  it('keeps the no where the complaint is declined for it, which one with an identity cannot be', () => {
    const declining = {
      reason: 'no_identity_not_grounded',
      text: 'Tidak ada waktu dan tempat.',
      elsewhere: 'Ombudsman',
    } as const
    expect(decline(anonymous, declining, verifier, aMoment()).dossier).toMatchObject({
      grounded: { wellFounded: false, because: declining.text },
      declined: { reason: declining.reason },
    })
    expect(refusalOf(() => decline(aComplaint(), declining, verifier, aMoment()))).toBe('request/invalid')
    const other = { ...declining, reason: 'not_a_complaint' } as const
    expect(decline(anonymous, other, verifier, aMoment()).dossier.grounded).toBeNull()
  })

  it('asks nothing of the sort where a name was given, or where the unit takes all alike', () => {
    expect(needsGroundedDecision(aComplaint(), 'grounded')).toBe(false)
    expect(needsGroundedDecision(anonymous, 'open')).toBe(false)
    expect(verify(anonymous, undefined, 'open', verifier, aMoment()).status).toBe('in_progress')
  })

  it.each([
    ['oversight', 'handling_oversight'],
    ['non_oversight', 'handling_non_oversight'],
  ] as const)('of a complaint that is %s starts the clock %s', (complaintClass, clock) => {
    const verified = verify(aComplaint({ class: complaintClass }), undefined, 'open', verifier, aMoment())
    expect(clockNamed(verified.clocks, clock)).toMatchObject({ stoppedAt: null })
  })
})

it('a case that somebody handles is declined by the head, not by a verifier alone', async () => {
  const { ports, receive } = await aDesk()
  const declining = { reason: 'before_court', text: 'Sedang disidangkan.', elsewhere: 'PTUN' } as const
  const handler = staffWith(['case_handler']).id
  const handled = await receive(aComplaintIn('in_progress', { handler }))
  const one = { number: handled.id, revision: handled.revision, ...declining }
  expect(await laterRefusalOf(performAct(ports, staffWith(['verifier']), 'decline', one))).toBe('decline/head-decides')
  expect((await performAct(ports, staffWith(['unit_head']), 'decline', one)).status).toBe('declined')
  const fresh = await receive(aComplaint())
  const other = { number: fresh.id, revision: fresh.revision, ...declining }
  expect((await performAct(ports, staffWith(['verifier']), 'decline', other)).status).toBe('declined')
})

it('a case is handed only to somebody of this unit who handles cases', async () => {
  const desk = await aDesk()
  const person = { name: 'Citra Umpama', email: 'citra@contoh.example', position: 'Petugas' }
  const members = [
    { tenant: organisasi, id: 'penerima', ...person, roles: ['intake_officer'] },
    { tenant: dinas, id: 'orang-lain', ...person, roles: ['case_handler'] },
  ] as const
  for (const member of members) await desk.ports.staff.saveMembership(member)
  const { id: number, revision } = await desk.receive(aComplaintIn('in_progress'))

  for (const handler of ['penerima', 'orang-lain', 'tidak-ada']) {
    const handed = performAct(desk.ports, staffWith(['verifier']), 'dispatch', { number, revision, handler })
    expect(await laterRefusalOf(handed)).toBe('staff/unknown')
  }
})

describe('an answer', () => {
  const waiting = proposeAnswer(aComplaintIn('in_progress'), proposed, verifier, aMoment())

  it('waits for the head, who approves it as it is', () => {
    const { dossier, answeredBy } = answer(waiting, {}, head, aMoment(1))
    expect(dossier.answer).toEqual({ at: aMoment(1).at, by: head, ...proposed })
    expect(dossier.proposal).toBeNull()
    expect(answeredBy).toBe('kepala')
  })

  it('can be given in other words', () => {
    const given = answer(waiting, { outcome: 'clarified', text: 'Begini penjelasannya.' }, head, aMoment())
    expect(given.dossier.answer).toMatchObject({ outcome: 'clarified', text: 'Begini penjelasannya.' })
  })

  it('goes back to the handler with what is to be mended, which the reporter does not read', () => {
    const back = returnAnswer(waiting, 'Sebutkan tanggalnya.', head, aMoment())
    expect(back.status).toBe('in_progress')
    expect(back.dossier.proposal).toMatchObject(proposed)
    expect(back.dossier.history.at(-1)).toMatchObject({ text: 'Sebutkan tanggalnya.', public: false })
  })

  it('is not given without an outcome and words', () => {
    expect(refusalOf(() => answer(aComplaintIn('in_progress'), {}, head, aMoment()))).toBe('answer/empty')
    expect(refusalOf(() => answer(aComplaintIn('in_progress'), { text: 'Ya.' }, head, aMoment()))).toBe('answer/empty')
  })
})

describe('an objection', () => {
  const objected = object(aComplaintIn('answered'), 'Belum saya terima.', aMoment(1))

  it('is taken until midnight of the tenth working day, also when the case is closed early', () => {
    const answered = aComplaintIn('answered')
    const closed = close(answered, undefined, head, aMoment())
    const { dueAt } = clockNamed(answered.clocks, 'objection_window')!
    expect(dueAt).toBe('2026-12-07T16:59:59.999Z')
    for (const complaint of [answered, closed]) {
      expect(mayObject(complaint, dueAt)).toBe(true)
      expect(mayObject(complaint, aMoment(15).at)).toBe(false)
      expect(refusalOf(() => object(complaint, 'Terlambat', aMoment(15)))).toBe('objection/window-over')
    }
  })

  it('is not taken from who has accepted the answer', () => {
    expect(mayObject(accept(aComplaintIn('answered'), aMoment()), aMoment().at)).toBe(false)
  })

  it('is not decided by the one who answered', () => {
    const decide = () => decideObjection(objected, { upheld: false, text: 'Tetap.' }, head, aMoment(2))
    expect(refusalOf(decide)).toBe('objection/own-answer')
  })

  it('that is upheld has the matter handled again, with a fresh clock', () => {
    const again = decideObjection(
      objected,
      { upheld: true, text: 'Anda benar.' },
      officer('wakil', 'Wakil'),
      aMoment(2),
    )
    expect(again.status).toBe('in_progress')
    expect(again.clocks.filter(({ stoppedAt }) => stoppedAt === null)).toMatchObject([
      { clock: 'handling_non_oversight', startedAt: aMoment(2).at },
    ])
  })
})

describe('an objection to a complaint that was declined', () => {
  const declined = aComplaintIn('declined')
  const objected = object(declined, 'Kantor ini berwenang.', aMoment(1))

  it('is taken until midnight of the tenth working day', () => {
    const { dueAt } = clockNamed(declined.clocks, 'objection_window')!
    expect(dueAt).toBe('2026-12-07T16:59:59.999Z')
    expect(mayObject(declined, dueAt)).toBe(true)
    expect(refusalOf(() => object(declined, 'Terlambat', aMoment(15)))).toBe('objection/window-over')
  })

  it('is not decided by the one who declined', () => {
    const decide = () => decideObjection(objected, { upheld: true, text: 'Benar.' }, verifier, aMoment(2))
    expect(refusalOf(decide)).toBe('objection/own-answer')
  })

  it('that is rejected leaves it declined, once and for all', () => {
    const over = decideObjection(objected, { upheld: false, text: 'Tetap.' }, head, aMoment(2))
    expect(over).toMatchObject({ status: 'declined', dossier: { declined: declined.dossier.declined } })
    expect(over.clocks.filter(({ stoppedAt }) => stoppedAt === null)).toEqual([])
    expect(mayObject(over, aMoment(2).at)).toBe(false)
  })

  it('that is upheld has it handled, and a later objection to its answer ends as such', () => {
    const again = decideObjection(objected, { upheld: true, text: 'Anda benar.' }, head, aMoment(2))
    expect(again).toMatchObject({ status: 'in_progress', dossier: { declined: null } })
    expect(again.clocks.filter(({ stoppedAt }) => stoppedAt === null)).toMatchObject([
      { clock: 'handling_non_oversight', startedAt: aMoment(2).at },
    ])
    const words = { outcome: 'unsubstantiated', text: 'Tidak ada pungutan.' } as const
    const second = object(answer(again, words, head, aMoment(3)), 'Keliru.', aMoment(4))
    expect(decideObjection(second, { upheld: false, text: 'Tetap.' }, verifier, aMoment(5)).status).toBe('closed')
  })
})

describe('who decides on an objection', () => {
  const words = { outcome: 'unsubstantiated', text: 'Tidak ada pungutan.' } as const
  const decision = { upheld: false, text: 'Jawaban tetap.' }
  const other = officer('sekretaris', 'Sekretaris')

  it('is neither who gave the answer nor who proposed its words, whatever they may do', () => {
    const proposed = proposeAnswer(aComplaintIn('in_progress'), words, verifier, aMoment())
    const objected = object(answer(proposed, {}, head, aMoment()), 'Keliru.', aMoment())
    for (const one of [head, verifier]) {
      expect(refusalOf(() => decideObjection(objected, decision, one, aMoment()))).toBe('objection/own-answer')
    }
    expect(decideObjection(objected, decision, other, aMoment())).toMatchObject({ status: 'closed' })
  })

  it('is not the proposer either where the head put the answer into other words', () => {
    const proposed = proposeAnswer(aComplaintIn('in_progress'), words, verifier, aMoment())
    const objected = object(answer(proposed, { text: 'Lain.' }, head, aMoment()), 'Keliru.', aMoment())
    expect(refusalOf(() => decideObjection(objected, decision, verifier, aMoment()))).toBe('objection/own-answer')
  })

  it('may be who answered before, once somebody else has answered anew', () => {
    const objected = object(answer(aComplaintIn('in_progress'), words, head, aMoment()), 'Keliru.', aMoment())
    const again = decideObjection(objected, { ...decision, upheld: true }, other, aMoment())
    expect(again.clocks.find(({ clock, stoppedAt }) => clock === 'objection_decision' && !stoppedAt)).toBeUndefined()
    const second = object(answer(again, words, other, aMoment()), 'Masih keliru.', aMoment())
    expect(refusalOf(() => decideObjection(second, decision, other, aMoment()))).toBe('objection/own-answer')
    expect(decideObjection(second, decision, head, aMoment())).toMatchObject({ status: 'closed' })
  })

  it('has fourteen working days, counted from the objection', () => {
    const { clocks } = object(answer(aComplaintIn('in_progress'), words, head, aMoment()), 'Keliru.', aMoment())
    const running = clocks.find(({ clock, stoppedAt }) => clock === 'objection_decision' && !stoppedAt)
    // From Monday the 23rd of November, without weekends: Friday the 11th of December.
    expect(running?.dueAt.slice(0, 10)).toBe('2026-12-11')
  })
})
