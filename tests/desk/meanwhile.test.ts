import { describe, expect, it } from 'vitest'
import { guardCaseAgainst } from '../../service/case/access/guarding.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { caseKeyPlace } from '../../service/case/store/case-seals.ts'
import { TAKE_BACK_FOR } from '../../service/case/timed-acts.ts'
import { type ActBodies, type ActName, performAct } from '../../service/desk/case-acts.ts'
import { deliverWaitingNews } from '../../service/desk/joined-cases.ts'
import { carryOutTimed, orderTimed, withdrawTimed } from '../../service/desk/timed/timed-acts.ts'
import { actOrderOf } from '../../service/desk/waiting-order.ts'
import { destroyCase } from '../../service/keeping/retention/destruction.ts'
import { listUnsent } from '../../service/keeping/unsent/unsent.ts'
import { instantActs } from '../../service/offices/act-vocabulary.ts'
import type { StaffMember } from '../../service/offices/staff/permissions.ts'
import { roles } from '../../service/offices/vocabulary.ts'
import { DAY, HOUR } from '../../service/shared/instant.ts'
import { isOneOf } from '../../service/shared/records.ts'
import { type AlertOffice, alertsOf } from '../../service/telling/alerts/alerts.ts'
import { tellStaff } from '../../service/telling/alerts/tell-staff.ts'
import { aComplaintIn } from '../support/a-complaint.ts'
import type { Desk, DeskPorts } from '../support/a-desk.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'
import { officeWith } from '../support/office-with.ts'
import { staffActs } from '../support/staff-acts.ts'
import { organisasi } from '../support/two-units.ts'

const noFault = (cause: unknown) => {
  throw cause
}
const text = 'Kata-kata kantor.'

type Given = { [Name in ActName]: { readonly act: Name } & ActBodies[Name] }[ActName]
const aMessage: Given = { act: 'message', text }
const aNote: Given = { act: 'note', text }
const aDecline: Given = { act: 'decline', reason: 'before_court', text, elsewhere: 'PTUN' }

/** An officer who presses, a head above nobody, and what each of them learns. */
async function anOffice(complaint: Complaint = aComplaintIn('in_progress')) {
  const office = await anOfficeOf({
    sari: { roles: ['verifier', 'case_handler'] },
    tono: { roles: [...roles] },
    petugas: { roles: ['case_handler'] },
  })
  const { receive, goOn, member } = office
  const ports = officeWith<DeskPorts & AlertOffice>({ ...office.ports, webhooks: { list: async () => [] } })
  const { id: number } = await receive(complaint)
  const now = (of = number) => ports.complaints.get(organisasi, of)
  const order = async (filled: Given, by?: StaffMember) => {
    const { revision } = await now()
    const staff = by ?? (await member('sari'))
    const left = await orderTimed(ports, staff, { number, revision, order: actOrderOf(filled) })
    return left.dossier.timedActs.at(-1)?.id ?? ''
  }
  const wait = async (milliseconds = TAKE_BACK_FOR) => {
    goOn(milliseconds / DAY)
    await carryOutTimed(ports, noFault)
  }
  const acts = async (by: string, act: Given) => {
    const { revision } = await now()
    const { act: name, ...body } = act
    return performAct(ports, await member(by), name, { ...body, number, revision } as never)
  }
  const learns = async (who: string) => {
    await tellStaff(ports, noFault)
    const alerts = await alertsOf(ports, await member(who))
    return alerts.filter(({ kind }) => kind === 'not_sent').map((alert) => alert.number)
  }
  const typed = async (who: string) => (await listUnsent(ports, await member(who), number)).map(({ kind }) => kind)
  return { ...office, number, now, order, wait, acts, learns, typed }
}

/** What the case holds but for how often it was written. */
const told = ({ dossier, notices, alerts, clocks, status, handler }: Complaint) => ({
  ...{ status, handler, events: dossier.history.map(({ event }) => event), waiting: dossier.timedActs.length },
  ...{ notices: notices.map(({ event }) => event), alerts: alerts.map(({ kind }) => kind) },
  ...{ messages: dossier.messages.length, notes: dossier.notes.length, dispositions: dossier.dispositions.length },
  clocks: clocks.map(({ clock, dueAt, pausedAt, stoppedAt }) => [clock, dueAt, pausedAt !== null, stoppedAt !== null]),
})

