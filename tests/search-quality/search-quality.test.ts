import { expect, it, onTestFinished } from 'vitest'
import { newCaseKey } from '../../service/case/store/case-seals.ts'
import { openComplaintStore } from '../../service/case/store/complaint-store.ts'
import { searchWords } from '../../service/case/words/search-words.ts'
import { complaintNumber } from '../../service/filing/new-complaint.ts'
import { plusMilliseconds } from '../../service/shared/instant.ts'
import { aComplaint, mondayAtTen } from '../support/a-complaint.ts'
import { anOpenHouse } from '../support/a-vault.ts'
import { diceOf, shuffled } from '../support/dice.ts'
import { organisasi } from '../support/two-units.ts'
import { all, begunOnly, type Find, measureQuality, mistypedBy, PAGE, type Typing } from './measure.ts'

/** What the search really reaches, less what one complaint more or less would change. */
const wanted: readonly { readonly how: string; typed?: Typing; recall: number; precision: number }[] = [
  { how: 'as they are', recall: 0.94, precision: 0.78 },
  { how: 'without the ends of long words', typed: begunOnly, recall: 0.9, precision: 0.75 },
  { how: 'with a typing error in each long word', typed: mistypedBy(diceOf(11)), recall: 0.9, precision: 0.75 },
]

async function aRegisterOfMadeUpComplaints() {
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

  const find: Find = async (text) => {
    const { items } = await complaints.search(organisasi, text, { limit: PAGE })
    return items.map(({ id }) => byNumber.get(id) ?? '')
  }
  const alike = async (text: string) => {
    const found = await complaints.alike(organisasi, searchWords([text]), {})
    return found.map((one) => byNumber.get(one.id) ?? '')
  }
  return { find, alike }
}

it('finds what officers mean among 200 made-up complaints by 40 questions, also begun or mistyped ones', async () => {
  const { find } = await aRegisterOfMadeUpComplaints()
  for (const { how, typed, ...least } of wanted) {
    const { recall, precision, perQuery } = await measureQuality(find, typed)
    console.log(
      `40 questions ${how}: recall on the first page ${recall.toFixed(3)}, precision@10 ${precision.toFixed(3)}.`,
    )
    expect(recall, how + JSON.stringify(perQuery.filter((one) => one.recall < 1))).toBeGreaterThanOrEqual(least.recall)
    expect(precision, how).toBeGreaterThanOrEqual(least.precision)
  }
})

it('finds similar complaints only where they are', async () => {
  const { alike } = await aRegisterOfMadeUpComplaints()
  const topicOf = (id: string) => id.split(' ')[0]
  let [same, other] = [0, 0]
  for (const { id, text } of all) {
    const others = (await alike(text)).filter((one) => one !== id).slice(0, 8)
    for (const one of others) topicOf(one) === topicOf(id) ? same++ : other++
  }
  console.log(`Of ${same + other} cases that are called similar to 200, ${same} are on the same subject.`)
  // By chance, 4 of 199 would be.
  expect(same + other).toBeLessThan(150)
  expect(same / (same + other)).toBeGreaterThan(0.4)
})
