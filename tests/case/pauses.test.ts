import { describe, expect, it } from 'vitest'
import { pausedUntil, saysEnough } from '../../service/case/case-clocks.ts'
import { writeToOffice } from '../../service/case/reporter-acts.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { actsFor } from '../../service/desk/case-acts.ts'
import { pauseClocks, resumeClocks } from '../../service/desk/clocks.ts'
import { notifyDueReporters, notifyReporter } from '../../service/desk/messages.ts'
import { viewWordings } from '../../service/http/view-wording.ts'
import { historyViews, sayStandingPause } from '../../service/http/views/common-views.ts'
import { firstRulePack } from '../../service/offices/calendar/rule-pack.ts'
import type { Role } from '../../service/offices/vocabulary.ts'
import { listPaused } from '../../service/register/figure-lists.ts'
import { listWork } from '../../service/register/own-work.ts'
import { listRegister } from '../../service/register/register.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import type { Instant } from '../../service/shared/instant.ts'
import { aComplaintIn, aMoment, head, verifier } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
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
