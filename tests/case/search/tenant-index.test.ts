import { expect, it, onTestFinished, vi } from 'vitest'
import { createIndexTender } from '../../../service/case/search/index-tender.ts'
import { type Bits, eachFromHighest, hasBit } from '../../../service/case/search/rows.ts'
import { createSearchIndex } from '../../../service/case/search/search-index.ts'
import { openSegmentStore } from '../../../service/case/search/segment-store.ts'
import type { SearchSource } from '../../../service/case/search/tenant-index.ts'
import { oneLetterAway } from '../../../service/case/words/word-forms.ts'
import type { TaskPace } from '../../../service/shared/repeat.ts'
import type { KeyValue } from '../../../service/storage/collection.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { diceOf } from '../../support/dice.ts'
import { organisasi } from '../../support/two-units.ts'

interface Case {
  readonly id: string
  receivedAt: string
  status: string
  mark: number
  changedAt: number
  erasedAt: string | null
  words: readonly string[]
}

/** An office's cases in memory, in place of a store of complaints. */
function cases() {
  const all = new Map<string, Case>()
  let moment = 0
  const source: SearchSource = {
    columns: {
      keys: ['changedAt', 'wordsMark', 'erasedAt', 'receivedAt', 'status'],
      narrowedBy: ['status'],
      newestBy: 'receivedAt',
      moments: ['receivedAt'],
      mark: 'wordsMark',
      erased: 'erasedAt',
    },
    hasOtherWriters: true,
    isUnchanged: () => false,
    async changed(_, since) {
      const changed = [...all.values()].filter(({ changedAt }) => changedAt >= (since ?? 0))
      const items = changed
        .sort((one, other) => one.changedAt - other.changedAt)
        .map((one) => ({
          id: one.id,
          values: [one.changedAt, one.mark, one.erasedAt, one.receivedAt, one.status] satisfies KeyValue[],
        }))
      return { items, nextCursor: null }
    },
    nextFrom: () => Date.now() - 10_000,
    changedLately: (tenant, since) => source.changed(tenant, since, null, 500),
    newestChange: async () => Math.max(0, ...[...all.values()].map(({ changedAt }) => changedAt)),
    countChanged: async () => all.size,
    async wordsOf(_, id) {
      const one = all.get(id)
      return one ? { mark: one.mark, words: one.words } : null
    },
  }
  const save = (one: Omit<Case, 'changedAt'>) => all.set(one.id, { ...one, changedAt: Date.now() + moment++ })
  return { all, source, save }
}

const DAY = 86_400_000

function newestIn(bits: Bits): number[] {
  const ranks: number[] = []
  eachFromHighest(bits, (rank) => ranks.push(rank) > 0)
  return ranks
}

const onlyWord = (word: string) => ({ forms: [word], typed: null })

