import { describe, expect, it, vi } from 'vitest'
import { LEASE } from '../../service/case/shape/notice.ts'
import { openComplaintStore } from '../../service/case/store/complaint-store.ts'
import { firstNotices } from '../../service/case/store/first-notices.ts'
import { openInboxStore } from '../../service/offices/inbox/inbox-store.ts'
import type { StaffId } from '../../service/offices/staff-id.ts'
import { plusMilliseconds, SECOND } from '../../service/shared/instant.ts'
import { tellStaff } from '../../service/telling/alerts/tell-staff.ts'
import { openWebhookStore } from '../../service/telling/webhooks/webhook-store.ts'
import { aDelivery } from '../support/a-delivery.ts'
import { aFilingOffice } from '../support/a-filing-office.ts'
import { organisasi } from '../support/two-units.ts'

const refuse = (cause: unknown) => {
  throw cause
}

async function anOfficeThatWrites() {
  const office = await aFilingOffice()
  const { ports, allOfStore: store, folder, ring, goOn } = office
  const house = { store, folder, ring, vault: ports.vault, masterKey: new Uint8Array() }
  const delivery = await aDelivery({ house })
  const telling = {
    ...ports,
    webhooks: await openWebhookStore(store, ports.vault, () => {}),
    inboxes: await openInboxStore(store),
    ring: () => {},
  }
  const keptCase = async (number: string) => {
    const kept = await office.store.complaints.get(organisasi, number)
    if (!kept) throw new Error(`There is no ${number}.`)
    return kept
  }
  const alertsOf = async (person: string) => (await telling.inboxes.read(organisasi, person as StaffId)).alerts
  const tell = () => tellStaff(telling, refuse)
  return { ...office, goOn, delivery, keptCase, alertsOf, tell }
}

describe('a case on its way from its filing to the first notice sent', () => {
  it('is written twice: as it is filed, and when its notice has left and staff have their alert', async () => {
    const { file, ports, delivery, keptCase, alertsOf, tell } = await anOfficeThatWrites()
    const { resend } = delivery
    resend.mood = 'hangs'
    delivery.startDeliverer({ queue: ports.complaints })
    const { complaint } = await file()
    delivery.goOn(SECOND)
    await vi.waitFor(() => expect(resend.waiting).toBe(1))
    expect(await tell()).toBe(1)
    expect(await alertsOf('verifikator')).toHaveLength(1)
    expect(await tell()).toBe(0)
    expect((await keptCase(complaint.id)).version).toBe(1)

    resend.letGo()
    await vi.waitFor(async () => expect((await keptCase(complaint.id)).notices).toMatchObject([{ state: 'sent' }]))
    expect(await keptCase(complaint.id)).toMatchObject({ version: 2, alerts: [], news: [] })
    expect([await tell(), (await alertsOf('verifikator')).length]).toEqual([0, 1])
    expect(resend.requests).toBe(1)
  })

  it('is written twice as well if its reporter left no contact, and no deliverer looks at it', async () => {
    const { file, keptCase, tell } = await anOfficeThatWrites()
    const { complaint } = await file({ of: { privacy: 'anonymous', reporter: undefined } })
    expect(complaint.notices).toMatchObject([{ event: 'received', state: 'unreachable', nextTryAt: null }])
    expect(await tell()).toBe(1)
    expect(await keptCase(complaint.id)).toMatchObject({ version: 2, alerts: [], news: [] })
  })

  it('is left to its process by others, until it has not recorded the notice for as long as a lease', async () => {
    const { file, ports, allOfStore, delivery } = await anOfficeThatWrites()
    ports.complaints.claimNew(() => plusMilliseconds(delivery.now(), LEASE))
    await file()
    const elsewhere = await openComplaintStore(allOfStore, ports.vault, () => {})
    const claimAt = (later: number) => {
      const at = plusMilliseconds(delivery.now(), later)
      return elsewhere.claimDue('entry', at, plusMilliseconds(at, LEASE), 9)
    }
    expect(await claimAt(LEASE - SECOND)).toEqual([])
    expect(await claimAt(LEASE)).toHaveLength(1)
  })

  it('waits for a claim as before where no deliverer of this process has room', async () => {
    const { file, ports, delivery } = await anOfficeThatWrites()
    ports.complaints.claimNew((waiting) => (waiting < 1 ? plusMilliseconds(delivery.now(), LEASE) : null))
    const [first, second] = [await file(), await file()]
    expect(first.complaint.notices[0]?.nextTryAt).toBe(plusMilliseconds(delivery.now(), LEASE))
    expect(second.complaint.notices[0]?.nextTryAt).toBe(second.complaint.receivedAt)
  })
})

describe('what staff were alerted of while the first notice was on its way', () => {
  const alerted = { notes: [], news: [] }

  async function aNewCase() {
    const { file, ports, keptCase } = await anOfficeThatWrites()
    const { complaint } = await file()
    expect(ports.complaints).toBeDefined()
    let now = 0
    const first = firstNotices(() => now)
    first.give(await keptCase(complaint.id), complaint.notices)
    return { first, number: complaint.id, goOn: (milliseconds: number) => (now += milliseconds) }
  }

  it('is written by itself where the record does not come within some seconds', async () => {
    const { first, number, goOn } = await aNewCase()
    expect(first.keepAlerted(organisasi, number, alerted)).toBe(true)
    expect([first.isAlerted(organisasi, number), first.takeLate()]).toEqual([true, []])
    goOn(5 * SECOND)
    expect(first.takeLate()).toEqual([[organisasi, number, alerted]])
    expect([first.isAlerted(organisasi, number), first.alerted, first.takeLate()]).toEqual([false, 0, []])
  })

  it('is written at once where the notice is recorded or late already, and a late notice is not given over', async () => {
    const { first, number, goOn } = await aNewCase()
    goOn(6 * SECOND)
    expect(first.keepAlerted(organisasi, number, alerted)).toBe(false)
    goOn(5 * SECOND)
    expect(first.take(1)).toEqual([])
    const { first: other, number: another } = await aNewCase()
    expect(other.take(1)).toHaveLength(1)
    other.settle(organisasi, another)
    expect(other.keepAlerted(organisasi, another, alerted)).toBe(false)
  })
})
