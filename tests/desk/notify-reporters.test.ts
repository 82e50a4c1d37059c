import { describe, expect, it } from 'vitest'
import { lateClocks, nextNoticeAt } from '../../service/case/case-clocks.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { explainDelay, pauseClocks } from '../../service/desk/clocks.ts'
import { notifyDueReporters, notifyReporter, writeToReporter } from '../../service/desk/messages.ts'
import type { Day } from '../../service/shared/instant.ts'
import { wib } from '../case/deadlines/offices.ts'
import { aComplaintIn, aMoment, head, verifier } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { refusalOf } from '../support/refused.ts'
import { organisasi } from '../support/two-units.ts'

const eventsOf = ({ notices }: { notices: readonly { event: string }[] }) => notices.map(({ event }) => event)
const explain = (newDate: string) => ({ reason: 'Saksi baru dapat ditemui pekan depan.', newDate: newDate as Day })

describe('when a date of the office passes, its reporter', () => {
  const received = aComplaintIn('received')
  const told = notifyReporter(received, aMoment(4))

  it('is told once, on their page and by a notice, before they ask', () => {
    expect(notifyReporter(received, aMoment(3))).toBe(received)
    expect(eventsOf(told)).toEqual(['received', 'late'])
    expect(told.dossier.history.at(-1)).toMatchObject({ event: 'late', by: { kind: 'system' }, public: true })
    expect(notifyReporter(told, aMoment(4))).toBe(told)
  })

  it('is told again of each later date, and of two that passed while the machine stood still in one notice', () => {
    expect(eventsOf(notifyReporter(told, aMoment(9)))).toEqual(['received', 'late', 'late'])
    expect(eventsOf(notifyReporter(received, aMoment(9)))).toEqual(['received', 'late'])
  })

  it('reads why, and the new date, once a person said so; what was not kept stays so', () => {
    const explained = explainDelay(told, explain('2026-12-04'), head, aMoment(5))

    expect(lateClocks(explained.clocks)).toMatchObject([
      { clock: 'verification', dueAt: wib('2026-11-26 16:00'), promisedAt: wib('2026-12-04 16:00') },
    ])
    expect(eventsOf(explained)).toEqual(['received', 'late', 'delay_explained'])
    expect(explained.dossier.history.at(-1)).toMatchObject({ event: 'delay_explained', text: explain('').reason })
  })

  it('is told once more when the promised date passes too', () => {
    const answered = writeToReporter(told, { text: 'Sedang kami periksa.' }, head, aMoment(4))
    const explained = explainDelay(answered, explain('2026-12-04'), head, aMoment(5))

    expect(notifyReporter(explained, aMoment(11))).toBe(explained)
    expect(eventsOf(notifyReporter(explained, aMoment(12))).at(-1)).toBe('late')
  })

  it('is not told of what stands still, nor of their own time', () => {
    const paused = pauseClocks(received, { reason: 'Menunggu hasil laboratorium.', as: 'staff' }, verifier, aMoment(1))
    expect(notifyReporter(paused, aMoment(14))).toBe(paused)
    for (const complaint of [aComplaintIn('answered'), aComplaintIn('closed')]) {
      expect(notifyReporter(complaint, aMoment(400))).toBe(complaint)
    }
  })
})

describe('a promise', () => {
  const late = notifyReporter(aComplaintIn('received'), aMoment(4))

  it.each([
    ['in the past', '2026-11-27'],
    ['years away', '2028-01-01'],
  ])('that lies %s is refused', (_, newDate) => {
    expect(refusalOf(() => explainDelay(late, explain(newDate), head, aMoment(7)))).toBe('request/invalid')
  })

  it('is refused where nothing is late', () => {
    expect(refusalOf(() => explainDelay(aComplaintIn('received'), explain('2026-12-04'), head, aMoment(1)))).toBe(
      'clock/none-late',
    )
  })
})

describe('a reporter who is asked to complete', () => {
  const asked = aComplaintIn('incomplete')

  it('is reminded in the morning seven and two days before, and then no more', () => {
    expect(nextNoticeAt(asked)).toBe(wib('2026-12-16 08:00'))
    const once = notifyReporter(asked, aMoment(23))
    expect(eventsOf(once).at(-1)).toBe('completion_reminder')
    expect(nextNoticeAt(once)).toBe(wib('2026-12-21 08:00'))
    expect(nextNoticeAt(notifyReporter(once, aMoment(28)))).toBeNull()
  })

  it('gets one reminder for two that were due while the machine stood still', () => {
    const late = notifyReporter(asked, aMoment(29))

    expect(eventsOf(late).filter((event) => event === 'completion_reminder')).toHaveLength(1)
    expect(nextNoticeAt(late)).toBeNull()
  })
})

it('each reporter is told once, however often the machine looks', async () => {
  const desk = await aDesk()
  const late = await desk.receive(aComplaintIn('received'))
  const asked = await desk.receive(aComplaintIn('incomplete'))
  await desk.receive(aComplaintIn('answered'))
  expect(await notifyDueReporters(desk.ports)).toBe(0)

  desk.goOn(25)

  expect(await notifyDueReporters(desk.ports)).toBe(2)
  expect(await notifyDueReporters(desk.ports)).toBe(0)
  const read = async ({ id }: { id: string }) => eventsOf(await desk.ports.complaints.get(organisasi, id))
  expect(await Promise.all([late, asked].map(read))).toEqual([
    ['received', 'late'],
    ['received', 'completion_asked', 'completion_reminder'],
  ])
})

it('why a clock stands still lies sealed, not beside the clock', async () => {
  const desk = await aDesk()
  const { id: number, revision } = await desk.receive(aComplaintIn('in_progress'))
  const reason = 'Menunggu keterangan Bidan Misal.'

  const paused = await performAct(desk.ports, staffWith(['case_handler']), 'pause', { number, revision, reason })

  expect(Object.values(paused.dossier.clockReasons)).toEqual([reason])
  expect(JSON.stringify(await desk.store.complaints.get(organisasi, number))).not.toContain('Bidan')
})
