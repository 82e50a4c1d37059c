import { describe, expect, it } from 'vitest'
import { guardCase } from '../../service/case/access/guarding.ts'
import { waitsSince } from '../../service/case/news.ts'
import { accept, object, rate, withdraw, writeToOffice } from '../../service/case/reporter-acts.ts'
import { answerAboutData, askAboutData } from '../../service/case/reporter-rights.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import type { Moment } from '../../service/case/shape/history.ts'
import { askForCompletion, extendHandling, pauseClocks, resumeClocks } from '../../service/desk/clocks.ts'
import { answer, decideObjection, decline, proposeAnswer, returnAnswer, verify } from '../../service/desk/decisions.ts'
import { dispatch } from '../../service/desk/dispatch.ts'
import { writeToReporter } from '../../service/desk/messages.ts'
import { lapse } from '../../service/following/completions.ts'
import { reopen } from '../../service/following/follow-complaint.ts'
import { firstRulePack } from '../../service/offices/calendar/rule-pack.ts'
import type { Status } from '../../service/offices/vocabulary.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaint, aComplaintIn, aMoment, head, mondayAtTen, officer, verifier } from '../support/a-complaint.ts'
import { anAssignment } from '../support/an-assignment.ts'

const reporter = { kind: 'reporter' } as const
const text = 'Kata-kata petugas.'
const asked = { items: ['evidence'] as const, text }
const given = { outcome: 'clarified', text } as const

type Does = (complaint: Complaint, moment: Moment) => Complaint

const verifies: Does = (complaint, moment) => verify(complaint, undefined, 'open', verifier, moment)
const asks: Does = (complaint, moment) => askForCompletion(complaint, asked, 'open', verifier, moment)
const completes: Does = (complaint, moment) => writeToOffice(complaint, { text, completes: true }, moment)
const pauses: Does = (complaint, moment) => pauseClocks(complaint, { reason: text, as: 'head' }, verifier, moment)
const resumes: Does = (complaint, moment) => resumeClocks(complaint, verifier, moment)
const another = officer('kepala-lain', 'Kepala lain')

/** What runs, `|`, what stands still. Each act happens a day after the one before. */
const table: readonly (readonly [name: string, from: Status, acts: readonly Does[], runs: string, stands: string])[] = [
  ['nothing yet', 'received', [], 'verification first_response', ''],
  ['a message to the reporter', 'received', [(c, m) => writeToReporter(c, { text }, head, m)], 'verification', ''],
  ['verification', 'received', [verifies], 'handling_non_oversight', ''],
  ['asking for completion', 'received', [asks], 'completion', 'verification'],
  ['completion', 'received', [asks, completes], 'verification', ''],
  ['asking again while handling', 'in_progress', [asks], 'completion', 'handling_non_oversight'],
  ['completion while handling', 'in_progress', [asks, completes], 'handling_non_oversight', ''],
  ['a pause', 'in_progress', [pauses], '', 'handling_non_oversight'],
  ['a pause that is over', 'in_progress', [pauses, resumes], 'handling_non_oversight', ''],
  ['completion, which ends a pause', 'in_progress', [pauses, asks, completes], 'handling_non_oversight', ''],
  [
    'a message of the reporter, which ends a pause',
    'in_progress',
    [pauses, (c, m) => writeToOffice(c, { text, completes: false }, m)],
    'handling_non_oversight',
    '',
  ],
  [
    'more time',
    'in_progress',
    [(c, m) => extendHandling(c, { days: 3, reason: text }, head, m)],
    'handling_non_oversight',
    '',
  ],
  ['an answer', 'in_progress', [(c, m) => answer(c, given, head, m)], 'objection_window', ''],
  [
    'an answer, while the office paused',
    'in_progress',
    [pauses, (c, m) => answer(c, given, head, m)],
    'objection_window',
    '',
  ],
  ['an objection', 'answered', [(c, m) => object(c, text, m)], 'objection_decision', ''],
  [
    'an objection that is upheld',
    'objected',
    [(c, m) => decideObjection(c, { upheld: true, text }, another, m)],
    'handling_non_oversight',
    '',
  ],
  ['an objection that is not', 'objected', [(c, m) => decideObjection(c, { upheld: false, text }, another, m)], '', ''],
  ['acceptance', 'answered', [accept], '', ''],
  [
    'declining',
    'received',
    [(c, m) => decline(c, { reason: 'not_a_complaint', text, elsewhere: text }, head, m)],
    'objection_window',
    '',
  ],
  ['withdrawal', 'incomplete', [(c, m) => withdraw(c, undefined, reporter, m)], '', ''],
]

const in_ = (complaint: Complaint, isPaused: boolean): string =>
  complaint.clocks
    .filter(({ stoppedAt, pausedAt }) => stoppedAt === null && (pausedAt !== null) === isPaused)
    .map(({ clock }) => clock)
    .join(' ')

describe('the clocks of a case', () => {
  it.each(table)('after %s (from %s)', (_, from, acts, runs, stands) => {
    const after = acts.reduce((complaint, act, day) => act(complaint, aMoment(day + 1)), aComplaintIn(from))

    expect([in_(after, false), in_(after, true)]).toEqual([runs, stands])
  })

  it('give the reporter a way back when completion did not come, and take the case up where it stood', () => {
    const gone = lapse(asks(aComplaintIn('in_progress'), aMoment(1)), aMoment(40))
    expect([gone.status, in_(gone, false)]).toEqual(['withdrawn', 'reopening'])

    const back = reopen(gone, 'Ini fotonya.', aMoment(60))

    expect([back.status, in_(back, false)]).toEqual(['in_progress', 'handling_non_oversight'])
    expect(back.dossier.messages.at(-1)).toMatchObject({ text: 'Ini fotonya.', by: reporter })
    expect(in_(lapse(gone, aMoment(80)), false)).toBe('')
  })

  it('of duties about personal data run beside them in hours, until each is done', () => {
    const requested = askAboutData(aComplaintIn('closed'), { kind: 'access', text }, aMoment(1))
    const [request] = requested.dossier.dataRequests
    expect(request?.clock).toMatchObject({ clock: 'personal_data', unit: 'hours', stoppedAt: null })

    const done = answerAboutData(requested, request!.id, { granted: true, text }, head, aMoment(2))
    expect(done.dossier.dataRequests[0]?.clock.stoppedAt).toBe(aMoment(2).at)
  })

  it('keep the rules that held when it was received, whatever the unit set since', () => {
    const faster = {
      ...firstRulePack,
      id: 'unit-2',
      from: mondayAtTen,
      clocks: {
        ...firstRulePack.clocks,
        handling_non_oversight: { amount: 1, unit: 'working_days', legalBasis: null },
      },
    } as const
    const later = { ...aMoment(1), rulePacks: [firstRulePack, faster] as const }

    const kept = verify(aComplaintIn('received'), undefined, 'open', verifier, later)
    const fresh = verify(aComplaintIn('received', { rulePack: 'unit-2' }), undefined, 'open', verifier, later)

    expect(kept.clocks.at(-1)).toMatchObject({ amount: 14, rulePack: 'id-2026-1' })
    expect(fresh.clocks.at(-1)).toMatchObject({ amount: 1, rulePack: 'unit-2' })
  })
})

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
