import { describe, expect, it } from 'vitest'
import { nextDueAt } from '../../service/case/case-clocks.ts'
import { withdraw } from '../../service/case/reporter-acts.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { LATEST, MOST_TIMED, TAKE_BACK_FOR } from '../../service/case/timed-acts.ts'
import { type ActBodies, type ActName, performAct } from '../../service/desk/case-acts.ts'
import {
  carryOutTimed,
  hastenTimed,
  orderTimed,
  rescheduleTimed,
  withdrawTimed,
} from '../../service/desk/timed/timed-acts.ts'
import { timedView } from '../../service/http/views/case-parts.ts'
import { keepUnsent, listUnsent } from '../../service/keeping/unsent/unsent.ts'
import type { InstantAct } from '../../service/offices/act-vocabulary.ts'
import { standardCalendar } from '../../service/offices/calendar/office-calendar.ts'
import type { StaffMember } from '../../service/offices/staff/permissions.ts'
import { DAY } from '../../service/shared/instant.ts'
import { aComplaintIn, aMoment } from '../support/a-complaint.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { organisasi } from '../support/two-units.ts'

type Given = { [Name in Exclude<ActName, InstantAct>]: { readonly act: Name } & ActBodies[Name] }[Exclude<
  ActName,
  InstantAct
>]

const words = 'Mohon lampirkan kuitansi Saptarana.'
const aMessage: Given = { act: 'message', text: words }
const noFault = (cause: unknown) => {
  throw cause
}

async function anOffice(complaint: Complaint = aComplaintIn('in_progress')) {
  const office = await anOfficeOf({
    petugas: { roles: ['case_handler'] },
    kepala: { roles: ['unit_head'] },
    pengamat: { roles: ['intake_officer'] },
  })
  const { ports, receive, goOn, member } = office
  const { id: number } = await receive(complaint)
  const handler = await member('petugas')
  const now = () => ports.complaints.get(organisasi, number)
  const order = async (
    given: Given = aMessage,
    { by = handler, on }: { by?: StaffMember; on?: { day: string; time: string } } = {},
  ) => {
    const { revision } = await now()
    const left = await orderTimed(ports, by, { number, revision, order: given, on })
    return left.dossier.timedActs.at(-1)?.id ?? ''
  }
  const wait = async (milliseconds: number) => {
    goOn(milliseconds / DAY)
    await carryOutTimed(ports, noFault)
  }
  const typed = async (by = handler) =>
    (await listUnsent(ports, by, number)).map(({ kind, fields }) => [kind, ...fields.map(({ value }) => value)])
  return { ...office, handler, number, now, order, wait, typed }
}

const inProgress = () => aComplaintIn('in_progress')
/** The reporter was notified that a date passed. */
const late = (): Complaint => {
  const complaint = inProgress()
  return { ...complaint, clocks: complaint.clocks.map((clock) => ({ ...clock, toldPassed: clock.dueAt })) }
}
/** Somebody else wrote the answer. */
const objected = (): Complaint => {
  const { dossier, ...complaint } = aComplaintIn('objected')
  return { ...complaint, answeredBy: null, dossier: { ...dossier, answerWriters: [] } }
}

/** The Thursday after, when the office opens. */
const onThursday = { day: '2026-11-26', time: '08:00' }