it('finds what a look at every case would find, however they change and are merged', async () => {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  const { all, source, save } = cases()
  const segments = await openSegmentStore(house.store, house.vault)
  let index = createSearchIndex(source, segments)
  const dice = diceOf(3)
  const vocabulary = Array.from({ length: 40 }, (_, at) => `kata${at}`)
  const someOf = <T>(list: readonly T[], share: number) => list.filter(() => dice(100) < share)
  let mark = 0
  const write = (id: string, before?: Case) => {
    // Some cases are entered with a day long past.
    const late = dice(10) === 0
    const receivedAt = before?.receivedAt ?? new Date((late ? 0 : all.size * DAY) + dice(DAY)).toISOString()
    const status = ['baru', 'diproses', 'selesai'][dice(3)]!
    const keepsWords = before !== undefined && dice(2) === 0
    save({
      id,
      receivedAt,
      status,
      erasedAt: null,
      words: keepsWords ? before.words : someOf(vocabulary, 15),
      mark: keepsWords ? before.mark : ++mark,
    })
  }

  const newestFirst = () =>
    [...all.values()].sort((one, other) => {
      const [a, b] = [Date.parse(one.receivedAt), Date.parse(other.receivedAt)]
      return b - a || (one.id < other.id ? 1 : -1)
    })

  for (let round = 0; round < 30; round++) {
    for (let n = 0; n < 12; n++) write(`BO-2026-${String(all.size + 1).padStart(6, '0')}`)
    for (const one of someOf([...all.values()], 5)) write(one.id, one)
    const erased = round % 20 === 7 ? [...all.values()][dice(all.size)] : undefined
    if (erased) save({ ...erased, words: [], mark: ++mark, erasedAt: '2026-11-28T00:00:00.000Z' })
    if (round % 3 === 0) await createIndexTender(index, segments, source, 30).tend(organisasi)
    // Now and then a process starts anew.
    if (round % 7 === 0) index = createSearchIndex(source, segments)

    const [one = '', two = '', three = ''] = [0, 1, 2].map(() => vocabulary[dice(vocabulary.length)])
    const status = dice(2) === 0 ? ['baru', 'selesai'] : 'diproses'
    const hidden = new Set([`BO-2026-${String(1 + dice(all.size)).padStart(6, '0')}`])
    const typed = ['kata1', 'kadta2', 'katya3', 'kata'][dice(4)]!
    const found = await index.ask(organisasi, async (view) => {
      const words = [onlyWord(one), { forms: [two], typed }].map((word) => ({ ...word, categories: [] }))
      const masks = await view.masks(words, { hidden })
      const slips = new Set(oneLetterAway(typed))
      const whatIsNear = (known: Case) =>
        known.words.some((word) => word === two || word.startsWith(typed) || slips.has(word))
      const near = newestFirst().filter((known) => !hidden.has(known.id) && whatIsNear(known))
      expect(newestIn(masks.near[1]!).map((rank) => view.idAt(rank))).toEqual(near.map(({ id }) => id))
      expect(masks.cases[1]).toBe(near.length)
      const { of } = await view.masks([
        { forms: [one, two], typed: null, categories: [] },
        { ...onlyWord(three), categories: [] },
      ])
      const all = [...of, view.fitting({ narrow: { status }, hidden })]
      const ranks = newestIn(of[0]!).filter((rank) => all.every((bits) => hasBit(bits, rank)))
      return ranks.map((rank) => view.idAt(rank))
    })
    const expected = newestFirst()
      .filter((known) => [one, two].some((word) => known.words.includes(word)) && known.words.includes(three))
      .filter((known) => [status].flat().includes(known.status) && !hidden.has(known.id))
    expect(found, `round ${round}`).toEqual(expected.map(({ id }) => id))
  }
  expect((await segments.names(organisasi)).length).toBeLessThan(12)
})

it('forgets what was erased from every segment, and keeps nothing under the key of before', async () => {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  const { all, source, save } = cases()
  const segments = await openSegmentStore(house.store, house.vault)
  const index = createSearchIndex(source, segments)
  const tender = createIndexTender(index, segments, source, 5)
  for (let at = 1; at <= 12; at++) {
    const receivedAt = new Date(at * DAY).toISOString()
    save({ id: `A-${at}`, receivedAt, status: 'baru', mark: at, erasedAt: null, words: [`rahasia${at}`, 'loket'] })
  }
  await tender.tend(organisasi)
  const before = await segments.names(organisasi)
  expect(before.length).toBeGreaterThan(0)

  save({ ...all.get('A-3')!, words: [], mark: 99, erasedAt: '2026-11-28T00:00:00.000Z' })
  await tender.tend(organisasi)
  const after = await segments.names(organisasi)
  expect(after.filter((name) => before.includes(name))).toEqual([])
  const words: string[] = []
  for (const name of after) {
    const found = await segments.find(organisasi, name)
    const { openSegment } = await import('../../../service/case/search/segment.ts')
    for await (const some of (await openSegment(found!.map, found!.read)).walk())
      words.push(...some.map(({ word }) => word))
  }
  expect(words).toContain('rahasia4')
  expect(words).not.toContain('rahasia3')
})

it('gives cases that were indexed before words were kept as written those words, and finds them meanwhile', async () => {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  const { source, save } = cases()
  const segments = await openSegmentStore(house.store, house.vault)
  const receivedAt = (at: number) => new Date(at * DAY).toISOString()
  for (let at = 1; at <= 12; at++) {
    const words = ['layan', '~pelayanan', `kasus${at}`]
    save({ id: `A-${at}`, receivedAt: receivedAt(at), status: 'baru', mark: at, erasedAt: null, words })
  }
  const ids = Array.from({ length: 12 }, (_, at) => ({ id: `A-${at + 1}`, mark: at + 1 }))
  const before = await segments.add(organisasi, ids, [{ word: 'layan', places: Int32Array.from(ids.keys()) }], 0)
  const index = createSearchIndex(source, segments)
  const found = (forms: readonly string[]) =>
    index.ask(organisasi, async (view) => {
      const { of } = await view.masks([{ forms, typed: null, categories: [] }])
      return newestIn(of[0]!).length
    })
  expect([await found(['layan']), await found(['~pelayanan'])]).toEqual([12, 0])
  await createIndexTender(index, segments, source, 5).tend(organisasi)
  expect(await segments.names(organisasi)).not.toContain(before)
  expect([await found(['layan']), await found(['~pelayanan']), await found(['kasus7'])]).toEqual([12, 12, 1])
})

