import { expect, it, onTestFinished } from 'vitest'
import { newCaseKey } from '../../service/case/store/case-seals.ts'
import { type ComplaintStore, openComplaintStore } from '../../service/case/store/complaint-store.ts'
import { complaintNumber } from '../../service/filing/new-complaint.ts'
import type { GuardMark } from '../../service/offices/staff/permissions.ts'
import type { Store } from '../../service/storage/collection.ts'
import { aComplaint } from '../support/a-complaint.ts'
import { anOpenHouse } from '../support/a-vault.ts'
import { diceOf } from '../support/dice.ts'
import { organisasi } from '../support/two-units.ts'

/** Counts what is asked of the indexes of this store. */
function countRows(store: Store): { readonly store: Store; asked(): number } {
  let asked = 0
  const collection: Store['collection'] = async (spec) => {
    const kept = await store.collection(spec)
    return {
      ...kept,
      rows(...question) {
        asked++
        return kept.rows(...question)
      },
    }
  }
  return { store: { ...store, collection }, asked: () => asked }
}

const marks = ['tanda-petugas', 'tanda-kepala', 'tanda-verifikator'] as GuardMark[]

it('are as they are in the store, at once, whichever process guards a case, moves it or lifts the guard', async () => {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  const open = () => openComplaintStore(house.store, house.vault, () => {})
  const processes = [await open(), await open()]
  const dice = diceOf(23)
  const numbers: string[] = []
  const guardOf = () => {
    const some = marks.filter(() => dice(3) === 0)
    return some.length > 0 ? { marks: some, steward: null } : null
  }
  const told = async (complaints: ComplaintStore) => {
    const seen = []
    for (const reader of [...marks.map((mark) => [mark]), marks.slice(1)]) {
      const kept = await complaints.guardedBy(organisasi, reader)
      const counts = await complaints.countsBearing(organisasi, reader)
      const byDay = await complaints.tallyBearing(organisasi, reader, 'statusTally')
      seen.push({
        kept: kept.map(({ number }) => number).sort(),
        counts: counts.map((count) => JSON.stringify(count)).sort(),
        byDay: byDay.map((tally) => JSON.stringify(tally)).sort(),
        received: await complaints.countBearing(organisasi, reader, { narrow: { status: ['received'] } }),
        found: await complaints.countFound(organisasi, 'loket', { without: reader }, 999),
      })
    }
    return seen
  }

  for (let round = 0; round < 40; round++) {
    const writer = processes[dice(2)]!
    if (numbers.length < 5 || dice(3) === 0) {
      const { dossier, ...outline } = aComplaint()
      const key = await newCaseKey(house.vault, { tenant: organisasi, filing: outline.filing })
      const draft = { ...outline, key, guard: guardOf(), dossier: { ...dossier, subject: 'Uang di loket' } }
      const added = await writer.add(draft, (sequence) => complaintNumber('BO', '2026', sequence))
      numbers.push(added.id)
    } else {
      const number = numbers[dice(numbers.length)]!
      const status = dice(2) === 0 ? 'received' : 'in_progress'
      await writer.change(organisasi, number, (complaint) => ({ ...complaint, guard: guardOf(), status }))
    }
    const expected = await told(await open())
    for (const complaints of processes) expect(await told(complaints), `round ${round}`).toEqual(expected)
  }
})

it('are the same for two readers who ask at the same moment as a case is guarded', async () => {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  const complaints = await openComplaintStore(house.store, house.vault, () => {})
  const { dossier, ...outline } = aComplaint()
  const key = await newCaseKey(house.vault, { tenant: organisasi, filing: outline.filing })
  const { id } = await complaints.add({ ...outline, key, dossier }, (sequence) =>
    complaintNumber('BO', '2026', sequence),
  )
  const ask = async () => (await complaints.guardedBy(organisasi, marks)).map(({ number }) => number)
  expect(await ask()).toEqual([])
  const early = ask()
  await complaints.change(organisasi, id, (one) => ({ ...one, guard: { marks, steward: null } }))
  const late = await Promise.all([ask(), ask(), ask()])
  expect(late).toEqual([[id], [id], [id]])
  await early
})

it('are not asked for again where this process alone writes the store, and wrote of none of them', async () => {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  const { store, asked } = countRows(house.store)
  const complaints = await openComplaintStore(store, house.vault, () => {})
  const file = async (guard: { readonly marks: readonly GuardMark[]; readonly steward: null } | null) => {
    const { dossier, ...outline } = aComplaint()
    const key = await newCaseKey(house.vault, { tenant: organisasi, filing: outline.filing })
    const draft = { ...outline, key, guard, dossier }
    return (await complaints.add(draft, (sequence) => complaintNumber('BO', '2026', sequence))).id
  }
  const kept = async () => (await complaints.guardedBy(organisasi, marks)).map(({ number }) => number)
  const guarded = await file({ marks, steward: null })
  expect(await kept()).toEqual([guarded])
  const statuses = async () => (await complaints.countsBearing(organisasi, marks)).map(({ status }) => status)
  expect([await statuses(), await statuses()]).toEqual([['received'], ['received']])
  const open = await file(null)
  // Until the clock goes on, a write of the same moment is looked for.
  const filedAt = Date.now()
  while (Date.now() === filedAt) await new Promise(setImmediate)
  await kept()
  const before = asked()
  await complaints.change(organisasi, open, (one) => ({ ...one, status: 'in_progress' }))
  expect([await kept(), asked() - before]).toEqual([[guarded], 0])
  await complaints.change(organisasi, open, (one) => ({ ...one, guard: { marks, steward: null } }))
  expect([(await kept()).sort(), asked() > before]).toEqual([[guarded, open].sort(), true])
  await complaints.change(organisasi, open, (one) => ({ ...one, guard: null }))
  expect(await kept()).toEqual([guarded])
  await complaints.change(organisasi, guarded, (one) => ({ ...one, status: 'in_progress' }))
  expect(await statuses()).toEqual(['in_progress'])
})