describe('what was just sent', () => {
  it('is done after ten seconds, once, in the name of who sent it', async () => {
    const { order, wait, now } = await anOffice()
    await order()
    const waiting = await now()
    expect(waiting.dossier).toMatchObject({ messages: [], timedActs: [{ order: aMessage }] })
    expect(waiting.notices.map(({ event }) => event)).toEqual(['received', 'in_progress'])
    await wait(TAKE_BACK_FOR - 1)
    expect((await now()).dossier.messages).toEqual([])
    await wait(1)
    await wait(1)
    const done = await now()
    expect(done.dossier).toMatchObject({
      messages: [{ text: words, by: { id: 'petugas' }, at: done.dossier.history.at(-1)?.at }],
      timedActs: [],
    })
    expect(done.notices.filter(({ event }) => event === 'message')).toHaveLength(1)
    expect(done.revision).toBe(waiting.revision + 1)
  })

  it('does not come back to its author where the process died before it dropped the words; what they type since does', async () => {
    const { ports, handler, number, wait, typed, goOn, now } = await anOffice()
    const keep = (text: string, version = 0) =>
      keepUnsent(ports, handler, { number, kind: 'message' }, { version, fields: [{ name: 'text', value: text }] })
    const dying = { ...ports.unsent, drop: async () => {} }
    const orderAndDie = async () => {
      goOn(1 / DAY)
      const { revision } = await now()
      await orderTimed({ ...ports, unsent: dying }, handler, { number, revision, order: aMessage, on: undefined })
    }
    const { version } = await keep(words)
    await orderAndDie()
    expect(await typed()).toEqual([])
    await wait(TAKE_BACK_FOR)
    expect((await now()).dossier.messages).toMatchObject([{ text: words }])
    expect(await typed()).toEqual([])
    expect(await ports.unsent.count({ tenant: organisasi, by: handler.id })).toBe(0)

    const again = await keep(words)
    expect(again.version).toBe(version)
    await orderAndDie()
    goOn(1 / DAY)
    await keep('Yang berikutnya.', again.version)
    await wait(TAKE_BACK_FOR)
    expect(await typed()).toEqual([['message', 'Yang berikutnya.']])
  })

  it('is taken back whole: the case has no line of it, and the words wait where they were typed', async () => {
    const { ports, handler, number, order, wait, now, typed } = await anOffice()
    const before = await now()
    const id = await order({ act: 'ask-for-completion', text: words, items: ['evidence', 'identity'] })
    await keepUnsent(
      ports,
      handler,
      { number, kind: 'ask-for-completion' },
      { version: 0, fields: [{ name: 'text', value: 'Yang berikutnya.' }] },
    )
    await withdrawTimed(ports, handler, { number, id })
    expect(await typed()).toEqual([['ask-for-completion', 'evidence', 'identity', `${words}\n\nYang berikutnya.`]])
    await wait(TAKE_BACK_FOR)
    const { status, dossier, notices, clocks } = await now()
    expect({ status, dossier, notices, clocks }).toEqual({
      ...{ status: before.status, dossier: before.dossier, notices: before.notices, clocks: before.clocks },
    })
  })

  it.each<[Given, () => Complaint, string[]]>([
    [
      { act: 'decline', reason: 'before_court', text: words, elsewhere: 'PTUN' },
      inProgress,
      ['before_court', words, 'PTUN'],
    ],
    [{ act: 'extend', days: 7, reason: words }, inProgress, ['7', words]],
    [{ act: 'pause', reason: words }, inProgress, [words]],
    [{ act: 'explain-delay', newDate: '2026-12-24', reason: words }, late, ['2026-12-24', words]],
    [
      { act: 'decide-objection', upheld: false, text: words, ownReason: 'Sendirian.' },
      objected,
      ['no', words, 'Sendirian.'],
    ],
  ])('tells the reporter nothing of what is taken back, whichever act it was', async (given, where, fields) => {
    const { ports, number, now, wait, order, typed, member } = await anOffice(where())
    const by = await member('kepala')
    const before = await now()
    const id = await order(given, { by })
    expect(timedView(await now(), by, () => '', standardCalendar, ports.now()).timed).toMatchObject([
      { act: given.act, text: words },
    ])
    await withdrawTimed(ports, by, { number, id })
    await wait(TAKE_BACK_FOR)
    const { status, dossier, notices, clocks } = await now()
    expect({ status, dossier, notices, clocks }).toEqual({
      ...{ status: before.status, dossier: before.dossier, notices: before.notices, clocks: before.clocks },
    })
    expect(await typed(by)).toEqual([[given.act, ...fields]])
    await order(given, { by })
    await wait(TAKE_BACK_FOR)
    const after = await now()
    expect(after.dossier.timedActs).toEqual([])
    expect(after.notices.length).toBe(before.notices.length + 1)
    expect(after.dossier.history.at(-1)).toMatchObject({ by: { id: 'kepala' }, public: true })
  })

  it('joins what was typed in the same field since, and says nothing where the case moved on', async () => {
    const { ports, number, now, wait, order, typed, member } = await anOffice()
    const by = await member('kepala')
    const since = [{ name: 'reason', value: 'Menunggu laboratorium.' }]
    const id = await order({ act: 'pause', reason: words }, { by })
    await keepUnsent(ports, by, { number, kind: 'pause' }, { version: 0, fields: since })
    await withdrawTimed(ports, by, { number, id })
    expect(await typed(by)).toEqual([['pause', `${words}\n\nMenunggu laboratorium.`]])

    await order({ act: 'decline', reason: 'before_court', text: words, elsewhere: 'PTUN' }, { by })
    await ports.complaints.change(organisasi, number, (before) =>
      withdraw(before, undefined, { kind: 'reporter' }, aMoment()),
    )
    await wait(TAKE_BACK_FOR)
    const { status, notices, dossier } = await now()
    expect([status, dossier.declined, dossier.history.at(-1)?.event]).toEqual([
      'withdrawn',
      null,
      'not_sent_case_moved_on',
    ])
    expect(notices.some(({ event }) => event === 'declined')).toBe(false)
    expect(await typed(by)).toContainEqual(['decline', 'before_court', words, 'PTUN'])
  })

  it('cannot be taken back once it left, and then no words come back', async () => {
    const { ports, handler, number, order, wait, typed } = await anOffice()
    const id = await order()
    await wait(TAKE_BACK_FOR)
    expect(await laterRefusalOf(withdrawTimed(ports, handler, { number, id }))).toBe('timed/gone')
    expect(await typed()).toEqual([])
  })

  it('is either done or taken back where both happen at once', async () => {
    const { ports, handler, number, order, goOn, now, typed } = await anOffice()
    const id = await order()
    goOn(TAKE_BACK_FOR / DAY)
    const [taken] = await Promise.allSettled([
      withdrawTimed(ports, handler, { number, id }),
      carryOutTimed(ports, noFault),
      carryOutTimed(ports, noFault),
    ])
    const sent = (await now()).dossier.messages.length
    expect([taken.status, sent, (await typed()).length]).toEqual(
      taken.status === 'fulfilled' ? ['fulfilled', 0, 1] : ['rejected', 1, 0],
    )
  })

  it('does not wait where a date of the office would pass meanwhile', async () => {
    const { order, now, goOn } = await anOffice(aComplaintIn('received'))
    const dueAt = nextDueAt((await now()).clocks)
    goOn((Date.parse(dueAt ?? '') - Date.parse(aMoment().at) - TAKE_BACK_FOR / 2) / DAY)
    await order()
    expect((await now()).dossier).toMatchObject({ messages: [{ text: words }], timedActs: [] })
  })

  it('is refused as the act itself would be: by revision, status, permission and words', async () => {
    const { ports, number, handler, order, now, member } = await anOffice()
    const stale = orderTimed(ports, handler, { number, revision: 99, order: aMessage })
    expect(await laterRefusalOf(stale)).toBe('case/changed-meanwhile')
    expect(await laterRefusalOf(order(aMessage, { by: await member('pengamat') }))).toBe('staff/not-permitted')
    expect(await laterRefusalOf(order({ act: 'note', text: words, mentions: ['tidak-ada'] }))).toBe('staff/unknown')
    const { revision } = await now()
    await performAct(ports, await member('kepala'), 'answer', {
      number,
      revision,
      outcome: 'substantiated',
      text: words,
    })
    expect(await laterRefusalOf(order({ act: 'ask-for-completion', text: words, items: ['evidence'] }))).toBe(
      'case/wrong-status',
    )
    expect((await now()).dossier.timedActs).toEqual([])
  })

  it('waits ten times at most on one case', async () => {
    const { order } = await anOffice()
    for (let at = 0; at < MOST_TIMED; at++) await order()
    expect(await laterRefusalOf(order())).toBe('timed/too-many')
  })
})