it('finds by words that it kept in memory what a process that starts finds, whatever became of the cases', async () => {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  const { all, source, save } = cases()
  const segments = await openSegmentStore(house.store, house.vault)
  const index = createSearchIndex(source, segments)
  const tender = createIndexTender(index, segments, source, 8)
  const dice = diceOf(31)
  const vocabulary = ['loket', 'antrean', 'kuitansi', 'pungutan']
  const numberOf = (at: number) => `BO-2026-${String(at + 1).padStart(6, '0')}`
  let mark = 0
  const file = () => {
    const receivedAt = new Date(all.size * DAY).toISOString()
    const words = vocabulary.filter(() => dice(3) > 0)
    save({ id: numberOf(all.size), receivedAt, status: 'baru', mark: ++mark, erasedAt: null, words })
  }
  const changes: readonly ((one: Case) => Case)[] = [
    (one) => ({ ...one, status: 'selesai' }),
    // Words are redacted.
    (one) => ({ ...one, words: one.words.slice(1), mark: ++mark }),
    (one) => ({ ...one, words: [], mark: ++mark, erasedAt: '2026-11-28T00:00:00.000Z' }),
    (one) => ({ ...one, words: vocabulary, mark: ++mark }),
  ]
  const foundBy = async (asked: typeof index, hidden: ReadonlySet<string>) =>
    asked.ask(organisasi, async (view) => {
      const words = vocabulary.map((word) => ({ forms: [word], typed: word.slice(0, 5), categories: [] }))
      const { of, near, cases, visible } = await view.masks(words, { hidden })
      const closed = newestIn(view.fitting({ narrow: { status: 'selesai' }, hidden }))
      const ids = [...of, ...near].map((bits) => newestIn(bits).map((rank) => view.idAt(rank)))
      return { ids, cases, visible, closed: closed.map((rank) => view.idAt(rank)) }
    })
  for (let n = 0; n < 40; n++) file()
  for (let round = 0; round < 15; round++) {
    for (let n = 0; n < 3; n++) file()
    const one = all.get(numberOf(dice(all.size)))!
    save(changes[round % changes.length]!(one))
    if (round % 2 === 0) await tender.tend(organisasi)
    const hidden = new Set([numberOf(dice(all.size)), numberOf(dice(all.size))])
    const anew = createSearchIndex(source, segments)
    expect(await foundBy(index, hidden), `round ${round}`).toEqual(await foundBy(anew, hidden))
    expect(await foundBy(index, new Set()), `round ${round}`).toEqual(await foundBy(anew, new Set()))
  }
})

it('is tended while people rest, and at once where somebody waits for it', async () => {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  const { source, save } = cases()
  const segments = await openSegmentStore(house.store, house.vault)
  const file = (at: number) => {
    const receivedAt = new Date(at * DAY).toISOString()
    save({ id: `A-${at}`, receivedAt, status: 'baru', mark: at, erasedAt: null, words: ['loket', `kasus${at}`] })
  }
  for (let at = 1; at <= 40; at++) file(at)
  const index = createSearchIndex(source, segments)
  const waiting: (() => void)[] = []
  const pace: TaskPace = {
    async portion(work) {
      await new Promise<void>((resolve) => waiting.push(resolve))
      return work()
    },
  }
  const tending = createIndexTender(index, segments, source, 5).tend(organisasi, undefined, pace)
  await expect.poll(() => waiting).toHaveLength(1)
  const found = index.ask(organisasi, async (view) => {
    const { of } = await view.masks([{ ...onlyWord('loket'), categories: [] }])
    return newestIn(of[0]!).length
  })
  // The search stands behind no portion, not even behind the one that rests.
  expect(await found).toBe(40)
  await expect.poll(() => waiting.length).toBeGreaterThan(1)
  expect(await segments.names(organisasi)).toEqual([])
  const working = setInterval(() => waiting.shift()?.())
  onTestFinished(() => clearInterval(working))
  await tending
  expect(await segments.names(organisasi)).toHaveLength(1)
})

