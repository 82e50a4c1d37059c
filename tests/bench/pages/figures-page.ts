import { amount } from '../figure.ts'
import { type Cell, cells, nameOf, type Subject, subjects, whyNotMeasurable } from '../matrix/cells.ts'
import type { Measured, Results } from '../matrix/results.ts'
import { type Curve, growthCurve } from './growth-curve.ts'
import { markdownTable } from './markdown-table.ts'

/** Files by their path below `docs/operate`. */
export type Pages = Readonly<Record<string, string>>

const subjectWords: Readonly<Record<Subject, { readonly title: string; readonly is: string }>> = {
  filing: { title: 'Filing', is: 'A complaint is checked, sealed, numbered and durable, and its code is given.' },
  'follow-up': { title: 'Follow-up', is: 'A reporter reads a case by number and code.' },
  register: {
    title: 'Register',
    is: 'An officer opens a page of 25 cases: 40 questions that lie evenly among all views, filters and orders of the screen.',
  },
  search: {
    title: 'Search',
    is: 'An officer searches by words: 40 questions with words that are common, rare and in between, with filters.',
  },
  evidence: { title: 'Evidence', is: 'A file of 1 MB is taken in, sealed and durable.' },
  notices: {
    title: 'Notices',
    is: 'A complaint is filed and its notice is handed to a mail server; the time is from the receipt to the mail server.',
  },
}

const storeWords = { embedded: 'embedded', mongodb: 'MongoDB' } as const
const processWords = { 1: 'one process', 2: 'two processes' } as const

/** The page of figures and its pictures. */
export function figuresPages(results: Results): Pages {
  const pictures = subjects.flatMap((subject): [string, string][] =>
    (['rate', 'time'] as const).flatMap((kind): [string, string][] => {
      const curves = curvesOf(results, subject, kind)
      return curves.length === 0 ? [] : [[pictureOf(subject, kind), pictureFor(subject, kind, curves)]]
    }),
  )
  return { 'figures.md': pageOf(results), ...Object.fromEntries(pictures) }
}

type Kind = 'rate' | 'time'
const kindWords: Readonly<Record<Kind, { readonly what: string; readonly unit: string }>> = {
  rate: { what: 'how many a second, many at once', unit: 'a second' },
  time: { what: '95 of 100 answered within, one at a time', unit: 'ms' },
}

const pictureOf = (subject: Subject, kind: Kind): string => `figures/${subject}-${kind}.svg`

function curvesOf({ cells: known }: Results, subject: Subject, kind: Kind): readonly Curve[] {
  const byName = new Map<string, Curve['points'][number][]>()
  for (const cell of cells) {
    const measured = known[nameOf(cell)]
    if (cell.subject !== subject || !measured) continue
    const name = `${storeWords[cell.store]}, ${processWords[cell.processes]}`
    const points = byName.get(name) ?? []
    byName.set(name, points)
    points.push({ cases: cell.cases, value: kind === 'rate' ? measured.perSecond : measured.p95 })
  }
  return [...byName].map(([name, points]) => ({ name, points }))
}

const pictureFor = (subject: Subject, kind: Kind, curves: readonly Curve[]): string =>
  growthCurve({
    title: `${subjectWords[subject].title}: ${kindWords[kind].what}`,
    description: curves
      .map(
        ({ name, points }) =>
          `${name}: ${points.map(({ cases, value }) => `${amount(value, kindWords[kind].unit)} at ${amount(cases, 'cases')}`).join('; ')}.`,
      )
      .join(' '),
    unit: kindWords[kind].unit,
    curves,
  })

function pageOf(results: Results): string {
  const measured = Object.values(results.cells)
  const sections = subjects.flatMap((subject) => [
    `## ${subjectWords[subject].title}`,
    subjectWords[subject].is,
    ...(['rate', 'time'] as const)
      .filter((kind) => curvesOf(results, subject, kind).length > 0)
      .map((kind) => `![${subjectWords[subject].title}: ${kindWords[kind].what}](${pictureOf(subject, kind)})`),
    tableOf(results, subject),
  ])
  return `${[
    '# Figures',
    'How the service behaves as cases grow, each figure beside what the same engine does alone in the same run. Made from `tests/bench/results/matrix.json` by `npm run document-figures`; `npm run matrix` measures what is missing, `npm run matrix filing embedded 1M` one cell again.',
    machinesOf(measured),
    'A rate is with as many at once as the table says, on the machine that also fires the requests; CPU is of the service alone, all its processes together. Times are with one request at a time. Three rounds, of which the best counts, for the yardstick too.',
    ...sections,
    '## How pages load',
    'Not from the matrix. `npm run lighthouse` scores hosted form, follow-up page and plain form as a phone loads them, and the desk’s first page, register and case as a computer does, three rounds each, of which the best counts, and ends with 1 below 98 (plain form and desk: 95). `npm run bench phone` files a complaint at slow 3G with a processor 4 times slower: usable within 2.5 s, each touch answered within 200 ms at the 75th percentile. On 2026-11-29, on a busy machine: 100 in each category of each page, 2.4 s, 32 ms.',
    '## What was not measured, and why',
    notMeasured(results),
  ].join('\n\n')}\n`
}

function machinesOf(measured: readonly Measured[]): string {
  const days = [...new Set(measured.map(({ date }) => date.slice(0, 10)))].sort()
  const machines = [
    ...new Set(
      measured.map(
        ({ machine: { processor, cores, memoryGb, node } }) =>
          `${processor}, ${cores} cores, ${memoryGb} GB, Node ${node}`,
      ),
    ),
  ]
  return measured.length === 0
    ? 'Nothing has been measured yet.'
    : `Measured on ${days.join(', ')}: ${machines.join('; ')}. Nobody else used the machine: where others do, before a cell or after it, no result is written.`
}

function tableOf({ cells: known }: Results, subject: Subject): string {
  const rows = cells
    .filter((cell) => cell.subject === subject)
    .flatMap((cell) => {
      const measured = known[nameOf(cell)]
      return measured ? [rowOf(cell, measured)] : []
    })
  return rows.length === 0
    ? 'Not measured yet.'
    : markdownTable(
        [
          'cases',
          'store',
          'processes',
          'a second',
          'at once',
          'CPU each',
          'half within',
          '95 of 100 within',
          'memory',
          'yardstick',
        ],
        rows,
      )
}

const rowOf = ({ cases, store, processes }: Cell, measured: Measured): readonly string[] => [
  cases.toLocaleString('en'),
  storeWords[store],
  String(processes),
  amount(measured.perSecond, '').trim(),
  String(measured.connections),
  amount(measured.cpu, 'ms'),
  amount(measured.p50, 'ms'),
  amount(measured.p95, 'ms'),
  amount(measured.memory, 'MB'),
  `${measured.yardstick.what}: ${amount(measured.yardstick.perSecond, 'a second')}`,
]

function notMeasured({ cells: known }: Results): string {
  const reasons = new Map<string, string[]>()
  for (const cell of cells) {
    if (known[nameOf(cell)]) continue
    const why = whyNotMeasurable(cell, false) ?? 'not run yet'
    reasons.set(why, [...(reasons.get(why) ?? []), `\`${nameOf(cell)}\``])
  }
  return reasons.size === 0
    ? 'Everything was.'
    : [...reasons].map(([why, names]) => `- ${sentence(why)}: ${names.join(', ')}`).join('\n')
}

const sentence = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
