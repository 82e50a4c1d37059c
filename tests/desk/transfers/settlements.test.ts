import { describe, expect, it } from 'vitest'
import { performAct } from '../../../service/desk/case-acts.ts'
import { settleOffers } from '../../../service/desk/transfers/offers.ts'
import { acceptTransfer, listTransfers, returnTransfer } from '../../../service/desk/transfers/settlements.ts'
import { type TransferOffice, tellReceivers } from '../../../service/desk/transfers/transfers.ts'
import { type FilingOffice, sweepEvidence } from '../../../service/filing/evidence/evidence.ts'
import { openInboxStore } from '../../../service/offices/inbox/inbox.ts'
import type { Role } from '../../../service/offices/vocabulary.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { aTransferDesk, receiver, sender } from '../../support/a-transfer-desk.ts'
import { officeWith } from '../../support/office-with.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const category = 'slow_service'

/** The same ports in a process that is killed when it begins its next write after so many. */
function killedAfter<Ports extends TransferOffice>(ports: Ports, most: number) {
  let writes = 0
  const write = () => {
    if (writes >= most) throw new Error('killed')
    writes++
  }
  const counted =
    <A extends unknown[], R>(act: (...what: A) => Promise<R>) =>
    async (...what: A): Promise<R> => {
      write()
      return act(...what)
    }
  const { complaints, transfers, heldEvidence, evidenceStore } = ports
  const dying: Ports = {
    ...ports,
    complaints: {
      ...complaints,
      add: counted(complaints.add),
      change: (tenant, number, decide) =>
        complaints.change(tenant, number, async (before) => {
          const after = await decide(before)
          if (after !== before) write()
          return after
        }),
    },
    transfers: {
      ...transfers,
      add: counted(transfers.add),
      change: counted(transfers.change),
      remove: counted(transfers.remove),
    },
    heldEvidence: { ...heldEvidence, insert: counted(heldEvidence.insert), delete: counted(heldEvidence.delete) },
    evidenceStore: { ...evidenceStore, write: counted(evidenceStore.write) },
  }
  return { dying, hasDied: () => writes >= most }
}

/** Runs something in processes that die ever later, until one lives to its end. */
async function dyingEverywhere(story: (most: number) => Promise<boolean>): Promise<number> {
  for (let most = 0; ; most++) if (!(await story(most))) return most
}

const died = (act: Promise<unknown>): Promise<boolean> =>
  act.then(
    () => false,
    (cause: unknown) => {
      expect(String(cause)).toContain('killed')
      return true
    },
  )

