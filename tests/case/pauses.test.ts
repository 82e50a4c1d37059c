import { describe, expect, it, vi } from 'vitest'
import { clockNamed, pausedUntil, saysEnough } from '../../service/case/case-clocks.ts'
import { isOverdue } from '../../service/case/deadlines/clocks.ts'
import { reporterActsOpen, writeToOffice } from '../../service/case/reporter-acts.ts'
import { endedAt } from '../../service/case/retention.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { GIVEN, UNROUTED } from '../../service/case/shape/notice.ts'
import { openComplaint } from '../../service/case/store/open-complaint.ts'
import { actsFor, performAct } from '../../service/desk/case-acts.ts'
import { askForCompletion, pauseClocks, resumeClocks } from '../../service/desk/clocks.ts'
import { close } from '../../service/desk/decisions.ts'
import { notifyDueReporters, notifyReporter } from '../../service/desk/messages.ts'
import { lapse, lapseComplaints } from '../../service/following/completions.ts'
import { viewWordings } from '../../service/http/view-wording.ts'
import { historyViews, sayStandingPause } from '../../service/http/views/common-views.ts'
import { firstRulePack } from '../../service/offices/calendar/rule-pack.ts'
import type { Role } from '../../service/offices/vocabulary.ts'
import { listPaused } from '../../service/register/figure-lists.ts'
import { listWork } from '../../service/register/own-work.ts'
import { listRegister } from '../../service/register/register.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import { HOUR, type Instant, plusMilliseconds } from '../../service/shared/instant.ts'
import { aComplaint, aComplaintIn, aMoment, head, verifier } from '../support/a-complaint.ts'
import { aDesk, type Desk, staffWith } from '../support/a-desk.ts'
import { anIdleOffice } from '../support/an-idle-office.ts'
import { laterRefusalOf, refusalOf } from '../support/refused.ts'
import { organisasi } from '../support/two-units.ts'
import { wib } from './deadlines/offices.ts'

const reason = 'Menunggu hasil laboratorium.'
// Received on Monday, 23 November 2026, at ten; each day is one later.
const received = aComplaintIn('received')
const pausedOn = (day: number, complaint: Complaint = received, as: 'staff' | 'head' = 'staff') =>
  pauseClocks(complaint, { reason, as }, as === 'head' ? head : verifier, aMoment(day))

describe('the reason of a pause', () => {
  it.each([
    ['.', false],
    ['..........', false],
    ['- - - - - - - - - -', false],
    ['tunggu', false],
    ['123456789', false],
    ['Uji lab. 100', false],
    ['Uji lab. 1000', true],
    ['Menunggu saksi', true],
  ])('“%s” says enough: %s', (text, isEnough) => {
    expect(saysEnough(text)).toBe(isEnough)
    const refusal = () => pauseClocks(received, { reason: text, as: 'staff' }, verifier, aMoment(1))
    if (isEnough) expect(refusal().dossier.history.at(-1)?.text).toBe(text)
    else expect(refusalOf(refusal)).toBe('clock/reason-says-little')
  })
})

