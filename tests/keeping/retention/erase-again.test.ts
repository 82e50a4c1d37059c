import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { erasureFile } from '../../../service/adapters/files/kept-files.ts'
import { caseKeyOf } from '../../../service/case/store/case-seals.ts'
import type { Erasure } from '../../../service/case/store/kept-complaint.ts'
import { eraseAgain, listErasures, mergeErasures } from '../../../service/keeping/retention/erasures.ts'
import { type Instant, parseDay } from '../../../service/shared/instant.ts'
import { aDestroyingDesk } from '../../support/a-destroying-desk.ts'
import { aFolder } from '../../support/a-folder.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const twoYears = 731
const none = { identities: 0, cases: 0, kept: [] }

const aList = async () => erasureFile(join(await aFolder(), 'erasures.json'))

describe('what was erased after a backup', () => {
  it('is erased again in the restored cases, once, and begins a change of the unit’s key', async () => {
    const { ports, receive, goOn, files } = await aDestroyingDesk()
    const [withdrawn, destroyed] = [await receive(), await receive()]
    goOn(twoYears)
    const at = ports.now()
    const erasures: Erasure[] = [
      { at, tenant: organisasi, number: withdrawn.id, record: null },
      { at, tenant: organisasi, number: destroyed.id, record: 'BA-BO-2028-0007' },
      { at, tenant: organisasi, number: 'BO-2026-999999', record: null },
      { at, tenant: dinas, number: withdrawn.id, record: null },
    ]
    const by = { tenant: organisasi, by: 'siapa-saja' }
    const reminder = { id: 'satu', number: destroyed.id, day: parseDay('2026-12-01'), reason: 'Tanya kabar.' }
    await ports.reminders.add(by, reminder, caseKeyOf(destroyed))
    expect(await eraseAgain(ports, erasures)).toEqual({ identities: 1, cases: 1, kept: [] })
    expect(await ports.reminders.count(by)).toBe(0)
    expect(await ports.complaints.get(organisasi, withdrawn.id)).toMatchObject({ identity: null, privacy: 'anonymous' })
    expect((await ports.complaints.get(organisasi, destroyed.id)).destroyed).toMatchObject({
      record: 'BA-BO-2028-0007',
    })
    expect(await files()).toHaveLength(1)
    expect(await ports.unitKeys.versions(organisasi)).toHaveLength(2)
    expect(await eraseAgain(ports, erasures)).toEqual(none)
  })

  it('is left alone where the number was given anew since, and named where a hold keeps the case', async () => {
    const { ports, receive, goOn } = await aDestroyingDesk()
    const complaint = await receive()
    const before = '2000-01-01T00:00:00.000Z' as Instant
    expect(await eraseAgain(ports, [{ at: before, tenant: organisasi, number: complaint.id, record: null }])).toEqual(
      none,
    )
    await ports.complaints.change(organisasi, complaint.id, (one) => ({ ...one, heldSince: one.receivedAt }))
    goOn(twoYears)
    const at = ports.now()
    const held = { at, tenant: organisasi, number: complaint.id, record: 'BA-BO-2028-0001' }
    expect(await eraseAgain(ports, [held])).toEqual({ ...none, kept: [`${organisasi} ${complaint.id}`] })
    // An identity that was erased then was erased although the backup still knows the hold.
    expect(await eraseAgain(ports, [{ ...held, record: null }])).toMatchObject({ identities: 1 })
    expect((await ports.complaints.get(organisasi, complaint.id)).heldSince).not.toBeNull()
  })
})

describe('the list of erasures', () => {
  it('grows by what was erased since, and knows until when it knows', async () => {
    const { ports, receive, goOn, agree, carryOut } = await aDestroyingDesk()
    const erasureFile = await aList()
    expect(await listErasures(ports, erasureFile)).toBe(0)
    const complaint = await receive()
    goOn(twoYears)
    const { number } = await carryOut(await agree([complaint.id]))
    expect(await listErasures(ports, erasureFile)).toBe(1)
    expect(await listErasures(ports, erasureFile)).toBe(0)
    const { erasures, until } = (await erasureFile.read())!
    expect(erasures).toEqual([{ at: expect.any(String), tenant: organisasi, number: complaint.id, record: number }])
    expect(until).toBe(ports.now())
  })

  it('is whole where the service and a backup write it at the same time', async () => {
    const { ports, receive, goOn, agree, carryOut } = await aDestroyingDesk()
    const erasureFile = await aList()
    const complaint = await receive()
    goOn(twoYears)
    await carryOut(await agree([complaint.id]))
    const added = await Promise.all([1, 2, 3].map(() => listErasures(ports, erasureFile, 0)))
    expect(added.toSorted()).toEqual([0, 0, 1])
    expect((await erasureFile.read())?.erasures).toHaveLength(1)
  })

  it('is joined with another without a line twice', () => {
    const erasure = (number: string, at: string) => ({ at: at as Instant, tenant: organisasi, number, record: null })
    const [one, other] = [erasure('BO-2026-000001', '2026-01-02'), erasure('BO-2026-000002', '2026-01-01')]
    const merged = mergeErasures(
      { until: '2026-02-01' as Instant, erasures: [one] },
      { until: '2026-01-15' as Instant, erasures: [one, other] },
    )
    expect(merged).toEqual({ until: '2026-02-01', erasures: [other, one] })
  })

  it('keeps each number behind which a restore let a series go on, once', () => {
    const [one, other] = [1_000, 3_000].map((to) => ({ tenant: organisasi, series: '2026', to }))
    const list = { until: '2026-02-01' as Instant, erasures: [] }
    const merged = mergeErasures({ ...list, leftOut: [one!] }, { ...list, leftOut: [one!, other!] })
    expect(merged.leftOut).toEqual([one, other])
  })
})