describe('a case between two units, whatever write a process dies before', () => {
  it('is laid before the other unit once', async () => {
    const tried = await dyingEverywhere(async (most) => {
      const { ports, file, offerOf, settle } = await aTransferDesk()
      const before = await file()
      const { dying } = killedAfter(ports, most)
      const story = async () => {
        await performAct(dying, sender, 'forward', { number: before.id, ...offerOf(before) })
        await settleOffers(dying, (cause) => {
          throw cause
        })
      }
      const isDead = await died(story())
      await settle()
      await settle()
      const lies = await listTransfers(ports, receiver)
      const { offer } = await ports.complaints.get(organisasi, before.id)
      expect([most, lies.length, offer?.state]).toEqual([most, most === 0 ? 0 : 1, most === 0 ? undefined : 'waiting'])
      return isDead
    })
    expect(tried).toBe(3)
  })

  it('is taken once, and neither lost nor doubled', async () => {
    const tried = await dyingEverywhere(async (most) => {
      const { ports, file, offer, settle, goOn, casesOf, files } = await aTransferDesk()
      const before = await file()
      const id = await offer(before)
      const { dying } = killedAfter(ports, most)
      const isDead = await died(acceptTransfer(dying, receiver, { id, category }))
      goOn(1)
      await settle()
      await settle()

      const sent = await ports.complaints.get(organisasi, before.id)
      const cases = await casesOf(dinas)
      const lies = await listTransfers(ports, receiver)
      if (most === 0) {
        expect([sent.status, cases.length, lies.length]).toEqual(['received', 0, 1])
        return isDead
      }
      expect([most, sent.status, cases.length, lies.length]).toEqual([most, 'forwarded', 1, 0])
      expect(sent.movedTo?.number).toBe(cases[0]?.id)
      expect(sent.notices.filter(({ event }) => event === 'forwarded')).toHaveLength(1)
      expect(cases[0]?.clocks[0]?.startedAt).toBe(sent.clocks[0]?.stoppedAt)

      const belongsToComplaint = async (tenant: string, by: string, file: string) =>
        (await ports.complaints.findByFilingKey(tenant as typeof dinas, by))?.evidence.some((one) => one.id === file) ??
        false
      const later = officeWith<FilingOffice>({ ...ports, now: () => '2027-01-01T00:00:00.000Z' as never })
      await sweepEvidence(later, belongsToComplaint)
      const kept = (await files()).map(({ name }) => name)
      expect([most, kept.length]).toEqual([most, 2])
      return isDead
    })
    expect(tried).toBeGreaterThan(7)
  })

  it('is given back once', async () => {
    const tried = await dyingEverywhere(async (most) => {
      const { ports, file, offer, settle, goOn } = await aTransferDesk()
      const before = await file()
      const id = await offer(before)
      const { dying } = killedAfter(ports, most)
      const isDead = await died(returnTransfer(dying, receiver, { id, reason: 'Bukan kami.' }))
      goOn(1)
      await settle()
      const { offer: left, dossier } = await ports.complaints.get(organisasi, before.id)
      const returned = dossier.history.filter(({ event }) => event === 'transfer_returned')
      expect([most, left === null, returned.length]).toEqual([most, most > 0, most > 0 ? 1 : 0])
      return isDead
    })
    expect(tried).toBe(3)
  })

  it('is taken once by two who take it at the same moment, and by the sweep beside them', async () => {
    const { ports, file, offer, settle, casesOf } = await aTransferDesk()
    const before = await file()
    const id = await offer(before)
    const takes = await Promise.allSettled([
      acceptTransfer(ports, receiver, { id, category }),
      acceptTransfer(ports, receiver, { id, category }),
      settle(),
    ])
    expect(takes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(1)
    await settle()
    expect(await casesOf(dinas)).toHaveLength(1)
  })
})

it('a case of another unit is told once to who can take it, and to nobody whom it concerns', async () => {
  const { ports, allOfStore, file, offer } = await aTransferDesk()
  const employ = (id: string, name: string, roles: readonly Role[]) =>
    ports.staff.saveMembership({
      ...{ tenant: dinas, id, name, email: `${id}@contoh.example`, position: `Jabatan ${id}`, roles },
    })
  await employ('terlapor', 'Rudi Umpama', ['verifier'])
  await employ('penangan', 'Citra Misal', ['case_handler'])
  const telling = { ...ports, inboxes: await openInboxStore(allOfStore), ring: () => {} }
  const kindsOf = async (id: string) =>
    (await telling.inboxes.read(dinas, id as StaffId)).alerts.map(({ kind, times }) => `${kind} ${times}`)

  const sent = await file('named', { reportedPerson: 'Rudi Umpama' })
  const id = await offer(sent)
  expect([await tellReceivers(telling), await tellReceivers(telling)]).toEqual([1, 0])
  expect(await kindsOf('penerima')).toEqual(['transfer_news 1'])
  for (const other of ['terlapor', 'penangan']) expect([other, await kindsOf(other)]).toEqual([other, []])

  await returnTransfer(ports, receiver, { id, reason: 'Bukan kami.' })
  const { alerts } = await ports.complaints.get(organisasi, sent.id)
  expect(alerts.at(-1)).toMatchObject({ kind: 'transfer_news', duty: 'verification' })
})