describe('what is sent later', () => {
  it('leaves at the office’s time, and can be moved, sent sooner or stopped until then', async () => {
    const { ports, handler, number, order, wait, now, member, typed } = await anOffice()
    const id = await order(aMessage, { on: onThursday })
    expect((await now()).dossier.timedActs[0]?.dueAt).toBe('2026-11-26T01:00:00.000Z')
    await rescheduleTimed(ports, handler, { number, id }, { day: '2026-11-27', time: '09:30' })
    await wait(3 * DAY)
    expect((await now()).dossier.messages).toEqual([])
    await wait(DAY)
    expect((await now()).dossier.messages).toHaveLength(1)

    const next = { on: { day: '2026-12-01', time: '08:00' } }
    const sooner = await order(aMessage, next)
    const head = await member('kepala')
    expect(await laterRefusalOf(hastenTimed(ports, head, { number, id: sooner }))).toBe('staff/not-permitted')
    await hastenTimed(ports, handler, { number, id: sooner })
    expect((await now()).dossier.messages).toHaveLength(2)

    const stopped = await order({ act: 'note', text: 'Catatan.' }, next)
    const observer = await member('pengamat')
    expect(await laterRefusalOf(withdrawTimed(ports, observer, { number, id: stopped }))).toBe('staff/not-permitted')
    expect(await typed()).toEqual([])
    await withdrawTimed(ports, head, { number, id: stopped })
    expect(await typed()).toEqual([['note', 'Catatan.']])
  })

  it.each([
    { day: '2026-11-23', time: '10:00' },
    { day: '2026-11-20', time: '08:00' },
    { day: '2026-12-24', time: '08:00' },
  ])('is not sent in the past, at once or after thirty days: $day $time', async (on) => {
    expect(LATEST).toBe(30 * DAY)
    const { order } = await anOffice()
    expect(await laterRefusalOf(order(aMessage, { on }))).toBe('timed/out-of-reach')
  })

  it('is not sent where the case was closed for it, and its author is alerted and has the words', async () => {
    const { ports, number, order, wait, now, member, typed } = await anOffice()
    const head = await member('kepala')
    await order({ act: 'answer', text: words, outcome: 'substantiated' }, { by: head, on: onThursday })
    await ports.complaints.change(organisasi, number, (before) =>
      withdraw(before, undefined, { kind: 'reporter' }, aMoment()),
    )
    await wait(3 * DAY)
    const { status, dossier, alerts } = await now()
    expect(status).toBe('withdrawn')
    expect(dossier).toMatchObject({ answer: null, timedActs: [] })
    expect(dossier.history.at(-1)).toMatchObject({ event: 'not_sent_case_moved_on', public: false, text: null })
    expect(alerts.filter(({ kind }) => kind === 'not_sent')).toMatchObject([{ to: 'kepala' }])
    expect(await typed(head)).toEqual([['answer', 'substantiated', words]])
  })

  it('is not sent where the reporter wrote meanwhile', async () => {
    const { ports, number, order, wait, now, goOn } = await anOffice()
    await order(aMessage, { on: onThursday })
    goOn(1)
    await ports.complaints.change(organisasi, number, (before) => ({
      ...before,
      dossier: {
        ...before.dossier,
        history: [
          ...before.dossier.history,
          {
            ...{ at: ports.now(), event: 'message_from_reporter', by: { kind: 'reporter' } },
            ...{ text: null, public: true },
          },
        ],
      },
    }))
    await wait(2 * DAY)
    expect((await now()).dossier.messages).toEqual([])
    expect((await now()).dossier.history.at(-1)).toMatchObject({ event: 'not_sent_reporter_wrote' })
  })

  it('is sent although colleagues did something meanwhile', async () => {
    const { ports, number, order, wait, now, member } = await anOffice()
    await order(aMessage, { on: onThursday })
    const { revision } = await now()
    await performAct(ports, await member('kepala'), 'note', { number, revision, text: 'Catatan.' })
    await wait(3 * DAY)
    expect((await now()).dossier.messages).toHaveLength(1)
  })

  it('is not sent once its author may not, or is gone; who handles the case then finds the words', async () => {
    const lost = await anOffice()
    await lost.order(aMessage, { on: onThursday })
    await lost.employ('petugas', { roles: ['intake_officer'] })
    await lost.wait(3 * DAY)
    expect((await lost.now()).dossier.history.at(-1)).toMatchObject({ event: 'not_sent_no_right', text: null })
    expect((await lost.now()).alerts.at(-1)).toMatchObject({ kind: 'not_sent', to: 'petugas' })
    expect(await lost.typed(await lost.member('petugas'))).toEqual([['message', words]])

    const gone = await anOffice()
    await gone.order(aMessage, { on: onThursday })
    await gone.ports.staff.removeMembership(organisasi, 'petugas')
    await gone.wait(3 * DAY)
    expect((await gone.now()).dossier).toMatchObject({ messages: [], timedActs: [] })
    expect((await gone.now()).dossier.history.at(-1)).toMatchObject({ event: 'not_sent_no_right', text: words })
    expect((await gone.now()).alerts.at(-1)).toMatchObject({ kind: 'not_sent', to: null, duty: 'handling' })
  })
})
