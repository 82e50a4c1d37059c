import { describe, expect, it } from 'vitest'
import { leaveOvertakenToPage, MOST_WAITING_OF_A_KIND } from '../../service/case/notices/delivery.ts'
import { applyReport } from '../../service/case/notices/message-reference.ts'
import { applyLetterState } from '../../service/case/notices/notice-queue.ts'
import { writeToOffice } from '../../service/case/reporter-acts.ts'
import { notifyOfBreach } from '../../service/case/reporter-rights.ts'
import { type Notice, newNotice, UNROUTED } from '../../service/case/shape/notice.ts'
import { writeToReporter } from '../../service/desk/messages.ts'
import { plusMilliseconds } from '../../service/shared/instant.ts'
import { aComplaint, aMoment, head, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { aDesk, type Desk } from '../support/a-desk.ts'
import { organisasi } from '../support/two-units.ts'

const later = (minutes: number) => ({ ...aMoment(), at: plusMilliseconds(mondayAtTen, (minutes + 1) * 60_000) })
const waitingIn = (notices: readonly Notice[]) => notices.filter(({ state }) => state === 'pending')
const triedAt =
  (minutes: number) =>
  (notice: Notice): Notice => ({
    ...notice,
    attempts: [
      ...notice.attempts,
      { at: later(minutes).at, channel: 'email', outcome: 'failed_for_now', reason: 'no_answer', answer: '' },
    ],
  })
const sentAt =
  (minutes: number) =>
  (notice: Notice): Notice => ({
    ...notice,
    state: 'sent',
    channel: 'email',
    nextTryAt: null,
    attempts: [{ at: later(minutes).at, channel: 'email', outcome: 'accepted', reason: null, answer: '' }],
  })

const tell = (desk: Desk, number: string, minutes: number) =>
  desk.ports.complaints.change(organisasi, number, (one) =>
    writeToReporter(one, { text: `Kabar ${minutes}` }, verifier, later(minutes)),
  )

/** A case whose first notice about a message was sent, and whose page then holds it. */
async function aCaseWithMovedNotice(desk: Desk, becomes: (notice: Notice) => Notice) {
  const { id } = await desk.receive(aComplaint())
  const moved = (await tell(desk, id, 0)).notices.at(-1)?.id ?? ''
  await desk.ports.complaints.record(organisasi, id, moved, becomes)
  for (let at = 1; at < 40; at++) {
    const sent = (await tell(desk, id, at)).notices.at(-1)?.id ?? ''
    await desk.ports.complaints.record(organisasi, id, sent, sentAt(at))
  }
  const { notices } = await desk.ports.complaints.get(organisasi, id)
  expect(notices.some((notice) => notice.id === moved)).toBe(false)
  const noticeOf = async () => {
    const whole = await desk.ports.complaints.whole(await desk.ports.complaints.get(organisasi, id))
    return whole.notices.filter((notice) => notice.id === moved)
  }
  return { id, moved, noticeOf }
}

describe('a case whose reporter cannot be reached for weeks', () => {
  it('stays small through 300 acts, and then tells its reporter the newest of each kind once', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    let largest = 0
    for (let at = 0; at < 150; at++) {
      await desk.ports.complaints.change(organisasi, id, (one) =>
        writeToOffice(one, { text: `Mohon kabar ${at}`, completes: true }, later(at)),
      )
      const { notices } = await tell(desk, id, at)
      for (const one of waitingIn(notices)) {
        if (one.attempts.length === 0) await desk.ports.complaints.record(organisasi, id, one.id, triedAt(at))
      }
      largest = Math.max(largest, JSON.stringify(await desk.store.complaints.get(organisasi, id)).length)
    }
    expect(largest).toBeLessThan(60_000)
    const { notices } = await desk.ports.complaints.get(organisasi, id)
    const waiting = waitingIn(notices)
    expect(new Set(waiting.map(({ event }) => event)).size).toBe(waiting.length)
    expect(waiting.find(({ event }) => event === 'message')?.createdAt).toBe(later(149).at)
    const taken: string[] = []
    for (;;) {
      const [claimed] = await desk.ports.complaints.claimDue(UNROUTED, later(200).at, later(201).at, 1)
      if (!claimed) break
      taken.push(claimed.notice.event)
      await desk.ports.complaints.record(organisasi, id, claimed.notice.id, sentAt(200))
    }
    expect(taken.toSorted()).toEqual([...new Set(taken)].toSorted())
    expect(taken).toContain('message')
    const whole = await desk.ports.complaints.whole(await desk.ports.complaints.get(organisasi, id))
    const told = whole.notices.filter(({ event }) => event === 'message')
    expect(told).toHaveLength(150)
    expect(told.filter(({ state }) => state === 'unreachable')).toHaveLength(149)
  })

  it('stays small too where nothing was tried at all', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    for (let at = 0; at < 60; at++) await tell(desk, id, at)
    const { notices } = await desk.ports.complaints.get(organisasi, id)
    expect(waitingIn(notices).filter(({ event }) => event === 'message')).toHaveLength(MOST_WAITING_OF_A_KIND)
  })
})

