import { expect, it } from 'vitest'
import { performAct } from '../../service/desk/case-acts.ts'
import { giveWork } from '../../service/desk/succession.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaintIn } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { aMembership, away } from '../support/a-small-unit.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { dinas, organisasi } from '../support/two-units.ts'

const head = staffWith(['unit_head'])

async function aDeskWithALeaver() {
  const desk = await aDesk()
  const { staff, now } = desk.ports
  await staff.saveMembership(aMembership('citra', ['case_handler']))
  await staff.saveMembership(aMembership('dodi', ['case_handler']))
  const admin = { ...staffWith(['tenant_admin']), confirmedAt: now() }
  const dispatched = async () => {
    const { id: number, revision } = await desk.receive(aComplaintIn('in_progress'))
    const order = { handler: 'citra', instruction: 'Panggil petugas loket.' }
    await performAct(desk.ports, head, 'dispatch', { number, revision, ...order })
    return number
  }
  const give = (by = admin, to = 'dodi') => giveWork(desk.ports, by, 'citra', to)
  return { ...desk, admin, dispatched, give, read: (number: string) => desk.ports.complaints.get(organisasi, number) }
}

it('who leaves gives all open cases to a successor in one act, with the instructions, and the successor is alerted', async () => {
  const { dispatched, give, read } = await aDeskWithALeaver()
  const numbers: string[] = []
  for (let cases = 0; cases < 53; cases++) numbers.push(await dispatched())

  expect((await give()).case).toEqual({ moves: 53, stays: 0 })
  for (const number of numbers) {
    const { handler, dossier, alerts } = await read(number)
    expect(handler).toBe('dodi')
    expect(dossier.dispositions.at(-1)?.assignments[0]).toMatchObject({ to: 'dodi', text: 'Panggil petugas loket.' })
    expect(alerts.at(-1)).toMatchObject({ kind: 'dispatched_to_me', to: 'dodi' })
  }
  expect((await give()).case).toEqual({ moves: 0, stays: 0 })
})

it('closed cases keep their handler', async () => {
  const { receive, give, read } = await aDeskWithALeaver()
  const closed = await receive({ ...aComplaintIn('closed'), handler: 'citra' as StaffId })
  expect((await give()).case).toEqual({ moves: 0, stays: 0 })
  expect((await read(closed.id)).handler).toBe('citra')
})

it('a request for an identity that waits is asked by the successor then', async () => {
  const { ports, dispatched, give, read } = await aDeskWithALeaver()
  const number = await dispatched()
  await ports.complaints.change(organisasi, number, (complaint) => ({
    ...complaint,
    dossier: {
      ...complaint.dossier,
      identityRequests: [
        {
          ...{ id: 'satu', at: ports.now(), ground: 'other', reason: 'Saksi', decision: null, usedAt: null },
          by: { kind: 'staff', id: 'citra' as StaffId, name: 'Citra', position: 'Petugas' },
        },
      ],
    },
  }))
  await give()
  expect((await read(number)).dossier.identityRequests[0]?.by).toMatchObject({ id: 'dodi' })
})

it('what the successor may not handle waits to be dispatched', async () => {
  const { ports, dispatched, give, read } = await aDeskWithALeaver()
  const number = await dispatched()
  const limits = { case_handler: ['illegal_levy'] }
  await ports.staff.saveMembership(aMembership('dodi', ['case_handler'], { limits }))
  expect((await give()).case).toEqual({ moves: 0, stays: 1 })
  expect((await read(number)).handler).toBeNull()
})

it('is the admin’s act, who proved their identity lately, to somebody present in the same unit', async () => {
  const { ports, dispatched, give, admin, read } = await aDeskWithALeaver()
  const number = await dispatched()
  expect(await laterRefusalOf(give({ ...staffWith(['unit_head']), confirmedAt: ports.now() }))).toBe(
    'staff/not-permitted',
  )
  const { confirmedAt: _, ...unconfirmed } = admin
  expect(await laterRefusalOf(giveWork(ports, unconfirmed, 'citra', 'dodi'))).toBe('session/confirmation-needed')
  expect(await laterRefusalOf(give(admin, 'citra'))).toBe('staff/unknown')
  expect(await laterRefusalOf(giveWork(ports, { ...admin, tenant: dinas }, 'citra', 'dodi'))).toBe('staff/unknown')
  await ports.staff.saveMembership(aMembership('dodi', ['case_handler'], { absences: [away()] }))
  expect(await laterRefusalOf(give())).toBe('staff/away')
  expect((await read(number)).handler).toBe('citra')
})
