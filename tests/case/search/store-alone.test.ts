import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../service/adapters/sqlite/sqlite-engine.ts'
import { newCaseKey } from '../../../service/case/store/case-seals.ts'
import { complaintSpec } from '../../../service/case/store/complaint-spec.ts'
import { openComplaintStore } from '../../../service/case/store/complaint-store.ts'
import { complaintNumber } from '../../../service/filing/new-complaint.ts'
import type { GuardMark } from '../../../service/offices/staff/permissions.ts'
import { aComplaint } from '../../support/a-complaint.ts'
import { aFolderForData, aRunningService } from '../../support/a-running-service.ts'
import { anOpenHouse, type OpenHouse } from '../../support/a-vault.ts'
import { unitAt } from '../../support/an-office.ts'
import { diceOf, shuffled } from '../../support/dice.ts'
import { openStoreOf } from '../../support/test-store.ts'
import { organisasi } from '../../support/two-units.ts'

/**
 * Somebody who has the store, at the end of each of several days, and who files as often as they like, tries to learn
 * which words other people's cases have.
 */
const DAYS = 4
const FILINGS = 200
const WORDS = 10_000
const WORDS_OF_A_FILING = 400
const VICTIMS = 50
const WORDS_OF_A_VICTIM = 30

const dice = diceOf(17)
const syllables = 'ba bi cu da du ga gi ja ka ku la li ma mu na pa pi ra ri sa su ta ti wa ya'.split(' ')

const vocabulary = Array.from({ length: WORDS }, (_, at) => {
  const [a, b, c] = [at % 25, Math.floor(at / 25) % 25, Math.floor(at / 625)]
  return `z${syllables[a]}${syllables[b]}${syllables[c]}x`
})

/** Common words are asked for much oftener than rare ones, as in any language. */
const aWord = () => vocabulary[Math.floor(WORDS ** (dice(1_000_000) / 1_000_000))]!

const filed = planOfFilings()

/** Each word stands in some filings that no other word stands in. */
function planOfFilings(): readonly (readonly string[])[] {
  const slots = Array.from({ length: (FILINGS * WORDS_OF_A_FILING) / WORDS }, () => shuffled(dice, vocabulary)).flat()
  return Array.from({ length: FILINGS }, (_, at) => [
    ...new Set(slots.slice(at * WORDS_OF_A_FILING, (at + 1) * WORDS_OF_A_FILING)),
  ])
}

/** What one document of the store says, in parts that could be equal in another. */
interface Seen {
  readonly id: string
  readonly parts: ReadonlySet<string>
}

/** Every part of a document that an equal text would leave equal: values, and all runs of eleven letters of sealed ones. */
function partsOf(body: string): Set<string> {
  const parts = new Set<string>()
  for (const [text] of body.matchAll(/[\w-]{6,}/g)) {
    if (text.length < 40) parts.add(text)
    for (let at = 0; at + 11 <= text.length; at++) parts.add(text.slice(at, at + 11))
  }
  return parts
}

/** What the attack makes of it: by the filings in which a part stands, the word that stands in the same ones. */
function wordsLearnt(filings: readonly Seen[], victims: readonly Seen[]): Map<string, Set<string>> {
  const wordBySignature = new Map<string, string>()
  const placesOf = new Map<string, number[]>()
  for (const [at, words] of filed.entries()) {
    for (const word of words) placesOf.set(word, [...(placesOf.get(word) ?? []), at])
  }
  for (const [word, places] of placesOf) wordBySignature.set(places.join(), word)
  const wanted = new Set(victims.flatMap(({ parts }) => [...parts]))
  const filingsWith = new Map<string, number[]>()
  for (const [at, { parts }] of filings.entries()) {
    for (const part of parts) if (wanted.has(part)) filingsWith.set(part, [...(filingsWith.get(part) ?? []), at])
  }
  return new Map(
    victims.map(({ id, parts }) => {
      const words = [...parts].flatMap((part) => wordBySignature.get(filingsWith.get(part)?.join() ?? 'none') ?? [])
      return [id, new Set(words)]
    }),
  )
}

/** Every row of every table of the store, as a thief reads it. */
async function thiefsCopy({ folder }: OpenHouse): Promise<ReadonlyMap<string, readonly Record<string, unknown>[]>> {
  const database = await openDatabase(join(folder, 'aduan.db'))
  const tables = database.prepare(`SELECT "name" FROM sqlite_schema WHERE "type" = 'table'`).all() as { name: string }[]
  const rows = tables.map(({ name }) => {
    const all = database.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]
    return [name, all] as const
  })
  database.close()
  return new Map(rows)
}

async function openOffice(earlier?: OpenHouse) {
  const house = await anOpenHouse(earlier)
  const complaints = await openComplaintStore(house.store, house.vault, () => {}, undefined, 40)
  return {
    house,
    complaints,
    async file(words: readonly string[], marks: readonly GuardMark[] = []) {
      const { dossier, ...outline } = aComplaint()
      const key = await newCaseKey(house.vault, { tenant: organisasi, filing: outline.filing })
      const guard = marks.length > 0 ? { marks, steward: null } : null
      const told = { ...dossier, subject: 'Laporan', chronology: words.join(' ') }
      const numberOf = (sequence: number) => complaintNumber('BO', '2026', sequence)
      return (await complaints.add({ ...outline, key, guard, dossier: told }, numberOf)).id
    },
  }
}