describe('a pause by staff', () => {
  // Tuesday, 24 November is day 0; the tenth working day after it is Tuesday, 8 December.
  const paused = pausedOn(1)
  const end = wib('2026-12-08 16:00')

  it('ends after ten working days at the latest', () => {
    expect(pausedUntil(paused.clocks)).toBe(end)
  })

  it('ends at another limit where the rules of the unit say so', () => {
    const moment = { ...aMoment(1), rulePacks: [{ ...firstRulePack, pauseDays: 3 }] as const }
    const shorter = pauseClocks(received, { reason, as: 'staff' }, verifier, moment)
    expect(pausedUntil(shorter.clocks)).toBe(wib('2026-11-27 16:00'))
  })

  it('is told to the reporter, and written down with its reason', () => {
    expect(paused.notices.at(-1)?.event).toBe('paused')
    expect(paused.dossier.history.at(-1)).toMatchObject({ event: 'clocks_paused', text: reason, public: true })
  })

  it('is said with since when, why, and until when at most', () => {
    expect(sayStandingPause(paused, bagianOrganisasi, viewWordings.id)).toBe(
      'dihentikan sementara sejak 24 November karena menunggu hasil laboratorium, paling lama sampai Selasa, 8 Desember 2026',
    )
    expect(sayStandingPause(paused, bagianOrganisasi, viewWordings.en)).toMatch(
      /^stood still since 24 November, until Tuesday, 8 December 2026/,
    )
    expect(sayStandingPause(received, bagianOrganisasi, viewWordings.id)).toBeNull()
  })

  it('ends by itself at its limit, even when the machine slept over it, and never later', () => {
    expect(notifyReporter(paused, aMoment(15))).toBe(paused)
    const slept = notifyReporter(paused, aMoment(20))
    expect(pausedUntil(slept.clocks)).toBeNull()
    expect(slept.clocks.map(({ pauses }) => pauses[0]?.to)).toEqual([end, end])
    const events = historyViews(slept.dossier.history, bagianOrganisasi, viewWordings.id, () => '', String).map(
      ({ event }) => event,
    )
    expect(events).toContain('clocks_resumed')
  })

  it('stops being shown once the reporter writes, and the count goes on from then', () => {
    const answered = writeToOffice(paused, { text: 'Ini hasilnya.', completes: false }, aMoment(2))
    expect(pausedUntil(answered.clocks)).toBeNull()
    expect(answered.dossier.history.slice(-2).map(({ event }) => event)).toEqual([
      'message_from_reporter',
      'clocks_resumed',
    ])
  })

  it('can be repeated once, by the head, and never by others', () => {
    const ended = resumeClocks(pausedOn(0), verifier, aMoment(1))
    expect(refusalOf(() => pausedOn(1, ended))).toBe('clock/paused-enough')
    const again = pausedOn(1, ended, 'head')
    const over = resumeClocks(again, head, aMoment(2))
    expect(refusalOf(() => pausedOn(2, over, 'head'))).toBe('clock/paused-enough')
  })

  it('is not offered to who would be refused, and they are told why', () => {
    const ended = resumeClocks(pausedOn(0), verifier, aMoment(1))
    const nobody = anIdleOffice
    const closed = (complaint: Complaint, role: Role) =>
      actsFor(staffWith([role]), complaint, nobody).find(({ act }) => act === 'pause')?.closed
    expect(closed(received, 'verifier')).toBeNull()
    expect(closed(ended, 'verifier')?.code).toBe('clock/paused-enough')
    expect(closed(ended, 'unit_head')).toBeNull()
  })

  it('is in the list of work, in the register in the order of dates, and in the late list, until it ends', async () => {
    const desk = await aDesk()
    const handler = staffWith(['case_handler'], organisasi, 'petugas')
    const { id } = await desk.receive({
      ...pausedOn(1, aComplaintIn('in_progress', { handler: handler.id })),
      revision: 5,
    })
    const numbers = (cases: readonly Complaint[]) => cases.map((one) => one.id)
    const filter = { sort: 'due_asc' } as const
    const register = async () => numbers((await listRegister(desk.ports, handler, { ...filter, limit: 10 })).items)
    desk.goOn(1.5)
    expect(numbers((await listWork(desk.ports, handler)).items)).toEqual([id])
    expect(await register()).toEqual([id])
    expect(numbers(await listPaused(desk.ports, handler))).toEqual([id])
    expect(await laterRefusalOf(listPaused(desk.ports, staffWith(['tenant_admin'])))).toBe('staff/not-permitted')

    desk.goOn(20)
    await notifyDueReporters(desk.ports)

    expect(await listPaused(desk.ports, handler)).toEqual([])
    expect(await register()).toEqual([id])
  })

  it('from before pauses had an end lasts two weeks', () => {
    const older = paused.clocks.map(({ pauseEndsAt: _, ...clock }) => clock)
    expect(pausedUntil(older)).toBe('2026-12-08T03:00:00.000Z' as Instant)
  })
})

const asked = askForCompletion(
  aComplaint(),
  { items: ['when_it_happened', 'evidence'], text: 'Mohon lengkapi.' },
  'open',
  verifier,
  aMoment(),
)
const words = { text: 'Hari Jumat pukul sepuluh.', completes: true } as const

