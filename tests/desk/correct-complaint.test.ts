import { describe, expect, it } from 'vitest'
import { clockNamed } from '../../service/case/case-clocks.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import type { PageName } from '../../service/case/shape/correspondence.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { extendHandling } from '../../service/desk/clocks.ts'
import { correct } from '../../service/desk/corrections.ts'
import { firstRulePack, type RulePacks } from '../../service/offices/calendar/rule-pack.ts'
import type { Category } from '../../service/offices/tenants/tenant.ts'
import type { Instant } from '../../service/shared/instant.ts'
import { wib } from '../case/deadlines/offices.ts'
import { aComplaint, aComplaintIn, aMoment, head, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'
import { laterRefusalOf, refusalOf } from '../support/refused.ts'
import { organisasi } from '../support/two-units.ts'

const words = { id: '…', en: '…' }
const categories: readonly Category[] = [
  { code: 'maladministration', label: words, description: words, class: 'non_oversight', active: true },
  { code: 'illegal_levy', label: words, description: words, class: 'oversight', active: true },
  { code: 'archived', label: words, description: words, class: 'oversight', active: false },
]
const reason = 'Salah dicatat di loket.'

type Corrected = Parameters<typeof correct>[1]

const corrects = (complaint: Complaint, what: Partial<Corrected>, moment = aMoment(1)) =>
  correct(complaint, { reason, ...what }, categories, verifier, moment)

const dueAt = (complaint: Complaint, clock: Parameters<typeof clockNamed>[1]) =>
  clockNamed(complaint.clocks, clock)?.dueAt

describe('a fact that was noted wrongly', () => {
  it('is put right, and what stood there before stays in the history with the reason', () => {
    const complaint = aComplaint({ dossier: { reportedPerson: 'Petugas loket 2' } })
    const corrected = corrects(complaint, {
      reportedPerson: 'Petugas loket 3',
      occurredAt: '2026-11-20',
      channel: 'telephone',
    })

    expect(corrected).toMatchObject({
      channel: 'telephone',
      dossier: { reportedPerson: 'Petugas loket 3', occurredAt: '2026-11-20' },
    })
    expect(corrected.dossier.history.at(-1)).toMatchObject({
      event: 'corrected',
      by: verifier,
      text: reason,
      public: true,
      corrected: [
        { field: 'channel', from: 'web_widget', to: 'telephone' },
        { field: 'occurredAt', from: null, to: '2026-11-20' },
        { field: 'reportedPerson', from: 'Petugas loket 2', to: 'Petugas loket 3' },
      ],
    })
    expect(corrected.notices.at(-1)).toMatchObject({ event: 'message' })
    expect(corrected.dossier).toMatchObject({
      subject: complaint.dossier.subject,
      chronology: complaint.dossier.chronology,
    })
  })

  it('is taken out where nothing is known', () => {
    const complaint = aComplaint({ dossier: { reportedPerson: 'Bapak Misal' } })
    expect(corrects(complaint, { reportedPerson: null }).dossier.reportedPerson).toBeNull()
  })

  it('is refused if nothing changes by it, or the category is none that the office offers', () => {
    const complaint = aComplaint({ dossier: { reportedPerson: 'Petugas loket 2' } })
    const same = { category: complaint.category, channel: complaint.channel, reportedPerson: 'Petugas loket 2' }
    const sameMinute = { receivedAt: '2026-11-23T03:00:00.000Z' }
    expect(refusalOf(() => corrects(complaint, { ...same, ...sameMinute }))).toBe('correction/nothing')
    expect(refusalOf(() => corrects(complaint, { category: 'archived' }))).toBe('category/unknown')
    expect(refusalOf(() => corrects(complaint, { category: 'nowhere' }))).toBe('category/unknown')
  })

  it('leaves the receipt as it was given, however often it is put right', () => {
    const filed = { category: 'maladministration', channel: 'web_widget', receivedAt: mondayAtTen }
    const once = corrects(aComplaint(), { category: 'illegal_levy', receivedAt: wib('2026-11-20 09:00') })
    expect(once.dossier.asFiled).toEqual(filed)
    expect(corrects(once, { channel: 'letter' }).dossier.asFiled).toEqual(filed)
  })
})

describe('dates after a correction', () => {
  it('are counted from the day on which the complaint really came', () => {
    const corrected = corrects(aComplaint(), { receivedAt: wib('2026-11-20 09:00') })

    expect([dueAt(corrected, 'verification'), dueAt(corrected, 'first_response')]).toEqual([
      wib('2026-11-25 16:00'),
      wib('2026-11-27 16:00'),
    ])
    expect(corrected).toMatchObject({ receivedDay: '2026-11-20', receivedAt: wib('2026-11-20 09:00') })
    expect(corrected.dossier.history.at(-1)?.moved).toMatchObject([
      { clock: 'verification', from: wib('2026-11-26 16:00'), to: wib('2026-11-25 16:00') },
      { clock: 'first_response', from: wib('2026-11-30 16:00'), to: wib('2026-11-27 16:00') },
    ])
  })

  it('are those of a complaint that came after the office had closed', () => {
    const corrected = corrects(aComplaint(), { receivedAt: wib('2026-11-20 17:30') })
    expect(dueAt(corrected, 'verification')).toBe(wib('2026-11-26 16:00'))
  })

  it('follow the rules of the day on which it came', () => {
    const later = { ...firstRulePack.clocks, verification: { ...firstRulePack.clocks.verification, amount: 1 } }
    const rulePacks: RulePacks = [
      firstRulePack,
      { ...firstRulePack, id: 'unit-2', from: wib('2026-11-21 00:00'), clocks: later },
    ]
    const moment = { ...aMoment(1), rulePacks }
    const complaint = { ...aComplaint(), rulePack: 'unit-2' }

    const early = corrects(complaint, { receivedAt: wib('2026-11-20 09:00') }, moment)
    expect([early.rulePack, dueAt(early, 'verification')]).toEqual([firstRulePack.id, wib('2026-11-25 16:00')])
    const late = corrects(complaint, { receivedAt: wib('2026-11-23 08:00') }, moment)
    expect([late.rulePack, dueAt(late, 'verification')]).toEqual(['unit-2', wib('2026-11-24 16:00')])
  })

  it('are those of the new category’s class, with the time that was already added', () => {
    const extended = extendHandling(aComplaintIn('in_progress'), { days: 2, reason }, head, aMoment(1))
    const corrected = corrects(extended, { category: 'illegal_levy' })

    expect(corrected).toMatchObject({ category: 'illegal_levy', class: 'oversight' })
    expect(clockNamed(corrected.clocks, 'handling_non_oversight')).toBeUndefined()
    expect(clockNamed(corrected.clocks, 'handling_oversight')).toMatchObject({
      ...{ amount: 60, startedAt: mondayAtTen, stoppedAt: null },
      extensions: [{ amount: 2 }],
    })
    const back = corrects(corrected, { category: 'maladministration' })
    expect(dueAt(back, 'handling_non_oversight')).toBe(dueAt(extended, 'handling_non_oversight'))
  })

  it('keep a class that the officer chose apart from the category', () => {
    const corrected = corrects(aComplaintIn('in_progress'), { category: 'illegal_levy', class: 'non_oversight' })
    expect(corrected.class).toBe('non_oversight')
    expect(dueAt(corrected, 'handling_non_oversight')).toBe(wib('2026-12-11 16:00'))
  })

  it('are late if the right ones have passed, and no longer late if they have not', () => {
    const told = (complaint: Complaint): Complaint => ({
      ...complaint,
      clocks: complaint.clocks.map((clock) =>
        clock.clock === 'handling_non_oversight' ? { ...clock, toldPassed: clock.dueAt } : clock,
      ),
    })
    const late = told(aComplaintIn('in_progress'))
    const corrected = corrects(late, { class: 'oversight' }, aMoment(21))
    expect(clockNamed(corrected.clocks, 'handling_oversight')?.toldPassed).toBeUndefined()

    const earlier = corrects(aComplaint(), { receivedAt: wib('2026-11-16 09:00') }, aMoment(1))
    expect(dueAt(earlier, 'verification')).toBe(wib('2026-11-19 16:00'))
  })
})

describe('the time of receipt', () => {
  it.each([
    ['still to come', '2026-11-25T03:00:00.000Z', {}],
    ['later than the complaint was entered here', '2026-11-23T03:05:00.000Z', {}],
  ])('is refused when it is %s', (_, receivedAt) => {
    expect(refusalOf(() => corrects(aComplaint(), { receivedAt }))).toBe('request/invalid')
  })

  it('is refused later than it stands once the first lines lie on an older page', () => {
    const older = {
      newest: '1.1' as PageName,
      pages: 1,
      events: [],
      lastPublicAt: null,
      openings: 0,
      arrived: [],
      words: [],
    }
    const complaint = aComplaint({ dossier: { older, history: [] } })
    expect(refusalOf(() => corrects(complaint, { receivedAt: '2026-11-23T03:05:00.000Z' }))).toBe('request/invalid')
  })

  it('leaves no day of the event that is still to come', () => {
    expect(refusalOf(() => corrects(aComplaint(), { occurredAt: '2026-11-25' }))).toBe('request/invalid')
  })
})

describe('a case whose facts were put right', () => {
  const office = () =>
    anOfficeOf({
      kepala: { roles: ['unit_head'] },
      petugas: { roles: ['case_handler'], reportsTo: 'kepala' },
      khusus: { roles: ['case_handler'], limits: { case_handler: ['maladministration'] } },
      verifikator: { roles: ['verifier'], limits: { verifier: ['maladministration'] } },
    })

  type Office = Awaited<ReturnType<typeof office>>

  const put = async ({ ports, member }: Office, { id, revision }: Complaint, what: Partial<Corrected>) =>
    performAct(ports, await member('verifikator'), 'correct', { number: id, revision, reason, ...what })

  it('is kept from somebody whom the right name means', async () => {
    const desk = await office()
    const before = await desk.receive(aComplaint({ handler: (await desk.member('petugas')).id }))
    const after = await put(desk, before, { reportedPerson: 'Ibu Nama petugas' })

    expect(after.dossier.candidates.map(({ id }) => id)).toEqual(['petugas'])
    expect([after.guard?.steward, after.handler]).toEqual([null, null])
    expect(after.revision).toBe(before.revision + 1)
    expect(after.dossier.history.map(({ event }) => event)).toEqual(['received', 'corrected', 'guarded'])
    const note = { number: before.id, revision: after.revision, text: 'x' }
    expect(await laterRefusalOf(performAct(desk.ports, await desk.member('petugas'), 'note', note))).toBe(
      'complaint/not-found',
    )
  })

  it('leaves a handler who may not have such cases, and an officer limited to others', async () => {
    const desk = await office()
    const before = await desk.receive(aComplaint({ handler: (await desk.member('khusus')).id }))
    const after = await put(desk, before, { category: 'illegal_levy' })
    expect(after.handler).toBeNull()
    expect(await laterRefusalOf(put(desk, after, { channel: 'fax' }))).toBe('complaint/not-found')
  })

  it('stays with a handler who may have any', async () => {
    const desk = await office()
    const before = await desk.receive(aComplaint({ handler: (await desk.member('petugas')).id }))
    expect((await put(desk, before, { category: 'illegal_levy' })).handler).toBe('petugas')
  })

  it('is counted and found under what is right, and under nothing else', async () => {
    const desk = await office()
    const before = await desk.receive(aComplaint())
    await put(desk, before, { category: 'illegal_levy', receivedAt: '2026-10-30T03:00:00.000Z' as Instant })
    const { complaints } = desk.ports
    expect(await complaints.counts(organisasi)).toEqual([{ category: 'illegal_levy', status: 'received', cases: 1 }])
    const days = await complaints.tally(organisasi, 'dayTally')
    expect(days.map(({ when, category, cases }) => [when, category, cases])).toEqual([
      ['2026-10-30', 'illegal_levy', 1],
    ])
  })
})