const hitsOf = (learnt: ReadonlyMap<string, ReadonlySet<string>>, truth: ReadonlyMap<string, readonly string[]>) =>
  [...truth].reduce((sum, [id, words]) => sum + words.filter((word) => learnt.get(id)?.has(word)).length, 0)

it('tells nobody who files 10,000 words which of them another case has', async () => {
  let office = await openOffice()
  const truth = new Map<string, readonly string[]>()
  const ours: string[] = []
  const copies: Awaited<ReturnType<typeof thiefsCopy>>[] = []
  for (let day = 0; day < DAYS; day++) {
    if (day > 0) office = await openOffice(office.house)
    for (const words of filed.slice((day * FILINGS) / DAYS, ((day + 1) * FILINGS) / DAYS)) {
      ours.push(await office.file(words))
      if (truth.size >= VICTIMS || ours.length % (FILINGS / VICTIMS) !== 0) continue
      const words_ = [...new Set(Array.from({ length: WORDS_OF_A_VICTIM }, aWord))]
      truth.set(await office.file(words_), words_)
    }
    await office.complaints.index.tend(organisasi)
    const [id, words] = [...truth][0]!
    const { items } = await office.complaints.search(organisasi, words.slice(0, 8).join(' '), { limit: 5 })
    expect(items[0]?.id).toBe(id)
    await office.house.store.close()
    copies.push(await thiefsCopy(office.house))
  }

  // The attack is a good one: it reads everything from hashes under one key.
  const hash = await office.house.vault.hasher(organisasi, 'search')
  const asBefore = (id: string, words: readonly string[]) => ({ id, parts: new Set(words.map(hash)) })
  const control = wordsLearnt(
    filed.map((words, at) => asBefore(ours[at]!, words)),
    [...truth].map(([id, words]) => asBefore(id, words)),
  )
  const all = [...truth.values()].reduce((sum, words) => sum + words.length, 0)
  expect(hitsOf(control, truth)).toBeGreaterThan(all * 0.95)

  // Somebody who has only the store does not learn one word by it, on no day.
  for (const copy of copies) {
    const bodies = new Map(copy.get('complaints')!.map((row) => [String(row.id), JSON.stringify(row)]))
    const seen = (ids: Iterable<string>) =>
      [...ids].flatMap((id) => (bodies.has(id) ? [{ id, parts: partsOf(bodies.get(id)!) }] : []))
    expect(hitsOf(wordsLearnt(seen(ours), seen(truth.keys())), truth)).toBe(0)
  }
  expect(JSON.stringify([...copies.at(-1)!])).not.toMatch(new RegExp(vocabulary.slice(0, 500).join('|')))

  // The index lies in pieces of one length, and is never changed but written anew, all of it at once.
  const before = new Map<string, string>()
  for (const copy of copies) {
    const parts = copy.get('searchSegments')!.map((row) => JSON.parse(String(row.body)))
    const sealed = (isHead: boolean) => parts.filter(({ key }) => (key !== null) === isHead).map((one) => one.sealed)
    expect(sealed(true).length).toBeGreaterThan(0)
    for (const some of [sealed(true), sealed(false)]) expect(new Set(some.map(({ length }) => length)).size).toBe(1)
    for (const { id, sealed } of parts) expect(before.get(id) ?? sealed).toBe(sealed)
    for (const { id, sealed } of parts) before.set(id, sealed)
  }
})

it('tells nobody who names an official which other cases concern them', async () => {
  const office = await openOffice()
  onTestFinished(() => office.house.store.close())
  const marks = (one: string) => [`tanda-${one}`, 'tanda-kepala'] as GuardMark[]
  const about = { x: [] as string[], y: [] as string[] }
  for (let n = 0; n < 10; n++) {
    about.x.push(await office.file(['loket'], marks('x')))
    about.y.push(await office.file(['loket'], marks('y')))
  }
  await office.house.store.close()
  const copy = await thiefsCopy(office.house)
  const bodies = new Map(copy.get('complaints')!.map((row) => [String(row.id), partsOf(JSON.stringify(row))]))
  const inAll = (ids: readonly string[]) =>
    [...bodies.get(ids[0]!)!].filter((part) => ids.every((id) => bodies.get(id)!.has(part)))
  const telling = inAll(about.x).filter((part) => about.y.every((id) => !bodies.get(id)!.has(part)))
  expect(telling).toEqual([])
  expect(JSON.stringify([...copy])).not.toContain('tanda-')

  const again = await openOffice(office.house)
  const kept = await again.complaints.guardedBy(organisasi, ['tanda-x' as GuardMark])
  expect(kept.map(({ number }) => number).sort()).toEqual([...about.x].sort())
  await again.house.store.close()
})

it('tells nobody who files the text of another case that it is the same', async () => {
  const folder = await aFolderForData()
  const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
  const office = unitAt(service.url)
  const told = { subject: 'Diminta uang', chronology: 'Saya diminta uang di loket tiga pada hari Senin yang lalu.' }
  const numbers = [(await office.file(told)).number, (await office.file(told)).number]
  await service.stop()
  const store = await openStoreOf(folder)
  const kept = await store.collection(complaintSpec)
  const [one, other] = await Promise.all(numbers.map((number) => kept.get(organisasi, number)))
  expect(one!.filing.bodyHash).not.toBe(other!.filing.bodyHash)
  await store.close()
})
