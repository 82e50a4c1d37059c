import { describe, expect, it } from 'vitest'
import { performAct } from '../../service/desk/case-acts.ts'
import { decideObjection } from '../../service/desk/decisions.ts'
import { mayTakeRecord, missedClocks } from '../../service/following/follow-complaint.ts'
import { viewWordings } from '../../service/http/view-wording.ts'
import { recordPaper } from '../../service/http/views/case-print.ts'
import type { Instant } from '../../service/shared/instant.ts'
import { aComplaint, aComplaintIn, aMoment, head, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { organisasi } from '../support/two-units.ts'

const links = { verify: (id: string) => `https://aduan.example/verify/${id}`, receipt: () => '', follow: () => '' }

describe('the reporter’s record', () => {
  it('can be had from the moment that a date of the office has passed, and from then on', () => {
    const received = aComplaint()
    // Three working days from that Monday end on Thursday.
    expect(mayTakeRecord(received, '2026-11-26T08:00:00.000Z' as Instant)).toBe(false)
    expect(mayTakeRecord(received, '2026-11-27T02:00:00.000Z' as Instant)).toBe(true)
    expect(missedClocks(received, '2026-11-27T02:00:00.000Z' as Instant).map(({ clock }) => clock)).toEqual([
      'verification',
    ])
    const since = { ...received, clocks: received.clocks.map((one) => ({ ...one, stoppedAt: aMoment(5).at })) }
    expect(mayTakeRecord(since, aMoment(30).at)).toBe(true)
    const inTime = { ...received, clocks: received.clocks.map((one) => ({ ...one, stoppedAt: mondayAtTen })) }
    expect(mayTakeRecord(inTime, aMoment(30).at)).toBe(false)
  })

  it('can be had once the matter was refused or an objection decided, and not of a destroyed case', async () => {
    const desk = await aDesk()
    const { id: number, revision } = await desk.receive(aComplaintIn('received'))
    const asked = { number, revision, reason: 'not_our_authority', text: 'Bukan.', elsewhere: 'Dinas' } as const
    const declined = await performAct(desk.ports, staffWith(['verifier']), 'decline', asked)
    expect(mayTakeRecord(declined, mondayAtTen)).toBe(true)
    const gone = { at: mondayAtTen, record: 'BA-1', fingerprint: 'x' } as unknown as (typeof declined)['destroyed']
    expect(mayTakeRecord({ ...declined, destroyed: gone }, mondayAtTen)).toBe(false)
    const objected = aComplaintIn('objected')
    expect(mayTakeRecord(objected, mondayAtTen)).toBe(false)
    const decision = { upheld: false, text: 'Jawaban tetap.' }
    expect(mayTakeRecord(decideObjection(objected, decision, verifier, aMoment()), mondayAtTen)).toBe(true)
  })

  it('tells what was late and by how it was counted, and nothing that staff keep among themselves', async () => {
    const desk = await aDesk()
    const unit = await desk.ports.tenants.get(organisasi)
    const answered = aComplaintIn('answered')
    const kept = 'Rahasia di antara petugas'
    const { history } = answered.dossier
    const line = { at: mondayAtTen, event: 'note', by: head, text: kept, public: false } as const
    const complaint = {
      ...answered,
      dossier: {
        ...answered.dossier,
        history: [...history, line],
        notes: [{ at: mondayAtTen, by: head, text: kept }],
        instruction: kept,
        proposal: { at: mondayAtTen, by: head, outcome: 'clarified', text: kept } as const,
        messages: [{ id: 'm', at: mondayAtTen, by: verifier, text: 'Kabar dari kantor.' }],
        delays: [],
      },
      clocks: answered.clocks.map((one) =>
        one.clock === 'verification' ? { ...one, stoppedAt: '2026-11-30T03:00:00.000Z' as Instant } : one,
      ),
    }
    for (const language of ['id', 'en'] as const) {
      const context = { wording: viewWordings[language], links, now: aMoment(10).at, earlier: [], others: [] }
      const paper = recordPaper({ complaint, identity: null }, unit, context as never)
      const said = JSON.stringify(paper)
      for (const hidden of [kept, 'Nama kepala', 'Nama verifikator']) expect(said).not.toContain(hidden)
      for (const told of ['Kabar dari kantor.', 'Kepala bagian', 'Ombudsman', 'ombudsman.go.id', complaint.id]) {
        expect(said).toContain(told)
      }
      expect(said).toContain(language === 'id' ? '3 hari kerja setelah Senin, 23 November 2026' : '3 working days')
      expect(said).toContain(language === 'id' ? 'baru dilakukan Senin, 30 November 2026' : 'done only')
    }
  })
})
