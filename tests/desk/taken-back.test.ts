import { describe, expect, it } from 'vitest'
import { unitNowOf } from '../../service/case/access/deciders.ts'
import type { Complaint, Dossier } from '../../service/case/shape/complaint.ts'
import { TAKE_BACK_FOR } from '../../service/case/timed-acts.ts'
import { timedActs } from '../../service/contract/timed.ts'
import { acts, openActs, performAct } from '../../service/desk/case-acts.ts'
import { carryOutTimed, orderTimed, withdrawTimed } from '../../service/desk/timed/timed-acts.ts'
import { actOrderOf } from '../../service/desk/waiting-order.ts'
import { timedView } from '../../service/http/views/case-parts.ts'
import { instantActs } from '../../service/offices/act-vocabulary.ts'
import { standardCalendar } from '../../service/offices/calendar/office-calendar.ts'
import { roles } from '../../service/offices/vocabulary.ts'
import { DAY, HOUR, MINUTE } from '../../service/shared/instant.ts'
import { isOneOf } from '../../service/shared/records.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaintIn } from '../support/a-complaint.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { staffActs } from '../support/staff-acts.ts'
import { organisasi } from '../support/two-units.ts'

const noFault = (cause: unknown) => {
  throw cause
}

const readBy = (complaint: Complaint, ...ids: readonly string[]): Complaint => {
  const readers = ids.map((id) => ({
    id: id as StaffId,
    as: 'acted',
    since: complaint.receivedAt,
    by: { kind: 'system' },
  }))
  return { ...complaint, dossier: { ...complaint.dossier, readers: readers as Dossier['readers'] } }
}

/** Somebody who may do everything, a colleague who may too, a handler and a keeper of identities. */
async function anOffice(...complaints: readonly Complaint[]) {
  const office = await anOfficeOf({
    sari: { roles: [...roles] },
    tono: { roles: [...roles] },
    petugas: { roles: ['case_handler'] },
    eko: { roles: ['identity_custodian'] },
  })
  const { ports, receive, goOn, member } = office
  const numbers: string[] = []
  for (const complaint of complaints) numbers.push((await receive(readBy(complaint, 'sari', 'tono'))).id)
  const [number = '', other = ''] = numbers
  const now = (of = number) => ports.complaints.get(organisasi, of)
  const sari = await member('sari')
  const order = async (filled: { readonly act: string }, by = sari) => {
    const { revision } = await now()
    const left = await orderTimed(ports, by, { number, revision, order: actOrderOf(filled) })
    return left.dossier.timedActs.at(-1)?.id ?? ''
  }
  const wait = async (milliseconds = TAKE_BACK_FOR) => {
    goOn(milliseconds / DAY)
    await carryOutTimed(ports, noFault)
  }
  const open = async (by = sari) => {
    const { settings } = await ports.tenants.get(organisasi)
    return openActs(by, await now(), await unitNowOf(ports, organisasi, settings))
  }
  return { ...office, number, other, now, sari, order, wait, open }
}

/** What the case holds; each write counts up how often it was written. */
const undone = (complaint: Complaint) => ({ ...complaint, revision: 0, version: 0 })
const statusesOf = ({ dossier, notices, alerts, clocks, status }: Complaint) => ({
  ...{ status, handler: dossier.dispositions.length, events: dossier.history.map(({ event }) => event) },
  ...{ notices: notices.map(({ event }) => event), alerts: alerts.map(({ kind }) => kind) },
  clocks: clocks.map(({ clock, dueAt, pausedAt, stoppedAt }) => [clock, dueAt, pausedAt !== null, stoppedAt !== null]),
})

describe('every act', () => {
  it('can be taken back, but for those that the same person undoes with the same act', () => {
    expect([...timedActs, ...instantActs].toSorted()).toEqual(Object.keys(acts).toSorted())
  })

  it.each(staffActs.filter(({ act }) => !isOneOf(instantActs, act)))(
    '$act changes nothing for ten seconds, is offered to nobody else meanwhile, and goes without a trace',
    async ({ act, body, from, given = (one) => one }) => {
      const { ports, number, sari, now, order, wait, open, member } = await anOffice(
        given(aComplaintIn(from[0] ?? 'received')),
      )
      const before = await now()
      const id = await order({ act, ...body })
      const { dossier, ...rest } = await now()
      expect(undone({ ...rest, dossier: { ...dossier, timedActs: [] } })).toEqual(undone(before))
      const mayRepeat = act === 'message' || act === 'note'
      expect((await open(await member('tono'))).includes(act)).toBe(mayRepeat)
      await withdrawTimed(ports, sari, { number, id })
      await wait()
      expect(undone(await now())).toEqual(undone(before))
      expect(await open()).toContain(act)
    },
  )

  it.each(staffActs.filter(({ act }) => !isOneOf(instantActs, act)))(
    '$act does after ten seconds what it does at once, with the same dates, and once',
    async ({ act, body, from, given = (one) => one }) => {
      const complaint = given(aComplaintIn(from[0] ?? 'received'))
      const [waited, direct] = [await anOffice(complaint), await anOffice(complaint)]
      await waited.order({ act, ...body })
      await waited.wait()
      await waited.wait()
      const { revision } = await direct.now()
      await performAct(direct.ports, direct.sari, act, { ...body, number: direct.number, revision })
      expect(statusesOf(await waited.now())).toEqual(statusesOf(await direct.now()))
      expect((await waited.now()).dossier.timedActs).toEqual([])
    },
  )

  it('is done at once where the office closes meanwhile, because a count would begin on another day', async () => {
    const { now, order, goOn } = await anOffice(aComplaintIn('received'))
    // Monday at ten it is; the office closes at four.
    goOn((6 * HOUR - MINUTE) / DAY)
    await order({ act: 'verify' })
    const { status, dossier, clocks } = await now()
    expect([status, dossier.timedActs]).toEqual(['in_progress', []])
    expect(clocks.find(({ clock }) => clock.startsWith('handling'))?.countedFrom).toBe('2026-11-23')
  })
})