describe('while an act waits', () => {
  it('its author loses the role: it is not done, they learn so and have their words', async () => {
    const { employ, order, wait, now, learns, number, typed } = await anOffice()
    await order(aMessage)
    await employ('sari', { roles: ['intake_officer'] })
    await wait()
    expect((await now()).dossier).toMatchObject({ messages: [], timedActs: [] })
    expect([await learns('sari'), await typed('sari')]).toEqual([[number], ['message']])
  })

  it('its author leaves the unit: it is not done, and the handlers have the words', async () => {
    const { ports, order, wait, now, learns, number } = await anOffice({
      ...aComplaintIn('in_progress'),
      handler: 'tono' as never,
    })
    await order(aMessage)
    await ports.staff.removeMembership(organisasi, 'sari')
    await wait()
    const { dossier } = await now()
    expect(dossier).toMatchObject({ messages: [], timedActs: [] })
    expect(dossier.history.at(-1)).toMatchObject({ event: 'not_sent_no_right', text, public: false })
    expect(await learns('tono')).toEqual([number])
  })

  it('its author goes on leave: it is done in their name; if it is refused, they learn so and not their deputy alone', async () => {
    const { ports, order, wait, now, learns, acts, number } = await anOffice()
    const away = async () => {
      const sari = await ports.staff.membership(organisasi, 'sari')
      if (!sari) throw new Error('Sari is gone.')
      const [from, until] = ['2026-11-22T17:00:00.000Z', '2026-11-30T17:00:00.000Z']
      const days = {
        firstDay: '2026-11-23',
        lastDay: '2026-11-30',
        from,
        until,
        deputy: 'petugas',
        title: 'plh',
        setAt: from,
      }
      await ports.staff.saveMembership({ ...sari, absences: [days as never] })
    }
    await order(aMessage)
    await away()
    await wait()
    expect((await now()).dossier.messages).toMatchObject([{ by: { id: 'sari' } }])
    await order({ act: 'ask-for-completion', text, items: ['evidence'] })
    await acts('tono', aDecline)
    await wait()
    expect([(await now()).status, await learns('sari')]).toEqual(['declined', [number]])
  })

  it('the case is kept from its author: it is not done, and they learn so without a number or a word of it', async () => {
    const { ports, order, wait, now, learns, member, number, typed } = await anOffice()
    await order(aMessage)
    const { revision } = await now()
    const because = 'Disebut oleh pelapor.'
    await guardCaseAgainst(ports, await member('tono'), { number, revision, staff: ['sari'], because })
    await wait()
    await wait()
    const { dossier } = await now()
    expect(dossier).toMatchObject({ messages: [], timedActs: [] })
    expect(await learns('sari')).toEqual([null])
    expect(await typed('tono')).toEqual([])
    await expect(typed('sari')).rejects.toThrow('complaint/not-found')
  })

  it('the case is kept confidential: it is done where it names nobody', async () => {
    const { order, wait, now, acts } = await anOffice({ ...aComplaintIn('in_progress'), privacy: 'named' as never })
    await order(aMessage)
    await acts('tono', { act: 'keep-confidential', reason: text })
    await wait()
    expect((await now()).dossier).toMatchObject({ messages: [{ text }], timedActs: [] })
  })

  it.each<[string, Given]>([
    ['declined', aDecline],
    ['forwarded', { act: 'forward', to: 'outside', name: 'Ombudsman RI', sentOn: '2026-11-23' as never, reason: text }],
  ])('a colleague had it %s: it is not done, and its author learns so', async (status, act) => {
    const { order, wait, now, acts, learns, number, typed } = await anOffice()
    await order({ act: 'ask-for-completion', text, items: ['evidence'] })
    await acts('tono', act)
    await wait()
    expect((await now()).dossier.history.at(-1)?.event).toBe('not_sent_case_moved_on')
    expect([(await now()).status, await learns('sari'), await typed('sari')]).toEqual([
      ...[status, [number]],
      ['ask-for-completion'],
    ])
  })

  it('a colleague merges the case into another one: what waited on either is done where it still fits', async () => {
    const { ports, receive, order, wait, now, acts, learns, number, member } = await anOffice()
    const { id: into } = await receive(aComplaintIn('in_progress'))
    await order({ act: 'propose-answer', outcome: 'clarified', text })
    const { revision } = await now(into)
    await orderTimed(ports, await member('sari'), { number: into, revision, order: actOrderOf(aMessage) })
    await acts('tono', { act: 'merge', into })
    await wait()
    expect([(await now()).status, (await now()).dossier.proposal]).toEqual(['merged', null])
    expect((await now(into)).dossier).toMatchObject({ messages: [{ text }], timedActs: [] })
    expect(await learns('sari')).toEqual([number])
  })

  it('the case is destroyed by the schedule: nothing is done, and its author learns so', async () => {
    const { ports, order, wait, now, learns, number } = await anOffice(aComplaintIn('closed'))
    await order({ act: 'note', text })
    const { settings } = await ports.tenants.get(organisasi)
    const key = await ports.vault.newKey(caseKeyPlace(await now()))
    const at = '2040-01-01T00:00:00.000Z' as never
    await ports.complaints.change(organisasi, number, (before) =>
      destroyCase(before, { record: 'R-1', fingerprint: '', key }, settings, { at, newId: ports.newId }),
    )
    await wait()
    expect((await now()).dossier.timedActs).toEqual([])
    expect(await learns('sari')).toEqual([number])
  })

  it('the unit drops the category, or its author’s own role: it is refused with the reason in the history', async () => {
    const { ports, order, wait, now, learns, number } = await anOffice(aComplaintIn('received'))
    const [other] = (await ports.tenants.get(organisasi)).settings.categories.filter(
      ({ code }) => code === 'illegal_levy',
    )
    await order({ act: 'correct', category: other?.code ?? '', reason: text })
    const tenant = await ports.tenants.get(organisasi)
    const categories = tenant.settings.categories.map((one) =>
      one === other || one.code === other?.code ? { ...one, active: false } : one,
    )
    await ports.tenants.replace({ ...tenant, settings: { ...tenant.settings, categories } })
    await wait()
    expect((await now()).dossier.history.at(-1)).toMatchObject({
      event: 'not_sent_refused',
      refused: { code: 'category/unknown' },
    })
    expect(await learns('sari')).toEqual([number])
  })

  it('its author presses another one: both are done, in the order in which they were pressed', async () => {
    const { order, wait, now } = await anOffice(aComplaintIn('received'))
    await order({ act: 'verify' })
    await order(aMessage)
    await order(aDecline)
    await wait()
    const { status, dossier } = await now()
    expect([status, dossier.history.slice(-3).map(({ event }) => event)]).toEqual([
      'declined',
      ['in_progress', 'message', 'declined'],
    ])
  })

  it('the clock is set back: it still waits, can be taken back, and is done when its time comes', async () => {
    const { ports, order, wait, now, member, number } = await anOffice()
    const first = await order(aMessage)
    await order(aMessage)
    await wait(-HOUR)
    expect((await now()).dossier.messages).toEqual([])
    await withdrawTimed(ports, await member('sari'), { number, id: first })
    await wait(HOUR + TAKE_BACK_FOR)
    expect((await now()).dossier).toMatchObject({ messages: [{ text }], timedActs: [] })
  })

  it('the machine sleeps for days: it is done once when it wakes', async () => {
    const { order, wait, now } = await anOffice()
    await order(aMessage)
    await wait(3 * DAY)
    await wait()
    expect((await now()).dossier).toMatchObject({ messages: [{ text }], timedActs: [] })
  })

  it('the log of the service says which kind of act was not carried out and why, and no word or number', async () => {
    const { ports, order, acts, goOn } = await anOffice()
    await order({ act: 'ask-for-completion', text, items: ['evidence'] })
    await acts('tono', aDecline)
    goOn(TAKE_BACK_FOR / DAY)
    const lines: unknown[] = []
    const log = { ...ports.log, warn: (...line: unknown[]) => lines.push(line) }
    await carryOutTimed({ ...ports, log }, noFault)
    const fields = { tenant: organisasi, act: 'ask-for-completion', code: 'not_sent_case_moved_on' }
    expect(lines).toEqual([['act not carried out', fields]])
  })

  it('a case that cannot be read does not keep others from being done', async () => {
    const { ports, receive, goOn, now, member, order } = await anOffice()
    const sari = await member('sari')
    const broken: string[] = []
    for (let at = 0; at < 60; at++) {
      const { id, revision } = await receive(aComplaintIn('in_progress'))
      await orderTimed(ports, sari, { number: id, revision, order: actOrderOf(aNote) })
      broken.push(id)
    }
    await order(aMessage)
    goOn(TAKE_BACK_FOR / DAY)
    const find: typeof ports.complaints.find = async (tenant, number) => {
      if (broken.includes(number)) throw new Error('It cannot be read.')
      return ports.complaints.find(tenant, number)
    }
    const faults: unknown[] = []
    await carryOutTimed({ ...ports, complaints: { ...ports.complaints, find } }, (cause) => faults.push(cause))
    expect([faults.length, (await now()).dossier.messages.length]).toEqual([60, 1])
  })
})

