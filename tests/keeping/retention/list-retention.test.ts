import { describe, expect, it } from 'vitest'
import { withdraw } from '../../../service/case/reporter-acts.ts'
import type { Complaint } from '../../../service/case/shape/complaint.ts'
import { askForApproval } from '../../../service/keeping/approvals/approvals.ts'
import { holdCase, listRetention } from '../../../service/keeping/retention/retention.ts'
import type { GuardMark } from '../../../service/offices/staff/permissions.ts'
import { aComplaint, aMoment } from '../../support/a-complaint.ts'
import { aDesk, type Desk, staffWith } from '../../support/a-desk.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { sealedReporter } from '../../support/sealed-reporter.ts'
import { dinas } from '../../support/two-units.ts'

const head = staffWith(['unit_head'])
const officer = staffWith(['case_handler'])
const twoYears = 731

const withdrawn = (details: Partial<Complaint> = {}) =>
  withdraw(aComplaint(details), undefined, { kind: 'reporter' }, aMoment())

const due = async ({ ports }: Desk, staff = head) =>
  (await listRetention(ports, staff)).records.map(({ complaint }) => complaint.id)

const heldBy = async (desk: Desk, { id: number, revision }: Complaint, held = true) =>
  holdCase(desk.ports, head, { number, revision, held, because: 'Perkara di PTUN.' })

describe('what is past its time', () => {
  it('is listed from its day on, with how long ago it ended', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(withdrawn())
    await desk.receive(aComplaint())
    desk.goOn(700)
    expect(await due(desk)).toEqual([])
    desk.goOn(31)
    const { records } = await listRetention(desk.ports, head)
    expect(records).toMatchObject([
      { complaint: { id }, retention: { ending: 'withdrawn', destroyFrom: '2028-11-23' } },
    ])
  })

  it('is not listed while it is held, and is again when the hold is lifted', async () => {
    const desk = await aDesk()
    const received = await desk.receive(withdrawn())
    desk.goOn(twoYears)
    const held = await heldBy(desk, received)
    expect(await due(desk)).toEqual([])
    expect((await listRetention(desk.ports, head)).held).toMatchObject([{ id: received.id }])
    expect(held.dossier.history.at(-1)).toMatchObject({ event: 'held', text: 'Perkara di PTUN.', public: false })
    await heldBy(desk, held, false)
    expect(await due(desk)).toEqual([received.id])
  })

  it('is found among a category that the unit no longer has', async () => {
    const desk = await aDesk()
    const { id } = await desk.receive(withdrawn({ category: 'kategori_lama' }))
    desk.goOn(twoYears)
    expect(await due(desk)).toEqual([id])
  })

  it('is kept from whom the case concerns, from another unit, and from who has no such task', async () => {
    const desk = await aDesk()
    const mark = 'tanda' as GuardMark
    await desk.receive(withdrawn({ guard: { marks: [mark], steward: null } }))
    desk.goOn(twoYears)
    expect(await due(desk)).toHaveLength(1)
    expect(await due(desk, { ...head, guardMarks: new Set([mark]) })).toEqual([])
    expect(await due(desk, staffWith(['unit_head'], dinas))).toEqual([])
    expect(await laterRefusalOf(listRetention(desk.ports, officer))).toBe('staff/not-permitted')
  })
})

describe('a legal hold', () => {
  it('is refused to who may not, on an old revision, and twice', async () => {
    const desk = await aDesk()
    const received = await desk.receive(aComplaint())
    const { id: number, revision } = received
    const request = { number, revision, held: true, because: 'Perkara di PTUN.' }
    expect(await laterRefusalOf(holdCase(desk.ports, officer, request))).toBe('staff/not-permitted')
    expect(await laterRefusalOf(holdCase(desk.ports, staffWith(['unit_head'], dinas), request))).toBe(
      'complaint/not-found',
    )
    const held = await heldBy(desk, received)
    expect(await laterRefusalOf(heldBy(desk, received))).toBe('case/changed-meanwhile')
    expect(await laterRefusalOf(heldBy(desk, held))).toBe('retention/hold-unchanged')
  })

  it('keeps an identity from being erased by the office, not by its reporter', async () => {
    const desk = await aDesk()
    const { identity, filing } = await sealedReporter(desk.ports.vault, 'named', { name: 'Siti Contoh' })
    const received = await desk.receive(aComplaint({ identity, filing }))
    await heldBy(desk, received)
    const asking = { act: 'erase-identity', reason: 'Diminta', cases: [received.id] } as const
    expect(await laterRefusalOf(askForApproval(desk.ports, head, asking))).toBe('retention/held')
  })
})