describe('verifying and giving the case to a handler', () => {
  const both = { act: 'verify', handler: 'petugas' }

  it('is one order and one act: both happen, or neither', async () => {
    const { now, order, wait } = await anOffice(aComplaintIn('received'))
    const before = await now()
    await order(both)
    expect(undone({ ...(await now()), dossier: before.dossier })).toEqual(undone(before))
    await wait()
    const { status, handler, dossier } = await now()
    expect([status, handler]).toEqual(['in_progress', 'petugas'])
    expect(dossier.history.slice(-2).map(({ event }) => event)).toEqual(['in_progress', 'dispatched'])
  })

  it('is not done where the handler left meanwhile; who pressed is alerted and finds the form as it was', async () => {
    const { ports, number, now, sari, order, wait } = await anOffice(aComplaintIn('received'))
    await order(both)
    await ports.staff.removeMembership(organisasi, 'petugas')
    await wait()
    const { status, alerts, dossier } = await now()
    expect([status, dossier.history.at(-1)?.event]).toEqual(['received', 'not_sent_refused'])
    expect(alerts.at(-1)).toMatchObject({ kind: 'not_sent', to: 'sari' })
    const { key } = await now()
    expect(key).toBeDefined()
    const typed = await ports.unsent.places({ tenant: organisasi, by: sari.id })
    expect(typed).toMatchObject([{ number, kind: 'verify' }])
  })

  it('is refused to who may not dispatch', async () => {
    const { order, employ, member } = await anOffice(aComplaintIn('received'))
    await employ('vera', { roles: ['verifier'] })
    const vera = await member('vera')
    const able = { ...vera, permissions: new Set([...vera.permissions].filter((one) => one !== 'cases.dispatch')) }
    expect(await laterRefusalOf(order(both, able))).toBe('staff/not-permitted')
  })
})

describe('a merge', () => {
  const joinTo = (into: string) => ({ act: 'merge', into })
  const twoCases = () => anOffice(aComplaintIn('received'), aComplaintIn('received'))

  it('leaves both cases as they are for ten seconds, and joins them then', async () => {
    const { ports, number, other, now, order, wait, sari, member } = await twoCases()
    const before = await now(other)
    await order(joinTo(other))
    expect([await now(other), (await now()).status]).toEqual([before, 'received'])
    const seenBy = async (one: typeof sari) =>
      timedView(await now(), one, () => '', standardCalendar, ports.now()).timed
    expect(await seenBy(sari)).toMatchObject([{ act: 'merge', text: other }])
    expect(await seenBy(await member('tono'))).toMatchObject([{ act: 'merge', text: '' }])
    await wait()
    await wait()
    const [joined, leading] = [await now(), await now(other)]
    expect([joined.status, joined.dossier.merged?.into, joined.dossier.timedActs]).toEqual(['merged', other, []])
    expect(leading.dossier.joined.map((one) => one.number)).toEqual([number])
    expect(joined.notices.filter(({ event }) => event === 'merged')).toHaveLength(1)
  })

  it('taken back has touched neither case, and a second one is refused while one waits', async () => {
    const { ports, number, other, now, sari, order, wait } = await twoCases()
    const [before, leading] = [await now(), await now(other)]
    const id = await order(joinTo(other))
    expect(await laterRefusalOf(order(joinTo(other)))).toBe('timed/waiting')
    await withdrawTimed(ports, sari, { number, id })
    await wait()
    expect([undone(await now()), await now(other)]).toEqual([undone(before), leading])
  })

  it.each([1, 2, 3])('goes on after a kill at write %i, and is done once', async (at) => {
    const { ports, number, other, now, order, goOn, wait } = await twoCases()
    await order(joinTo(other))
    goOn(TAKE_BACK_FOR / DAY)
    let writes = 0
    const change: typeof ports.complaints.change = (tenant, key, decide) => {
      if (++writes > at) throw new Error('Killed.')
      return ports.complaints.change(tenant, key, decide)
    }
    await carryOutTimed({ ...ports, complaints: { ...ports.complaints, change } }, () => {})
    await wait()
    await wait()
    const [joined, leading] = [await now(), await now(other)]
    expect([joined.status, joined.dossier.timedActs]).toEqual(['merged', []])
    expect(leading.dossier.joined.map((one) => one.number)).toEqual([number])
    expect(joined.dossier.history.filter(({ event }) => event === 'merged')).toHaveLength(1)
  })

  it('is not done where a colleague took the case another way, and says so', async () => {
    const { ports, number, other, now, order, wait, member } = await twoCases()
    await order(joinTo(other))
    const { revision } = await now()
    const text = 'Kata-kata kantor.'
    const body = { number, revision, reason: 'before_court', text, elsewhere: 'PTUN' } as const
    await performAct(ports, await member('tono'), 'decline', body)
    await wait()
    const { status, dossier } = await now()
    expect([status, dossier.history.at(-1)?.event]).toEqual(['declined', 'not_sent_case_moved_on'])
    expect((await now(other)).dossier.joined).toEqual([])
  })
})