describe('notices of one kind that wait', () => {
  const notice = (id: string, event: Notice['event']) => newNotice(id, event, mondayAtTen)
  const ids = (notices: readonly Notice[]) => waitingIn(notices).map(({ id }) => id)

  it('go out each while the first was not tried', () => {
    expect(ids(leaveOvertakenToPage([notice('satu', 'message'), notice('dua', 'message')]))).toEqual(['satu', 'dua'])
  })

  it('never fold into each other when they carry codes', () => {
    const codes = Array.from({ length: 9 }, (_, at) => triedAt(0)(notice(`kode-${at}`, 'contact_code')))
    expect(ids(leaveOvertakenToPage(codes))).toHaveLength(9)
  })

  it('are not overtaken by one of another kind', () => {
    const two = [triedAt(0)(notice('satu', 'message')), notice('dua', 'answered')]
    expect(ids(leaveOvertakenToPage(two))).toEqual(['satu', 'dua'])
  })

  it('tell of each breach of personal data although the first was tried', () => {
    const two = [triedAt(0)(notice('satu', 'data_breach')), notice('dua', 'data_breach')]
    expect(ids(leaveOvertakenToPage(two))).toEqual(['satu', 'dua'])
  })
})

describe('a notice that lies on an older page', () => {
  const sending = { channel: 'email', from: 0 } as const
  const report = (state: 'read' | 'failed') => (notice: Notice) =>
    applyReport(notice, sending, { state, reason: null, answer: '' }, later(99).at, later(90).at)

  it('still learns that it was read', async () => {
    const desk = await aDesk()
    const { id, moved, noticeOf } = await aCaseWithMovedNotice(desk, sentAt(0))
    await desk.ports.complaints.record(organisasi, id, moved, report('read'))
    expect(await noticeOf()).toMatchObject([{ state: 'read' }])
    expect((await desk.ports.complaints.get(organisasi, id)).notices.some((one) => one.id === moved)).toBe(false)
  })

  it('is sent again where it did not arrive', async () => {
    const desk = await aDesk()
    const { id, moved, noticeOf } = await aCaseWithMovedNotice(desk, sentAt(0))
    await desk.ports.complaints.record(organisasi, id, moved, report('failed'))
    const { notices } = await desk.ports.complaints.get(organisasi, id)
    expect(notices.find((one) => one.id === moved)).toMatchObject({ state: 'pending', nextTryAt: later(90).at })
    await desk.ports.complaints.record(organisasi, id, moved, sentAt(91))
    for (let at = 100; at < 140; at++) {
      const sent = (await tell(desk, id, at)).notices.at(-1)?.id ?? ''
      await desk.ports.complaints.record(organisasi, id, sent, sentAt(at))
    }
    expect(await noticeOf()).toHaveLength(1)
  })

  it('goes to the next channel when its letter comes back', async () => {
    const desk = await aDesk()
    const letter = (state: 'posted' | 'returned', minutes: number) => (notice: Notice) =>
      applyLetterState({ ...notice, channel: 'letter' }, { id: 'surat-1', state, changedAt: later(minutes).at })
    const posted = (notice: Notice) => letter('posted', 0)({ ...notice, state: 'printing', nextTryAt: null })
    const { id, moved } = await aCaseWithMovedNotice(desk, posted)
    await desk.ports.complaints.record(organisasi, id, moved, letter('returned', 90))
    const { notices } = await desk.ports.complaints.get(organisasi, id)
    expect(notices.find((one) => one.id === moved)).toMatchObject({ state: 'pending', nextTryAt: later(90).at })
  })
})

describe('a breach of personal data in a case that knows many', () => {
  it('is told as the twenty-first, and its reporter reads the first in the history', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(aComplaint())
    const words = 'Data Anda terlihat oleh orang lain. '.repeat(200)
    for (let at = 0; at < 21; at++) {
      await desk.ports.complaints.change(organisasi, id, (one) =>
        notifyOfBreach(one, `insiden-${at}`, { id: `${at}: ${words}`, en: `${at}: ${words}` }, head, later(at)),
      )
    }
    const complaint = await desk.ports.complaints.get(organisasi, id)
    expect(complaint.dossier.breachNotices).toHaveLength(21)
    expect(complaint.dossier.breachNotices.at(-1)?.texts?.id).toMatch(/^20: /)
    const whole = await desk.ports.complaints.whole(complaint)
    const told = whole.dossier.history.filter(({ event }) => event === 'data_breach')
    expect(told).toHaveLength(21)
    expect(told[0]?.text).toMatch(/^0: /)
    expect(JSON.stringify(await desk.store.complaints.get(organisasi, id)).length).toBeLessThan(250_000)
    const again = notifyOfBreach(complaint, 'insiden-0', { id: 'Lagi', en: 'Again' }, head, later(30))
    expect(again).toBe(complaint)
  })
})
