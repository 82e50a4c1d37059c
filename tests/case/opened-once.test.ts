import { describe, expect, it, vi } from 'vitest'
import { GIVEN, UNROUTED } from '../../service/case/shape/notice.ts'
import { openComplaint } from '../../service/case/store/open-complaint.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { HOUR, plusMilliseconds } from '../../service/shared/instant.ts'
import { aComplaint } from '../support/a-complaint.ts'
import { aDesk, type Desk, staffWith } from '../support/a-desk.ts'
import { organisasi } from '../support/two-units.ts'

/** How many dossiers were opened while this was done. */
async function dossiersOpenedBy({ ports }: Desk, work: () => Promise<unknown>): Promise<number> {
  const open = vi.spyOn(ports.vault, 'open')
  await work()
  const places = open.mock.calls.map(([, { field }]) => field)
  open.mockRestore()
  return places.filter((field) => field === 'dossier').length
}

async function verifiedCase(desk: Desk) {
  const { id: number } = await desk.receive(aComplaint())
  await performAct(desk.ports, staffWith(['verifier']), 'verify', { number, revision: 0 })
  return number
}

/** The case as somebody opens it who has the store and the keys, and remembers nothing. */
async function openedAnew({ ports, store }: Desk, number: string) {
  const kept = await store.complaints.get(organisasi, number)
  if (!kept) throw new Error(`There is no ${number}.`)
  return openComplaint({ open: ports.vault.open, refusal: ports.vault.refusal }, kept)
}

describe('a case that this process wrote', () => {
  it('is not opened again after its filing and an act', async () => {
    const desk = await aDesk()
    const { complaints } = desk.ports
    const opened = await dossiersOpenedBy(desk, async () => complaints.get(organisasi, await verifiedCase(desk)))
    expect(opened).toBe(0)
  })

  it('is not opened again when a notice of it was claimed and recorded, or staff were alerted of it', async () => {
    const desk = await aDesk()
    const { complaints, now } = desk.ports
    const number = await verifiedCase(desk)
    const opened = await dossiersOpenedBy(desk, async () => {
      const [claimed] = await complaints.claimDue(UNROUTED, now(), plusMilliseconds(now(), HOUR), 1)
      await claimed?.standingOf('email')
      await complaints.record(organisasi, number, claimed?.notice.id ?? '', (notice) => ({
        ...notice,
        state: 'sent',
        nextTryAt: null,
      }))
      for (const { notes, news } of await complaints.casesToTell(9)) {
        await complaints.markAlerted(organisasi, number, { notes, news })
      }
      const { notices } = await complaints.get(organisasi, number)
      expect(notices[0]).toMatchObject({ state: 'sent' })
    })
    expect(opened).toBe(0)
  })

  it('is known as it lies in the store', async () => {
    const desk = await aDesk()
    const { complaints, now } = desk.ports
    const { id } = await desk.receive(aComplaint())
    expect(await complaints.get(organisasi, id)).toEqual(await openedAnew(desk, id))
    const number = await verifiedCase(desk)
    expect(await complaints.get(organisasi, number)).toEqual(await openedAnew(desk, number))
    await complaints.claimDue(UNROUTED, now(), plusMilliseconds(now(), HOUR), 9)
    await complaints.claimDue(GIVEN, now(), plusMilliseconds(now(), HOUR), 9)
    expect(await complaints.get(organisasi, number)).toEqual(await openedAnew(desk, number))
  })
})