/** A unit of so many cases, with all that its index asks the store for. */
async function aUnitOf(amount: number) {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  const { source, save } = cases()
  const asked = { changes: 0, lately: 0, opened: 0, newest: 0 }
  let isUnchanged = false
  const counted: SearchSource = {
    ...source,
    hasOtherWriters: false,
    isUnchanged: () => isUnchanged,
    newestChange: (tenant) => {
      asked.newest++
      return source.newestChange(tenant)
    },
    changed: (...query) => {
      asked.changes++
      return source.changed(...query)
    },
    changedLately: (tenant, since) => {
      asked.lately++
      return source.changed(tenant, since, null, 500)
    },
    wordsOf: (...one) => {
      asked.opened++
      return source.wordsOf(...one)
    },
  }
  const segments = await openSegmentStore(house.store, house.vault)
  const index = createSearchIndex(counted, segments)
  const tender = createIndexTender(index, segments, counted, 20)
  const saveCase = (at: number, mark: number) =>
    save({
      id: `A-${at}`,
      receivedAt: new Date(at * DAY).toISOString(),
      status: 'baru',
      mark,
      erasedAt: null,
      words: ['loket', `kasus${at}`],
    })
  for (let at = 1; at <= amount; at++) saveCase(at, at)
  return {
    asked,
    segments,
    index,
    /** The words of these cases change. */
    change: (first: number, last: number) => {
      for (let at = first; at <= last; at++) saveCase(at, amount + at)
    },
    tend: () => tender.tend(organisasi),
    countFound: () =>
      index.ask(organisasi, async (view) => {
        const { of } = await view.masks([{ ...onlyWord('loket'), categories: [] }])
        return newestIn(of[0]!).length
      }),
    rest: () => {
      isUnchanged = true
    },
    forgetAsked: () => Object.assign(asked, { changes: 0, lately: 0, opened: 0, newest: 0 }),
  }
}

it('opens a case that changed once for all who search', async () => {
  const unit = await aUnitOf(300)
  await unit.tend()
  unit.forgetAsked()
  unit.change(1, 200)
  expect(await Promise.all(Array.from({ length: 20 }, unit.countFound))).toEqual(Array(20).fill(300))
  expect(unit.asked.opened).toBe(200)
  await unit.countFound()
  expect(unit.asked.opened).toBe(200)
})

it('looks for late changes only where other processes write', async () => {
  const unit = await aUnitOf(30)
  await unit.tend()
  unit.forgetAsked()
  const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000)
  onTestFinished(() => now.mockRestore())
  await unit.countFound()
  await unit.index.inTurn(organisasi, async () => {})
  expect(unit.asked).toEqual({ changes: 0, lately: 1, opened: 0, newest: 0 })
})

it('opens the cases of a segment that is gone, and no others', async () => {
  const unit = await aUnitOf(100)
  await unit.tend()
  unit.change(1, 30)
  await unit.tend()
  const names = await unit.segments.names(organisasi)
  expect(names).toHaveLength(2)
  const sizes = await Promise.all(
    names.map(async (name) => (await unit.segments.find(organisasi, name))?.map.documents),
  )
  const small = names[sizes.indexOf(30)]
  await unit.segments.remove(organisasi, small!)
  unit.forgetAsked()
  await unit.tend()
  expect(unit.asked.opened).toBe(30)
  expect(await unit.countFound()).toBe(100)
})

it('is not asked for again by the tender where no case of the unit changed', async () => {
  for (const amount of [5, 100]) {
    const unit = await aUnitOf(amount)
    await unit.tend()
    await unit.tend()
    unit.rest()
    unit.forgetAsked()
    await unit.tend()
    expect(unit.asked.newest).toBe(0)
  }
})

it('is searched without a question to the store where no case of the unit changed', async () => {
  const unit = await aUnitOf(30)
  await unit.countFound()
  unit.rest()
  unit.forgetAsked()
  expect(await unit.countFound()).toBe(30)
  expect(unit.asked).toEqual({ changes: 0, lately: 0, opened: 0, newest: 0 })
})
