import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { GIVEN, LEASE, newNotice, UNROUTED } from '../../service/case/shape/notice.ts'
import { complaintSpec } from '../../service/case/store/complaint-spec.ts'
import { openComplaintStore } from '../../service/case/store/complaint-store.ts'
import { firstNotices } from '../../service/case/store/first-notices.ts'
import { openInboxStore } from '../../service/offices/inbox/inbox.ts'
import { plusMilliseconds, SECOND } from '../../service/shared/instant.ts'
import type { StaffId } from '../../service/storage/place.ts'
import type { AlertOffice } from '../../service/telling/alerts/alerts.ts'
import { tellStaff } from '../../service/telling/alerts/tell-staff.ts'
import { SENDS_AT_ONCE } from '../../service/telling/notices/deliver-notices.ts'
import { openWebhookStore } from '../../service/telling/webhooks/webhook.ts'
import { aDelivery } from '../support/a-delivery.ts'
import { aFilingOffice } from '../support/a-filing-office.ts'
import { officeWith } from '../support/office-with.ts'
import { organisasi } from '../support/two-units.ts'

const refuse = (cause: unknown) => {
  throw cause
}

async function anOfficeThatWrites() {
  const office = await aFilingOffice()
  const { ports, allOfStore: store, folder, ring, goOn } = office
  const house = { store, folder, ring, vault: ports.vault, masterKey: new Uint8Array() }
  const delivery = await aDelivery({ house })
  const telling = officeWith<AlertOffice>({
    ...ports,
    webhooks: await openWebhookStore(store, ports.vault, () => {}),
    inboxes: await openInboxStore(store),
    ring: () => {},
  })
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
    await expect.poll(() => resend.waiting).toBe(1)
    expect(await tell()).toBe(1)
    expect(await alertsOf('verifikator')).toHaveLength(1)
    expect(await tell()).toBe(0)
    expect((await keptCase(complaint.id)).version).toBe(1)

    resend.letGo()
    await expect.poll(async () => (await keptCase(complaint.id)).notices).toMatchObject([{ state: 'sent' }])
    expect(await keptCase(complaint.id)).toMatchObject({ version: 2, alerts: [], news: [] })
    expect([await tell(), (await alertsOf('verifikator')).length]).toEqual([0, 1])
    expect(resend.requests).toBe(1)
  })

  it('is written twice in a rush too, when more are filed than can be told at once', async () => {
    const { file, ports, delivery, keptCase, tell } = await anOfficeThatWrites()
    const { resend } = delivery
    resend.mood = 'hangs'
    delivery.startDeliverer({ queue: ports.complaints })
    const filed = await Promise.all(Array.from({ length: SENDS_AT_ONCE + 5 }, () => file()))
    delivery.goOn(SECOND)
    await expect.poll(() => resend.waiting).toBe(SENDS_AT_ONCE)
    expect(await tell()).toBe(filed.length)
    resend.letGo()
    const keptCases = () => Promise.all(filed.map(({ complaint }) => keptCase(complaint.id)))
    const isSent = { notices: [expect.objectContaining({ state: 'sent' })] }
    await expect.poll(keptCases).toMatchObject(filed.map(() => isSent))
    expect(await keptCases()).toMatchObject(filed.map(() => ({ version: 2, alerts: [], news: [] })))
  })

  it('is written twice as well if its reporter left no contact, and no deliverer looks at it', async () => {
    const { file, keptCase, tell } = await anOfficeThatWrites()
    const { complaint } = await file({ of: { privacy: 'anonymous', reporter: undefined } })
    expect(complaint.notices).toMatchObject([{ event: 'received', state: 'unreachable', nextTryAt: null }])
    expect([await tell(), await tell()]).toEqual([1, 0])
    expect((await keptCase(complaint.id)).version).toBe(1)
    const later = performance.now() + 5 * SECOND
    vi.spyOn(performance, 'now').mockReturnValue(later)
    onTestFinished(() => void vi.restoreAllMocks())
    expect(await tell()).toBe(0)
    expect(await keptCase(complaint.id)).toMatchObject({ version: 2, alerts: [], news: [] })
  })

  it('takes out with the next act what staff were alerted of, and alerts them of that act too', async () => {
    const { file, ports, keptCase, alertsOf, tell } = await anOfficeThatWrites()
    const { complaint } = await file({ of: { privacy: 'anonymous', reporter: undefined } })
    const [note] = complaint.alerts
    if (!note) throw new Error('Nobody is alerted of a new case.')
    await tell()
    await ports.complaints.change(organisasi, complaint.id, (one) => ({
      ...one,
      alerts: [...one.alerts, { ...note, id: 'teruskan' }],
    }))
    expect(await keptCase(complaint.id)).toMatchObject({ version: 2, alerts: [{ id: 'teruskan' }], news: [] })
    expect(await tell()).toBe(1)
    expect(await alertsOf('verifikator')).toMatchObject([{ times: 2 }])
  })

  it('alerts staff at once of what is added while the alert before waits to be taken out', async () => {
    const { file, allOfStore, keptCase, alertsOf, tell } = await anOfficeThatWrites()
    const { complaint } = await file({ of: { privacy: 'anonymous', reporter: undefined } })
    const [note] = complaint.alerts
    if (!note) throw new Error('Nobody is alerted of a new case.')
    await tell()
    // As a passed date does, which opens nothing.
    const kept = await keptCase(complaint.id)
    const complaints = await allOfStore.collection(complaintSpec)
    await complaints.replace({ ...kept, alerts: [...kept.alerts, { ...note, id: 'lewat' }] })
    expect([await tell(), await tell()]).toEqual([1, 0])
    expect(await alertsOf('verifikator')).toMatchObject([{ times: 2 }])
  })

  it('is taken from memory: what waits in the store is not asked for', async () => {
    const { file, ports, delivery, keptCase } = await anOfficeThatWrites()
    const asked: string[] = []
    const claimDue: typeof ports.complaints.claimDue = (...lease) => {
      asked.push(lease[0])
      return ports.complaints.claimDue(...lease)
    }
    const deliverer = delivery.startDeliverer({ queue: { ...ports.complaints, claimDue } })
    await expect.poll(() => asked).toContain(UNROUTED)
    asked.length = 0
    const { complaint } = await file()
    deliverer.wakeUp(GIVEN)
    await expect.poll(async () => (await keptCase(complaint.id)).notices).toMatchObject([{ state: 'sent' }])
    expect(new Set(asked)).toEqual(new Set([GIVEN]))
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

describe('an act that leaves a notice and an alert', () => {
  async function anActedCase() {
    const office = await anOfficeThatWrites()
    const { file, ports, delivery, keptCase, tell } = office
    const { resend } = delivery
    delivery.startDeliverer({ queue: ports.complaints })
    const { id, alerts } = (await file()).complaint
    const [note] = alerts
    if (!note) throw new Error('Nobody is alerted of a new case.')
    delivery.goOn(SECOND)
    await expect.poll(async () => (await keptCase(id)).notices).toMatchObject([{ state: 'sent' }])
    await tell()
    const { version } = await keptCase(id)
    const act = async (name: string) => {
      const [notice, alert] = [newNotice(name, 'in_progress', delivery.now()), { ...note, id: name }]
      await ports.complaints.change(organisasi, id, (one) => ({
        ...one,
        notices: [...one.notices, notice],
        alerts: [...one.alerts, alert],
      }))
      delivery.goOn(SECOND)
    }
    resend.mood = 'hangs'
    return { ...office, id, version, act, resend }
  }

  it('is written twice: as it is done, and when its notice has left and staff have their alert', async () => {
    const { id, version, act, resend, keptCase, tell } = await anActedCase()
    await act('terima')
    await expect.poll(() => resend.waiting).toBe(1)
    expect([await tell(), await tell()]).toEqual([1, 0])
    expect((await keptCase(id)).version).toBe(version + 1)
    resend.letGo()
    await expect.poll(async () => (await keptCase(id)).notices).toMatchObject([{}, { state: 'sent' }])
    expect(await keptCase(id)).toMatchObject({ version: version + 2, alerts: [], news: [] })
  })

  it('alerts staff at once of the next act too, which also takes the alert before out of the case', async () => {
    const { id, version, act, resend, keptCase, tell, alertsOf } = await anActedCase()
    const before = (await alertsOf('verifikator'))[0]?.times ?? 0
    await act('terima')
    await expect.poll(() => resend.waiting).toBe(1)
    expect(await tell()).toBe(1)
    await act('teruskan')
    expect(await keptCase(id)).toMatchObject({ version: version + 2, alerts: [{ id: 'teruskan' }] })
    expect(await tell()).toBe(1)
    expect((await alertsOf('verifikator'))[0]?.times).toBe(before + 2)
    resend.letGo()
    const left = async () => {
      const { notices, alerts } = await keptCase(id)
      return [notices.every(({ state }) => state === 'sent'), alerts]
    }
    await expect.poll(left).toEqual([true, []])
  })
})

describe('what staff were alerted of while the first notice was on its way', () => {
  const alerted = { notes: [], news: [] }

  async function aNewCase(isAlone = false) {
    const { file, ports, keptCase } = await anOfficeThatWrites()
    const { complaint } = await file()
    expect(ports.complaints).toBeDefined()
    let now = 0
    const first = firstNotices(isAlone, () => now)
    first.give(await keptCase(complaint.id), complaint.notices[0]!)
    return { first, number: complaint.id, goOn: (milliseconds: number) => (now += milliseconds) }
  }

  it('is written by itself where the record does not come within some seconds', async () => {
    const { first, number, goOn } = await aNewCase()
    expect(first.keepAlerted(organisasi, number, alerted)).toBe(true)
    expect([first.alerted, first.takeLate()]).toEqual([1, []])
    goOn(5 * SECOND)
    expect(first.takeLate()).toEqual([[organisasi, number, alerted]])
    expect([first.alerted, first.takeLate()]).toEqual([0, []])
  })

  it('is written at once where the notice is recorded or late already, and a late notice is not given over', async () => {
    const { first, number, goOn } = await aNewCase()
    goOn(6 * SECOND)
    expect(first.keepAlerted(organisasi, number, alerted)).toBe(false)
    goOn(25 * SECOND)
    expect(first.take(1)).toEqual([])
    const { first: other, number: another } = await aNewCase()
    expect(other.take(1)).toHaveLength(1)
    other.settle(organisasi, another)
    expect(other.keepAlerted(organisasi, another, alerted)).toBe(false)
  })

  it('waits for the next act too where nobody else alerts staff of it', async () => {
    const { first, number, goOn } = await aNewCase(true)
    first.settle(organisasi, number)
    expect([first.keepAlerted(organisasi, number, alerted), first.alerted]).toEqual([true, 1])
    goOn(5 * SECOND)
    expect(first.takeLate()).toEqual([[organisasi, number, alerted]])
  })
})
