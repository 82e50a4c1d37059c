import { describe, expect, it } from 'vitest'
import { clockNamed } from '../../service/case/case-clocks.ts'
import { isOverdue } from '../../service/case/deadlines/clocks.ts'
import { reporterActsOpen } from '../../service/case/reporter-acts.ts'
import { endedAt } from '../../service/case/retention.ts'
import { close } from '../../service/desk/decisions.ts'
import { lapse, lapseComplaints } from '../../service/following/completions.ts'
import { aComplaintIn, aMoment, head } from '../support/a-complaint.ts'
import { aDesk } from '../support/a-desk.ts'
import { organisasi } from '../support/two-units.ts'

describe('what time alone does', () => {
  it('closes an answer that nobody objected to, and calls no clock late', () => {
    const answered = aComplaintIn('answered')
    expect(lapse(answered, aMoment(13))).toBe(answered)

    const closed = lapse(answered, aMoment(15))

    expect(closed.status).toBe('closed')
    expect(closed.dossier.history.at(-1)).toMatchObject({ event: 'closed', by: { kind: 'system' } })
    expect(closed.notices.at(-1)).toMatchObject({ event: 'closed' })
    expect(closed.clocks.filter((clock) => isOverdue(clock, aMoment(15).at))).toEqual([])
  })

  it('ends the objection window of a case that was closed early, which changes nothing that anybody did', () => {
    const closed = close(aComplaintIn('answered'), undefined, head, aMoment())

    const over = lapse(closed, aMoment(15))

    const { dueAt } = clockNamed(closed.clocks, 'objection_window')!
    expect(clockNamed(over.clocks, 'objection_window')).toMatchObject({ stoppedAt: dueAt })
    expect({ ...over, clocks: [] }).toEqual({ ...closed, clocks: [] })
    expect(lapse(over, aMoment(16))).toBe(over)
  })

  it('ends the window of a declined complaint, which then is over for good', () => {
    const declined = aComplaintIn('declined')
    expect(endedAt(declined)).toBeNull()
    const over = lapse(declined, aMoment(15))
    expect(over.status).toBe('declined')
    expect(endedAt(over)).toBe('2026-12-07T16:59:59.999Z')
    expect(reporterActsOpen(over, aMoment(15).at)).toEqual([])
    expect(lapse(over, aMoment(16))).toBe(over)
  })

  it('takes a complaint that was not completed within thirty days as withdrawn', () => {
    const asked = aComplaintIn('incomplete')
    expect(lapse(asked, aMoment(30))).toBe(asked)

    const withdrawn = lapse(asked, aMoment(31))

    expect(withdrawn.status).toBe('withdrawn')
    expect(withdrawn.dossier.history.at(-1)).toMatchObject({ event: 'withdrawn', by: { kind: 'system' } })
    expect(withdrawn.clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ clock }) => clock)).toEqual([
      'reopening',
    ])
  })

  it('leaves every other complaint as it is, however long it lies', () => {
    for (const status of ['received', 'in_progress', 'awaiting_approval', 'objected', 'forwarded'] as const) {
      const complaint = aComplaintIn(status)
      expect(lapse(complaint, aMoment(400))).toBe(complaint)
    }
  })

  it('reaches the complaints that are due, each once, and no other', async () => {
    const desk = await aDesk()
    const answered = await desk.receive(aComplaintIn('answered'))
    const asked = await desk.receive(aComplaintIn('incomplete'))
    const early = await desk.receive(close(aComplaintIn('answered'), undefined, head, aMoment()))
    const received = await desk.receive(aComplaintIn('received'))
    expect(await lapseComplaints(desk.ports)).toBe(0)

    desk.goOn(40)

    expect(await lapseComplaints(desk.ports)).toBe(3)
    expect(await lapseComplaints(desk.ports)).toBe(0)
    const statusOf = async ({ id }: { id: string }) => (await desk.ports.complaints.get(organisasi, id)).status
    expect(await Promise.all([answered, asked, early, received].map(statusOf))).toEqual([
      'closed',
      'withdrawn',
      'closed',
      'received',
    ])
  })
})
