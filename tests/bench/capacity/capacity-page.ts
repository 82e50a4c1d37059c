import { amount } from '../figure.ts'
import type { Results } from '../matrix/results.ts'
import { markdownTable } from '../pages/markdown-table.ts'
import { type Assumption, assumptions, prices, valuesOf } from './assumptions.ts'
import { type Costs, costsFrom, type Installation, type Needs, needsOf } from './capacity.ts'

const UNITS_OF_A_REGENCY = 600
const PROVINCES = 38
const REGENCIES_AND_CITIES = 514

const installations: readonly Installation[] = [
  { name: 'A district office', units: 1, store: 'embedded' },
  { name: `A regency, ${UNITS_OF_A_REGENCY} units`, units: UNITS_OF_A_REGENCY, store: 'mongodb' },
  {
    name: `A nation, ${PROVINCES} provinces and ${REGENCIES_AND_CITIES} regencies and cities`,
    units: (PROVINCES + REGENCIES_AND_CITIES) * UNITS_OF_A_REGENCY,
    store: 'mongodb',
  },
]

/** What offices of different sizes need, from figures that were measured and assumptions that are named. */
export function capacityPage(results: Results): string {
  const costs = costsFrom(results)
  return `${[
    '# Capacity',
    'What an installation needs, computed from measured [figures](figures.md) and from assumptions that are all listed below. It is an estimate to plan with: replace an assumption in `tests/bench/capacity/assumptions.ts`, run `npm run document-figures`, and every number here follows.',
    ...(costs
      ? withCosts(costs)
      : ['Not all that it is computed from has been measured yet: `npm run matrix embedded`.']),
    '## Assumptions',
    'Nobody measured these. They are where to look first when your office is not like this one.',
    assumed(assumptions),
    '## Prices',
    '**Assumptions too, and examples only**: they are taken from no price list. Put in yours.',
    assumed(prices),
  ].join('\n\n')}\n`
}

function withCosts(costs: Costs): string[] {
  const needs = installations.map((one) => needsOf(one, costs, valuesOf(assumptions), valuesOf(prices)))
  return [
    '## What is needed',
    markdownTable(['', ...installations.map(({ name }) => name), 'how'], linesOf(needs)),
    'The nation in one column is a sum to see the size of the matter. It is better run as many installations, one for a province or a regency, or as one sharded cluster with a zone for each province ([MongoDB](mongodb.md)); a unit lies on one shard whole.',
    'A regency can also run on the embedded store with one process: it holds a million cases in one unit at the rates in [figures](figures.md). What two processes on MongoDB add is that one of them, or a machine, may stop without anybody noticing.',
    '## What was measured',
    markdownTable(
      ['one', 'processor', 'cell of `matrix.json`'],
      Object.entries(costs.cpu).map(([subject, cpu]) => [
        subject === 'evidence' ? 'evidence, each MB' : subject === 'notices' ? 'filing with its notice' : subject,
        amount(cpu, 'ms'),
        `\`${costs.from[subject as keyof Costs['from']]}\``,
      ]),
    ),
    `A filed case weighs ${amount(costs.bytesACase / 1_000, 'kB')} in the store with all its indexes (\`storage\`, \`${costs.bytesFrom}\`). One process held ${amount(costs.memory, 'MB')} at most in these cells.`,
    'MongoDB itself was not measured: the server that stands in for it in tests reads whole collections, and its figures say nothing about MongoDB. That is why the processor and memory of its members are assumptions.',
  ]
}

function linesOf(needs: readonly Needs[]): string[][] {
  const line = (what: string, of: (need: Needs) => string, how: string): string[] => [what, ...needs.map(of), how]
  return [
    ['units', ...installations.map(({ units }) => whole(units)), 'given'],
    line('cases a year', ({ casesAYear }) => whole(casesAYear), 'units × `casesAYear`'),
    line('cases a working day', ({ casesADay }) => small(casesADay), '÷ `workingDays`'),
    line('cases a second at the peak', ({ casesAtPeak }) => small(casesAtPeak), '÷ `hoursADay` ÷ 3,600 × `peak`'),
    line(
      'requests a second at the peak',
      ({ requestsAtPeak }) => small(requestsAtPeak),
      'cases × (1 + `followUps` + `registerPages` + `searches` + `filesMb`)',
    ),
    line(
      'processor for a case, all its life',
      ({ cpuACase }) => amount(cpuACase, 'ms'),
      'what was measured × how often it happens',
    ),
    line(
      'processors at the peak',
      ({ processorsAtPeak }) => small(processorsAtPeak),
      'cases at the peak × that × `otherProcessor` ÷ `busyAtMost`',
    ),
    line(
      'processes of the service',
      ({ processes }) => whole(processes),
      'embedded: one; else rounded up, one more to spare, two at least',
    ),
    line('cores for the service', ({ processors }) => whole(processors), 'processes + 1'),
    line(
      'memory for the service',
      ({ memory }) => `${whole(memory)} GB`,
      'processes × twice the most that was measured',
    ),
    line('store, each year', ({ storeAYear }) => gigabytes(storeAYear), 'cases × weight when filed × `grows`'),
    line('evidence, each year', ({ evidenceAYear }) => gigabytes(evidenceAYear), 'cases × `filesMb`'),
    line(
      'disk for the store',
      ({ disk }) => gigabytes(disk),
      '× `yearsKept` × `freeDisk`, with MongoDB × `mongoMembers`',
    ),
    line('room for evidence', ({ objects }) => gigabytes(objects), '× `yearsKept` × `freeDisk`'),
    line(
      'MongoDB, all members',
      ({ mongo }) => (mongo ? `${whole(mongo.processors)} cores, ${whole(mongo.memory)} GB` : 'none'),
      '`mongoMembers` × (`mongoProcessor`; the larger of 2 GB and `mongoInMemory`)',
    ),
    line(
      'cost a year, with the prices below',
      ({ costAYear }) => `Rp ${whole(Number(costAYear.toPrecision(2)))}`,
      '12 × (cores × `processor` + GB of memory × `memory` + disk × `disk` + evidence × `objects`)',
    ),
  ]
}

const whole = (value: number): string => Math.round(value).toLocaleString('en')
const small = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 })
const gigabytes = (value: number): string => (value < 1 ? `${small(value * 1_000)} MB` : `${small(value)} GB`)

const assumed = (given: Readonly<Record<string, Assumption>>): string =>
  markdownTable(
    ['name', 'assumed', '', 'why'],
    Object.entries(given).map(([name, { value, unit, why }]) => [`\`${name}\``, value.toLocaleString('en'), unit, why]),
  )
