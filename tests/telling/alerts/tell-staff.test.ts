import { describe, expect, it, vi } from 'vitest'
import { guardCaseAgainst } from '../../../service/case/access/guarding.ts'
import { answer, verify } from '../../../service/desk/decisions.ts'
import { isUnread, openInboxStore } from '../../../service/offices/inbox/inbox.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { type AlertOffice, alertsOf, unreadOf } from '../../../service/telling/alerts/alerts.ts'
import { tellStaff } from '../../../service/telling/alerts/tell-staff.ts'
import { openWebhookStore } from '../../../service/telling/webhooks/webhook.ts'
import { aComplaint, aComplaintIn, aMoment, head, verifier } from '../../support/a-complaint.ts'
import type { DeskPorts } from '../../support/a-desk.ts'
import { anOfficeOf } from '../../support/a-guarded-office.ts'
import { officeWith } from '../../support/office-with.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const refuse = (cause: unknown) => {
  throw cause
}

async function anOffice() {
  const office = await anOfficeOf({
    verifikator: { roles: ['verifier'] },
    rekan: { roles: ['verifier'] },
    kepala: { roles: ['unit_head'] },
  })
  const ring = vi.fn()
  const ports = officeWith<DeskPorts & AlertOffice>({
    ...office.ports,
    webhooks: await openWebhookStore(office.allOfStore, office.ports.vault, () => {}),
    inboxes: await openInboxStore(office.allOfStore),
    ring,
  })
  const inboxOf = async (id: string, tenant = organisasi) => {
    const { alerts } = await ports.inboxes.read(tenant, id as StaffId)
    return alerts.map(({ kind, number, times }) => `${kind} ${number} ${times}`)
  }
  return { ...office, ports, ring, inboxOf, tell: () => tellStaff(ports, refuse) }
}

describe('what waits in a case', () => {
  it('comes to each whom it is for, rings, and waits no more', async () => {
    const { receive, tell, inboxOf, ring } = await anOffice()
    const { id } = await receive(aComplaint())
    expect(await tell()).toBe(1)
    expect(await inboxOf('verifikator')).toEqual([`new_case ${id} 1`])
    expect(await inboxOf('rekan')).toEqual([`new_case ${id} 1`])
    expect(await inboxOf('kepala')).toEqual([])
    expect(ring.mock.calls).toEqual([
      [organisasi, 'rekan'],
      [organisasi, 'verifikator'],
    ])
    expect(await tell()).toBe(0)
  })

  it('comes to nobody of another unit', async () => {
    const { receive, tell, inboxOf } = await anOffice()
    await receive(aComplaint(), dinas)
    expect(await tell()).toBe(1)
    expect(await inboxOf('verifikator')).toEqual([])
    expect(await inboxOf('verifikator', dinas)).toEqual([])
  })

  it('is neither lost nor doubled by a process that dies before it took the note out', async () => {
    const { receive, ports, inboxOf } = await anOffice()
    const { id } = await receive(aComplaint())
    const dying = { ...ports.complaints, markAlerted: () => Promise.reject(new Error('mati')) }
    const fault = vi.fn()
    await tellStaff({ ...ports, complaints: dying }, fault)
    expect(fault).toHaveBeenCalledOnce()
    await Promise.all([tellStaff(ports, refuse), tellStaff(ports, refuse)])
    expect(await inboxOf('verifikator')).toEqual([`new_case ${id} 1`])
  })

  it('vanishes from the list of who may not see the case any more, and stays in the others’', async () => {
    const { receive, tell, ports, member, inboxOf } = await anOffice()
    const { id: number, revision } = await receive(aComplaint())
    await tell()
    const seen = async (id: string) => (await alertsOf(ports, await member(id))).map((alert) => alert.number)
    expect(await seen('rekan')).toEqual([number])
    const verifikator = await member('verifikator')
    await guardCaseAgainst(ports, verifikator, { number, revision, staff: ['rekan'], because: 'Ia yang dilaporkan.' })
    expect(await seen('rekan')).toEqual([])
    expect(await seen('verifikator')).toEqual([number])
    await tell()
    expect(await inboxOf('kepala')).toEqual([`dispatched_to_me ${number} 1`])
  })

  it('of a case that was filed before there were alerts is nothing, and its next act is told', async () => {
    const { receive, tell, store, ports, inboxOf } = await anOffice()
    const { id: number } = await receive(aComplaintIn('in_progress'))
    const kept = await store.complaints.get(organisasi, number)
    await store.complaints.replace(JSON.parse(JSON.stringify({ ...kept, alerts: undefined, news: undefined })))
    expect(await tell()).toBe(0)
    expect((await ports.complaints.get(organisasi, number)).alerts).toEqual([])
    expect(await inboxOf('verifikator')).toEqual([])
  })
})

describe('after eight weeks', () => {
  it('only what still waits is unread, although nobody ever marked an alert as read', async () => {
    const { receive, tell, ports, member } = await anOffice()
    const cases: string[] = []
    for (let day = 0; day < 40; day++) {
      const { id } = await receive(aComplaint())
      await tell()
      cases.push(id)
      const before = cases[day - 2]
      if (before === undefined) continue
      await ports.complaints.change(organisasi, before, (one) =>
        answer(
          verify(one, undefined, 'open', verifier, aMoment(1)),
          { outcome: 'substantiated', text: 'Sudah.' },
          head,
          aMoment(2),
        ),
      )
      await tell()
    }
    const verifikator = await member('verifikator')
    expect((await ports.inboxes.read(organisasi, verifikator.id)).alerts.length).toBe(40)
    expect((await unreadOf(ports, verifikator)).alerts.map(({ number }) => number)).toEqual(cases.slice(-2).reverse())
    expect((await alertsOf(ports, verifikator)).filter(isUnread).length).toBe(2)
    expect((await ports.inboxes.read(organisasi, verifikator.id)).alerts.filter(isUnread).length).toBe(2)
  })
})
