import { describe, expect, it } from 'vitest'
import type { CaseRequest } from '../../service/case/access/case-actions.ts'
import { guardCaseAgainst } from '../../service/case/access/guarding.ts'
import { MOST_SLIPS } from '../../service/case/tasks.ts'
import { type ActBodies, performAct } from '../../service/desk/case-acts.ts'
import { handlersFor, reportCarriedOut } from '../../service/desk/dispatch.ts'
import { listToday } from '../../service/register/list-today.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { recipientsOf } from '../../service/telling/alerts/tell-staff.ts'
import { aComplaintIn } from '../support/a-complaint.ts'
import { staffWith } from '../support/a-desk.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'
import { away } from '../support/a-small-unit.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { dinas, organisasi } from '../support/two-units.ts'

const anOffice = () =>
  anOfficeOf({
    kepala: { roles: ['unit_head'] },
    verifikator: { roles: ['verifier'] },
    petugas: { roles: ['case_handler'] },
    rekan: { roles: ['case_handler'] },
    penerima: { roles: ['intake_officer'] },
    pengamat: { roles: ['observer'] },
  })

async function aCaseInHand() {
  const office = await anOffice()
  const { id: number, revision } = await office.receive(aComplaintIn('in_progress'))
  const verifier = await office.member('verifikator')
  const send = (request: Partial<CaseRequest & ActBodies['dispatch']> = {}) =>
    performAct(office.ports, verifier, 'dispatch', { number, revision, handler: 'petugas', ...request })
  return { ...office, number, revision, verifier, send }
}

describe('a disposition', () => {
  it('goes to one who leads and to others who assist, each with what they are to do', async () => {
    const { send, member } = await aCaseInHand()
    const sent = await send({
      instructions: ['follow_up', 'draft_answer'],
      instruction: 'Mintai keterangan loket dua.',
      dueOn: '2026-11-27',
      assistants: [{ staff: 'penerima', instructions: ['gather_evidence'], instruction: 'Ambil buku tamu.' }],
    })
    expect(sent).toMatchObject({ handler: 'petugas', dossier: { instruction: 'Mintai keterangan loket dua.' } })
    expect(sent.dossier.dispositions).toMatchObject([
      {
        by: { id: 'verifikator', name: 'Nama verifikator' },
        assignments: [
          { to: 'petugas', name: 'Nama petugas', instructions: ['follow_up', 'draft_answer'], dueOn: '2026-11-27' },
          { to: 'penerima', instructions: ['gather_evidence'], text: 'Ambil buku tamu.', dueOn: null, done: null },
        ],
      },
    ])
    const people = await Promise.all(['kepala', 'verifikator', 'petugas', 'penerima'].map(member))
    const told = sent.alerts
      .filter(({ kind }) => kind === 'dispatched_to_me')
      .flatMap((note) => recipientsOf(note, sent, people, []))
    expect(told).toEqual(['petugas', 'penerima'])
  })

  it('stays when the case is dispatched anew, up to so many', async () => {
    const { send, revision } = await aCaseInHand()
    for (let more = 0; more < MOST_SLIPS; more++) await send({ revision: revision + more, instruction: `ke-${more}` })
    expect(await laterRefusalOf(send({ revision: revision + MOST_SLIPS }))).toBe('disposition/too-many')
  })

  it('goes to nobody who may not read the case, twice to nobody, and to no day that has passed', async () => {
    const { send } = await aCaseInHand()
    const assisting = (...staff: string[]) => send({ assistants: staff.map((one) => ({ staff: one })) })
    for (const nobody of ['pengamat', 'orang-asing']) {
      expect(await laterRefusalOf(assisting(nobody))).toBe('staff/unknown')
    }
    expect(await laterRefusalOf(send({ handler: 'penerima' }))).toBe('staff/unknown')
    expect(await laterRefusalOf(assisting('petugas'))).toBe('request/invalid')
    expect(await laterRefusalOf(assisting('rekan', 'rekan'))).toBe('request/invalid')
    expect(await laterRefusalOf(send({ dueOn: '2026-11-22' }))).toBe('request/invalid')
  })

  it('goes to nobody whom the case is kept from, and names none of them to choose from', async () => {
    const { ports, send, number, revision, verifier } = await aCaseInHand()
    await guardCaseAgainst(ports, verifier, { number, revision, staff: ['rekan'], because: 'Ia yang dilaporkan.' })
    const guarded = revision + 1
    expect(await laterRefusalOf(send({ revision: guarded, assistants: [{ staff: 'rekan' }] }))).toBe('staff/unknown')
    const named = async (part: 'lead' | 'assist') =>
      (await handlersFor(ports, verifier, { number, part })).map(({ membership }) => membership.id)
    expect(await named('lead')).toEqual(['kepala', 'petugas'])
    expect(await named('assist')).toEqual(['kepala', 'penerima', 'petugas', 'verifikator'])
  })
})

