import buildOnce from '../../support/build-once.ts'
import { amount, tableOf } from '../figure.ts'
import { writePages } from '../pages/write-pages.ts'
import { refuseBusyMachine } from '../quiet-machine.ts'
import { type Cell, cells, nameOf, type Size, type StoreKind, whyNotMeasurable } from './cells.ts'
import { measureCell } from './measure-cell.ts'
import { openPlace, type Place } from './place.ts'
import { type Measured, readResults, writeResults } from './results.ts'

const ALL = 'anew'
const KEEPS_ITS_COPY: Size = 1_000_000

/**
 * `npm run matrix [words…]`: measures the cells that have no result yet; those whose names hold all the words again;
 * with `anew` all of them. Each result is written at once, so that a run that was stopped goes on; none is written where
 * others used the machine before or after it.
 */
async function run(words: readonly string[]): Promise<void> {
  if (words[0] === ALL) await writeResults({ cells: {}, storage: {} })
  const named = words.filter((word) => word !== ALL)
  const { cells: known } = await readResults()
  const wanted = cells.filter((cell) =>
    named.length > 0 ? named.every((word) => nameOf(cell).split('/').includes(word)) : !known[nameOf(cell)],
  )
  if (named.length > 0 && wanted.length === 0)
    throw new Error(`No cell is named so. They are named like ${cells.slice(0, 3).map(nameOf).join(', ')}.`)
  await buildOnce()
  // Before stores are filled and copied for nothing.
  await refuseBusyMachine()
  const began = performance.now()
  const skipped = new Map<string, number>()
  let [place, placeIs]: [Place | null, string] = [null, '']
  for (const [at, cell] of wanted.entries()) {
    const why = whyNotMeasurable(cell, Boolean(process.env.MONGODB_URI))
    if (why) {
      skipped.set(why, (skipped.get(why) ?? 0) + 1)
      continue
    }
    if (!place || placeIs !== `${cell.store}/${cell.cases}`) {
      await place?.close()
      place = await openAndWeigh(cell.store, cell.cases)
      placeIs = `${cell.store}/${cell.cases}`
    }
    const start = performance.now()
    try {
      await refuseBusyMachine()
      const measured = await measureCell(cell, place)
      // Somebody may have come meanwhile.
      await refuseBusyMachine()
      const results = await readResults()
      await writeResults({ ...results, cells: { ...results.cells, [nameOf(cell)]: measured } })
      console.log(`[${at + 1}/${wanted.length}, ${secondsSince(began)}] ${nameOf(cell)} in ${secondsSince(start)}`)
      console.log(tableOf(figuresOf(measured)))
    } catch (fault) {
      // One that cannot be measured leaves the others to be.
      process.exitCode = 1
      console.error(`${nameOf(cell)} could not be measured:`, fault)
    }
    if (isSpent(cell)) {
      await place.close()
      place = null
    }
  }
  await place?.close()
  await writePages()
  for (const [why, count] of skipped) console.log(`Not measured, ${count} cells: ${why}.`)
}

/** Whether the cell added so many cases that the next needs a fresh copy; the largest store hardly grows by it. */
const isSpent = ({ subject, store, cases }: Cell): boolean =>
  store === 'embedded' && cases !== KEEPS_ITS_COPY && (subject === 'filing' || subject === 'notices')

async function openAndWeigh(store: StoreKind, cases: Size): Promise<Place> {
  const place = await openPlace(store, cases)
  if (place.bytes !== null) {
    const results = await readResults()
    const weighed = { date: new Date().toISOString(), cases: place.cases, bytes: place.bytes }
    await writeResults({ ...results, storage: { ...results.storage, [`${store}/${cases}`]: weighed } })
  }
  return place
}

const secondsSince = (began: number): string => amount((performance.now() - began) / 1_000, 's')

const figuresOf = ({ perSecond, connections, p50, p95, cpu, memory, yardstick }: Measured) => [
  {
    what: `with ${connections} at once`,
    value: perSecond,
    unit: '/s',
    beside: `${yardstick.what} ${amount(yardstick.perSecond, '/s')}`,
  },
  { what: 'CPU each', value: cpu, unit: 'ms' },
  { what: '95 of 100 within, one at a time', value: p95, unit: 'ms', beside: `half within ${amount(p50, 'ms')}` },
  { what: 'most memory', value: memory, unit: 'MB' },
]

await run(process.argv.slice(2))