/** The writes of a process that dies before or after one of them; from then on nothing of it is written. */
function dyingPorts<Ports extends Desk['ports']>(ports: Ports, at: number, when: 'before' | 'after'): Ports {
  let writes = 0
  const dying =
    <Args extends unknown[], Result>(write: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      writes++
      if (writes > at || (writes === at && when === 'before')) throw new Error('Killed.')
      const done = await write(...args)
      if (writes === at) throw new Error('Killed.')
      return done
    }
  const { complaints, unsent, papers, inboxes } = ports
  return {
    ...ports,
    complaints: {
      ...complaints,
      change: dying(complaints.change),
      add: dying(complaints.add),
      giveOut: dying(complaints.giveOut),
    },
    unsent: { ...unsent, save: dying(unsent.save), drop: dying(unsent.drop) },
    papers: { ...papers, replace: dying(papers.replace) },
    inboxes: { ...inboxes, change: dying(inboxes.change) },
    record: dying(ports.record),
  }
}

describe('a process that is killed while it carries an act out', () => {
  const all = staffActs.filter(({ act }) => !isOneOf(instantActs, act))

  it.each(all)(
    'leaves $act to be done once, by the next one, wherever it died',
    async ({ act, body, from, given = (one) => one }) => {
      const aCase = () => given(aComplaintIn(from[0] ?? 'received'))
      const { ports, acts, now, receive, member, goOn } = await anOffice(aCase())
      const filled = { act, ...body } as Given
      await acts('tono', filled)
      const expected = told(await now())
      const tono = await member('tono')
      for (const when of ['before', 'after'] as const) {
        for (const at of [1, 2, 3]) {
          const { id: number, revision } = await receive(aCase())
          await orderTimed(ports, tono, { number, revision, order: actOrderOf(filled) })
          goOn(TAKE_BACK_FOR / DAY)
          await carryOutTimed(dyingPorts(ports, at, when), () => {})
          // Two processes start in its place.
          await Promise.all([carryOutTimed(ports, noFault), carryOutTimed(ports, noFault)])
          await deliverWaitingNews(ports, noFault)
          expect(told(await now(number)), `killed ${when} write ${at}`).toEqual(expected)
        }
      }
    },
  )

  it.each(['before', 'after'] as const)(
    'tells its author once that it was not done, and loses no word, %s any write',
    async (when) => {
      for (const at of [1, 2, 3, 4]) {
        const { ports, goOn, order, acts, now, learns, number, member } = await anOffice()
        await order({ act: 'ask-for-completion', text, items: ['evidence'] })
        await acts('tono', aDecline)
        goOn(TAKE_BACK_FOR / DAY)
        await carryOutTimed(dyingPorts(ports, at, when), () => {})
        await carryOutTimed(ports, noFault)
        const { dossier } = await now()
        expect(dossier.history.filter(({ event }) => event === 'not_sent_case_moved_on')).toHaveLength(1)
        expect(await learns('sari')).toEqual([number])
        const [words] = await listUnsent(ports, await member('sari'), number)
        expect(words?.fields.find(({ name }) => name === 'text')?.value).toBe(text)
      }
    },
  )
})
