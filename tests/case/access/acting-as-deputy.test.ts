import { expect, it } from 'vitest'
import { mayOn, sees } from '../../../service/case/access/case-access.ts'
import { performAct } from '../../../service/desk/case-acts.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { aComplaint, aComplaintIn } from '../../support/a-complaint.ts'
import { aDesk } from '../../support/a-desk.ts'
import { aMembership, away } from '../../support/a-small-unit.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const kasi = { position: 'Kepala Seksi Pelayanan' }

/** A head who is away this week, and a section head in their place. */
async function aDeskWithADeputy(more: object = {}) {
  const desk = await aDesk()
  const { staff } = desk.ports
  const absent = { position: 'Kepala Bagian Organisasi', absences: [away('kasi')] }
  await staff.saveMembership(aMembership('kepala', ['unit_head'], absent))
  await staff.saveMembership(aMembership('kasi', ['case_handler'], { ...kasi, ...more }))
  const deputy = async () => {
    const found = await staff.findMember(organisasi, 'kasi')
    if (!found) throw new Error('The deputy is gone.')
    return found
  }
  return { ...desk, staff, deputy }
}

it('a deputy signs as such, and works in their own name where the act is their own', async () => {
  const { ports, receive, deputy } = await aDeskWithADeputy()
  const { id: number, revision } = await receive(aComplaintIn('in_progress'))
  const proposed = { number, revision, outcome: 'clarified', text: 'Begini.' } as const
  const waiting = await performAct(ports, await deputy(), 'propose-answer', proposed)
  expect(waiting.dossier.history.at(-1)?.by).toMatchObject({ position: 'Kepala Seksi Pelayanan' })

  const given = await performAct(ports, await deputy(), 'answer', { number, revision: waiting.revision })
  expect(given.dossier.history.at(-1)?.by).toMatchObject({
    name: 'Nama kasi',
    position: 'Plh. Kepala Bagian Organisasi',
  })
})

it('the deputy’s rights end by themselves', async () => {
  const { ports, receive, deputy, goOn } = await aDeskWithADeputy()
  const { id: number, revision } = await receive(aComplaintIn('awaiting_approval'))
  goOn(5)
  expect((await deputy()).permissions.has('cases.approve')).toBe(false)
  expect(await laterRefusalOf(performAct(ports, await deputy(), 'answer', { number, revision }))).toBe(
    'staff/not-permitted',
  )
})

it('a deputy may do no more than who is away: a complaint about the head stays out of their hands', async () => {
  // The section head is under nobody here, so the guard alone would not reach them.
  const { staff, deputy } = await aDeskWithADeputy({ reportsTo: 'camat' })
  const marks = await staff.marksOf(organisasi, ['kepala'])
  const about = aComplaint({ guard: { marks, steward: null } })
  const found = await deputy()
  expect(sees(found, about)).toBe(true)
  expect(mayOn(found, 'cases.handle', about)).toBe(true)
  expect(mayOn(found, 'cases.approve', about)).toBe(false)
})

it('who reads only as deputy does not find what is hidden from the head', async () => {
  const { staff } = await aDeskWithADeputy()
  await staff.saveMembership(aMembership('kasi', ['tenant_admin'], { ...kasi, reportsTo: 'camat' }))
  const marks = await staff.marksOf(organisasi, ['kepala'])
  const found = await staff.findMember(organisasi, 'kasi')
  expect(found && sees(found, aComplaint())).toBe(true)
  expect(found && sees(found, aComplaint({ guard: { marks, steward: null } }))).toBe(false)
})

it('no case is dispatched to somebody who is away, and another unit’s deputy has no say', async () => {
  const { ports, receive, deputy, staff } = await aDeskWithADeputy()
  const { id: number, revision } = await receive(aComplaintIn('in_progress'))
  const toHead = performAct(ports, await deputy(), 'dispatch', { number, revision, handler: 'kepala' })
  expect(await laterRefusalOf(toHead)).toBe('staff/away')
  await staff.saveMembership({ ...aMembership('tamu', ['observer']), tenant: dinas })
  expect((await staff.working(dinas)).map(({ id }) => id)).toEqual(['tamu' as StaffId])
})