describe('a reporter who brings one of the things that were asked for', () => {
  const part = writeToOffice(asked, { ...words, brings: ['when_it_happened'] }, aMoment(1))

  it('is waited for with the rest, by the same date, and the office hears of it', () => {
    expect(part.status).toBe('incomplete')
    expect(part.dossier.completion).toMatchObject({
      items: asked.dossier.completion?.items,
      brought: ['when_it_happened'],
    })
    expect(clockNamed(part.clocks, 'completion')).toEqual(clockNamed(asked.clocks, 'completion'))
    expect(part.dossier.history.at(-1)).toMatchObject({ event: 'completed_in_part', by: { kind: 'reporter' } })
    expect(part.dossier.messages.at(-1)).toMatchObject({ brings: ['when_it_happened'] })
    expect(part.alerts.at(-1)).toMatchObject({ kind: 'reporter_answered' })
  })

  it('completes with the last of them, in whatever order they come', () => {
    const whole = writeToOffice(part, { text: 'Ini fotonya.', completes: true, brings: ['evidence'] }, aMoment(2))
    expect(whole.status).toBe('received')
    expect(whole.dossier.completion).toBeNull()
    expect(whole.dossier.history.at(-1)).toMatchObject({ event: 'completed' })
  })
})

it('a message that brings nothing of it is a message, and completes nothing', () => {
  const told = writeToOffice(asked, { ...words, brings: [] }, aMoment(1))
  expect(told.status).toBe('incomplete')
  expect(told.dossier.history.at(-1)).toMatchObject({ event: 'message_from_reporter' })
  const foreign = writeToOffice(asked, { ...words, brings: ['identity'] }, aMoment(1))
  expect([foreign.status, foreign.dossier.completion?.brought]).toEqual(['incomplete', []])
})

it('who ticks all, or was never asked to tick, completes at once', () => {
  for (const brings of [['when_it_happened', 'evidence'] as const, undefined]) {
    expect(writeToOffice(asked, { ...words, brings }, aMoment(1)).status).toBe('received')
  }
})

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

/** How many dossiers were opened while this was done. */
async function dossiersOpenedBy({ ports }: Desk, work: () => Promise<unknown>): Promise<number> {
  const open = vi.spyOn(ports.vault, 'open')
  await work()
  const places = open.mock.calls.map(([, { field }]) => field)
  open.mockRestore()
  return places.filter((field) => field === 'dossier').length
}

async function verifiedCase(desk: Desk) {
  const { id: number } = await desk.receive(aComplaint())
  await performAct(desk.ports, staffWith(['verifier']), 'verify', { number, revision: 0 })
  return number
}

/** The case as somebody opens it who has the store and the keys, and remembers nothing. */
async function openedAnew({ ports, store }: Desk, number: string) {
  const kept = await store.complaints.get(organisasi, number)
  if (!kept) throw new Error(`There is no ${number}.`)
  return openComplaint({ open: ports.vault.open, refusal: ports.vault.refusal }, kept)
}

describe('a case that this process wrote', () => {
  it('is not opened again after its filing and an act', async () => {
    const desk = await aDesk()
    const { complaints } = desk.ports
    const opened = await dossiersOpenedBy(desk, async () => complaints.get(organisasi, await verifiedCase(desk)))
    expect(opened).toBe(0)
  })

  it('is not opened again when a notice of it was claimed and recorded, or staff were alerted of it', async () => {
    const desk = await aDesk()
    const { complaints, now } = desk.ports
    const number = await verifiedCase(desk)
    const opened = await dossiersOpenedBy(desk, async () => {
      const [claimed] = await complaints.claimDue(UNROUTED, now(), plusMilliseconds(now(), HOUR), 1)
      await claimed?.standingOf('email')
      await complaints.record(organisasi, number, claimed?.notice.id ?? '', (notice) => ({
        ...notice,
        state: 'sent',
        nextTryAt: null,
      }))
      for (const { notes, news } of await complaints.casesToTell(9)) {
        await complaints.markAlerted(organisasi, number, { notes, news })
      }
      const { notices } = await complaints.get(organisasi, number)
      expect(notices[0]).toMatchObject({ state: 'sent' })
    })
    expect(opened).toBe(0)
  })

  it('is known as it lies in the store', async () => {
    const desk = await aDesk()
    const { complaints, now } = desk.ports
    const { id } = await desk.receive(aComplaint())
    expect(await complaints.get(organisasi, id)).toEqual(await openedAnew(desk, id))
    const number = await verifiedCase(desk)
    expect(await complaints.get(organisasi, number)).toEqual(await openedAnew(desk, number))
    await complaints.claimDue(UNROUTED, now(), plusMilliseconds(now(), HOUR), 9)
    await complaints.claimDue(GIVEN, now(), plusMilliseconds(now(), HOUR), 9)
    expect(await complaints.get(organisasi, number)).toEqual(await openedAnew(desk, number))
  })
})
