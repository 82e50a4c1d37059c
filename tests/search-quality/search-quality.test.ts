import { expect, it, onTestFinished } from 'vitest'
import { newCaseKey } from '../../service/case/store/case-seals.ts'
import { openComplaintStore } from '../../service/case/store/complaint-store.ts'
import { complaintNumber } from '../../service/filing/new-complaint.ts'
import { plusMilliseconds } from '../../service/shared/instant.ts'
import { aComplaint, mondayAtTen } from '../support/a-complaint.ts'
import { anOpenHouse } from '../support/a-vault.ts'
import { diceOf, shuffled } from '../support/dice.ts'
import { organisasi } from '../support/two-units.ts'
import { all, measureQuality, PAGE } from './measure.ts'

/** What the search really reaches, less what one complaint more or less would change. */
const RECALL = 0.94
const PRECISION = 0.78

it('finds what officers mean among 200 made-up complaints by 40 questions', async () => {
  const { store, vault } = await anOpenHouse()
  onTestFinished(() => store.close())
  const complaints = await openComplaintStore(store, vault, () => {})
  const byNumber = new Map<string, string>()
  // In an order of chance, so that no subject is newer than another.
  for (const [at, { id, text }] of shuffled(diceOf(7), all).entries()) {
    const received = aComplaint({ receivedAt: plusMilliseconds(mondayAtTen, at * 60_000) })
    const key = await newCaseKey(vault, received)
    const { id: number } = await complaints.add(
      { ...received, key, dossier: { ...received.dossier, subject: text, chronology: '' } },
      (sequence) => complaintNumber('BO', '2026', sequence),
    )
    byNumber.set(number, id)
  }

  const { recall, precision, perQuery } = await measureQuality(async (text) => {
    const { items } = await complaints.search(organisasi, text, { limit: PAGE })
    return items.map(({ id }) => byNumber.get(id) ?? '')
  })

  console.log(
    `Of 200 complaints and 40 questions: recall on the first page ${recall.toFixed(3)}, precision@10 ${precision.toFixed(3)}.`,
  )
  expect(recall, JSON.stringify(perQuery.filter((one) => one.recall < 1))).toBeGreaterThanOrEqual(RECALL)
  expect(precision).toBeGreaterThanOrEqual(PRECISION)
})