describe('who got a disposition', () => {
  it('tells what they did, once, though they may do nothing else to the case', async () => {
    const { ports, send, number, member } = await aCaseInHand()
    const sent = await send({ assistants: [{ staff: 'penerima' }] })
    const { id } = sent.dossier.dispositions[0]!
    const assistant = await member('penerima')
    const told = await reportCarriedOut(ports, assistant, { number, id, text: 'Buku tamu sudah disalin.' })
    expect(told.dossier.dispositions[0]!.assignments[1]!.done).toMatchObject({ text: 'Buku tamu sudah disalin.' })
    expect(told.dossier.history.at(-1)).toMatchObject({ event: 'assignment_done', public: false })
    expect(told.revision).toBe(sent.revision + 1)
    const again = reportCarriedOut(ports, assistant, { number, id, text: 'Lagi.' })
    expect(await laterRefusalOf(again)).toBe('disposition/already-done')
  })

  it('tells it of their own alone, and nobody else does', async () => {
    const { ports, send, number, verifier, member } = await aCaseInHand()
    const { id } = (await send()).dossier.dispositions[0]!
    const words = { number, id, text: 'Selesai.' }
    expect(await laterRefusalOf(reportCarriedOut(ports, verifier, words))).toBe('disposition/unknown')
    const petugas = await member('petugas')
    expect(await laterRefusalOf(reportCarriedOut(ports, petugas, { ...words, id: 'lain' }))).toBe('disposition/unknown')
    expect(await laterRefusalOf(reportCarriedOut(ports, await member('pengamat'), words))).toBe('staff/not-permitted')
    const stranger = staffWith(['case_handler'], dinas, 'petugas')
    expect(await laterRefusalOf(reportCarriedOut(ports, stranger, words))).toBe('complaint/not-found')
  })

  it('is also who stands in for them, and who dispatches while they are away with nobody in their place', async () => {
    const { ports, send, number, verifier, member } = await aCaseInHand()
    const sent = await send({ assistants: [{ staff: 'penerima' }, { staff: 'rekan' }] })
    const { id } = sent.dossier.dispositions[0]!
    const kinds = async (who: string) => (await listToday(ports, await member(who))).items.map(({ kind }) => kind)
    expect([await kinds('penerima'), await kinds('kepala'), await kinds('pengamat')]).toEqual([['assistance'], [], []])
    const words = { number, id, text: 'Buku tamu sudah disalin.' }
    expect(await laterRefusalOf(reportCarriedOut(ports, verifier, words))).toBe('disposition/unknown')
    const leave = async (who: string, deputy: string | null) => {
      const { version: _, ...place } = (await ports.staff.membership(organisasi, who))!
      await ports.staff.saveMembership({ ...place, absences: [away(deputy)] })
    }
    await leave('penerima', 'kepala')
    await leave('rekan', null)
    expect([await kinds('kepala'), await kinds('verifikator')]).toEqual([['assistance'], ['assistance']])
    const deputy = await reportCarriedOut(ports, await member('kepala'), words)
    expect(deputy.dossier.dispositions[0]!.assignments[1]!.done).toMatchObject({ by: 'Nama kepala' })
    const rest = await reportCarriedOut(ports, await member('verifikator'), {
      ...words,
      text: 'Diberikan kepada lain.',
    })
    expect(rest.dossier.dispositions[0]!.assignments[2]!.done).toMatchObject({ by: 'Nama verifikator' })
    expect([await kinds('kepala'), await kinds('verifikator')]).toEqual([[], []])
  })

  it('is nobody once the case is kept from them', async () => {
    const { ports, send, number, verifier, member } = await aCaseInHand()
    const { dossier, revision } = await send({ assistants: [{ staff: 'rekan' }] })
    await guardCaseAgainst(ports, verifier, { number, revision, staff: ['rekan'], because: 'Ia yang dilaporkan.' })
    const words = { number, id: dossier.dispositions[0]!.id, text: 'Selesai.' }
    const kept = { ...(await member('rekan')), id: 'rekan' as StaffId }
    expect(await laterRefusalOf(reportCarriedOut(ports, kept, words))).toBe('complaint/not-found')
  })
})
