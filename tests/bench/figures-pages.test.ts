import { expect, it } from 'vitest'
import { type Assumptions, assumptions, prices, valuesOf } from './capacity/assumptions.ts'
import { type Costs, costsFrom, cpuOfACase, needsOf } from './capacity/capacity.ts'
import { capacityPage } from './capacity/capacity-page.ts'
import { cells, nameOf } from './matrix/cells.ts'
import type { Measured, Results } from './matrix/results.ts'
import { figuresPages } from './pages/figures-page.ts'
import { growthCurve } from './pages/growth-curve.ts'
import { pagesOfFigures, stalePages } from './pages/write-pages.ts'

const measured = (cpu: number, memory = 200): Measured => ({
  date: '2026-11-26T10:00:00.000Z',
  machine: { processor: 'A processor', cores: 2, memoryGb: 8, node: 'v20.20.2' },
  casesInStore: 1_000,
  perSecond: 100,
  connections: 8,
  p50: 1,
  p95: 2,
  cpu,
  memory,
  yardstick: { what: 'bare things', perSecond: 400 },
})

const results: Results = {
  cells: {
    ...Object.fromEntries(
      cells
        .filter(({ store, processes }) => store === 'embedded' && processes === 1)
        .map((cell) => [nameOf(cell), measured(cell.cases === 1_000_000 ? 4 : 2)]),
    ),
    'filing/mongodb/1k/1': measured(9, 900),
  },
  storage: {
    'embedded/1000': { date: '2026-11-26', cases: 1_000, bytes: 20_000_000 },
    'embedded/1000000': { date: '2026-11-26', cases: 1_000_000, bytes: 8_000_000_000 },
  },
}

it('the pages in docs/operate are what the figures give', async () => {
  expect(await stalePages(await pagesOfFigures()), 'npm run document-figures').toEqual([])
})

it('a cell is measured, or it is said why it cannot be', () => {
  const page = figuresPages(results)['figures.md'] ?? ''
  for (const cell of cells) {
    if (!results.cells[nameOf(cell)]) expect(page).toContain(`\`${nameOf(cell)}\``)
  }
  expect(new Set(cells.map(nameOf)).size).toBe(cells.length)
  expect(page).toMatch(/\| 1,000 +\| MongoDB +\| 1 +\|/)
  expect(page).toContain('names a server')
})

it('a picture tells in words all that it draws, and follows the reader’s choice of light or dark', () => {
  const picture = growthCurve({
    title: 'Filing <fast>',
    description: 'embedded: 90 a second at 1,000 cases.',
    unit: 'a second',
    curves: [
      {
        name: 'embedded, one process',
        points: [
          { cases: 1_000, value: 90 },
          { cases: 1_000_000, value: 45 },
        ],
      },
    ],
  })
  expect(picture).toContain('role="img" aria-labelledby="title desc"')
  expect(picture).toContain('<title id="title">Filing &lt;fast&gt;</title>')
  expect(picture).toContain('<desc id="desc">embedded: 90 a second at 1,000 cases.</desc>')
  expect(picture).toContain('prefers-color-scheme:dark')
  // From the left edge, at a thousand, to the right one at a million.
  expect(picture).toMatch(/d="M64 \d+(\.\d+)?L470 \d+(\.\d+)?"/)
  expect(figuresPages(results)['figures/filing-rate.svg']).toContain(
    'MongoDB, one process: 100 a second at 1,000 cases',
  )
})

const flat: Costs = {
  cpu: { filing: 2, 'follow-up': 1, register: 3, search: 4, evidence: 5, notices: 3 },
  from: { filing: '', 'follow-up': '', register: '', search: '', evidence: '', notices: '' },
  bytesACase: 8_000,
  bytesFrom: '',
  memory: 400,
}
const one: Assumptions = Object.fromEntries(Object.keys(assumptions).map((name) => [name, 1])) as Assumptions
const free = { processor: 0, memory: 0, disk: 0, objects: 0 }

it('costs come from the cell with most cases, on one process of the embedded store', () => {
  const costs = costsFrom(results)
  expect(costs).toMatchObject({ bytesACase: 8_000, bytesFrom: 'embedded/1000000', memory: 200 })
  expect(costs?.cpu.search).toBe(4)
  expect(costs?.from.search).toBe('search/embedded/1M/1')
  expect(costsFrom({ cells: {}, storage: {} })).toBeNull()
})

it('a case costs what each thing in its life costs, a notice only what it adds to its filing', () => {
  expect(cpuOfACase(flat, one)).toBe(2 + (3 - 2) + 1 + 3 + 4 + 5)
  expect(cpuOfACase(flat, { ...one, notices: 5, registerPages: 10 })).toBe(2 + 5 + 1 + 30 + 4 + 5)
})

it('cases, peaks, sizes and processors follow from each other', () => {
  const assumed = {
    ...one,
    casesAYear: 288_000,
    workingDays: 10,
    hoursADay: 8,
    peak: 10,
    yearsKept: 5,
    grows: 2,
    freeDisk: 2,
  }
  const needs = needsOf({ name: '', units: 1, store: 'embedded' }, flat, { ...assumed, busyAtMost: 0.5 }, free)
  expect(needs).toMatchObject({ casesAYear: 288_000, casesADay: 28_800, casesAtPeak: 10, cpuACase: 16, costAYear: 0 })
  expect(needs.processorsAtPeak).toBeCloseTo((10 * 16) / 1_000 / 0.5)
  expect(needs).toMatchObject({ processes: 1, processors: 2, mongo: null, evidenceAYear: 288 })
  expect(needs.storeAYear).toBeCloseTo((288_000 * 8_000 * 2) / 1e9)
  expect(needs.disk).toBeCloseTo(needs.storeAYear * 5 * 2)
})

it('on MongoDB one process is to spare, each member has the store, and each price is paid twelve times', () => {
  const assumed = { ...one, casesAYear: 28_800, hoursADay: 1, peak: 40, mongoMembers: 3 }
  const needs = needsOf({ name: '', units: 1, store: 'mongodb' }, flat, assumed, { ...free, processor: 10 })
  expect(needs.processorsAtPeak).toBeCloseTo((8 * 40 * 16) / 1_000)
  expect(needs.processes).toBe(7)
  expect(needs.mongo).toEqual({ processors: 3 * 6, memory: 3 * 2 })
  expect(needs.disk).toBeCloseTo(needs.storeAYear * 3)
  expect(needs.costAYear).toBe(12 * (8 + 18) * 10)
})

it('the page tells each assumption and each price, and where each measured figure stands', () => {
  const page = capacityPage(results)
  for (const name of [...Object.keys(assumptions), ...Object.keys(prices)]) expect(page).toContain(`\`${name}\``)
  expect(page).toContain('`filing/embedded/1M/1`')
  expect(page).toContain('Assumptions too, and examples only')
  expect(valuesOf(prices).processor).toBe(prices.processor.value)
  expect(capacityPage({ cells: {}, storage: {} })).toContain('npm run matrix embedded')
})
