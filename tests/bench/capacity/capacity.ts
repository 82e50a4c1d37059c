import { cells, nameOf, type Subject, subjects } from '../matrix/cells.ts'
import type { Results } from '../matrix/results.ts'
import type { Assumptions, Prices } from './assumptions.ts'

/** What one of each costs, as measured: milliseconds of processor, and where that is written down. */
export interface Costs {
  readonly cpu: Readonly<Record<Subject, number>>
  readonly from: Readonly<Record<Subject, string>>
  /** What a case weighs when it is filed, all indexes included. */
  readonly bytesACase: number
  readonly bytesFrom: string
  /** MB, the most that one process held in any of these cells. */
  readonly memory: number
}

/** Takes of each subject the cell with most cases, one process on the embedded store. `null` where one was never measured. */
export function costsFrom({ cells: known, storage }: Results): Costs | null {
  const [cpu, from]: [Partial<Record<Subject, number>>, Partial<Record<Subject, string>>] = [{}, {}]
  let memory = 0
  for (const cell of cells) {
    const measured = known[nameOf(cell)]
    if (!measured || cell.store !== 'embedded' || cell.processes !== 1) continue
    cpu[cell.subject] = measured.cpu
    from[cell.subject] = nameOf(cell)
    memory = Math.max(memory, measured.memory)
  }
  const [weighed, bytesFrom] = Object.entries(storage).reduce<[{ cases: number; bytes: number } | null, string]>(
    ([most, name], [key, one]) => (!most || one.cases > most.cases ? [one, key] : [most, name]),
    [null, ''],
  )
  if (!weighed || subjects.some((subject) => cpu[subject] === undefined)) return null
  return {
    cpu: cpu as Record<Subject, number>,
    from: from as Record<Subject, string>,
    bytesACase: weighed.bytes / weighed.cases,
    bytesFrom,
    memory,
  }
}

/** The operator of an installation. */
export interface Installation {
  readonly name: string
  readonly units: number
  /** The embedded store on one machine, or processes on a MongoDB replica set. */
  readonly store: 'embedded' | 'mongodb'
}

/** Rates are per second, sizes in GB of 10⁹ bytes, money a year. */
export interface Needs {
  readonly casesAYear: number
  readonly casesADay: number
  readonly casesAtPeak: number
  readonly requestsAtPeak: number
  /** Milliseconds of processor for all that happens to one case. */
  readonly cpuACase: number
  readonly processorsAtPeak: number
  readonly processes: number
  readonly processors: number
  readonly memory: number
  readonly storeAYear: number
  readonly evidenceAYear: number
  readonly disk: number
  readonly objects: number
  readonly mongo: { readonly processors: number; readonly memory: number } | null
  readonly costAYear: number
}

const HOUR_S = 3_600
const GB = 1e9
const SMALLEST_MEMBER_GB = 2
const MONTHS = 12

/** What an installation needs once it has run for as long as cases are kept. */
export function needsOf({ units, store }: Installation, costs: Costs, assumed: Assumptions, prices: Prices): Needs {
  const casesAYear = units * assumed.casesAYear
  const casesADay = casesAYear / assumed.workingDays
  const casesAtPeak = (casesADay / (assumed.hoursADay * HOUR_S)) * assumed.peak
  const perCase = assumed.followUps + assumed.registerPages + assumed.searches + assumed.filesMb + 1
  const cpuACase = cpuOfACase(costs, assumed)
  const processorsAtPeak = (casesAtPeak * cpuACase * assumed.otherProcessor) / 1_000 / assumed.busyAtMost
  const isShared = store === 'mongodb'
  // A process computes on one processor; a second one is there when the first is not.
  const processes = isShared ? Math.max(2, Math.ceil(processorsAtPeak) + 1) : 1
  const storeAYear = (casesAYear * costs.bytesACase * assumed.grows) / GB
  const evidenceAYear = (casesAYear * assumed.filesMb * 1e6) / GB
  const kept = storeAYear * assumed.yearsKept
  const members = isShared ? assumed.mongoMembers : 1
  const mongo = isShared
    ? {
        processors: members * Math.max(1, Math.ceil(processorsAtPeak * assumed.mongoProcessor)),
        memory: members * Math.max(SMALLEST_MEMBER_GB, Math.ceil(kept * assumed.mongoInMemory)),
      }
    : null
  // One more processor than processes: hashing passwords, sealing files and the disk have threads of their own.
  const processors = processes + 1
  const memory = Math.ceil((processes * costs.memory * 2) / 1_000)
  const disk = kept * members * assumed.freeDisk
  const objects = evidenceAYear * assumed.yearsKept * assumed.freeDisk
  const costAYear =
    MONTHS *
    ((processors + (mongo?.processors ?? 0)) * prices.processor +
      (memory + (mongo?.memory ?? 0)) * prices.memory +
      disk * prices.disk +
      objects * prices.objects)
  return {
    casesAYear,
    casesADay,
    casesAtPeak,
    requestsAtPeak: casesAtPeak * perCase,
    cpuACase,
    processorsAtPeak,
    processes,
    processors,
    memory,
    storeAYear,
    evidenceAYear,
    disk,
    objects,
    mongo,
    costAYear,
  }
}

/** A notice was measured with the filing that causes it, so that only what it adds counts. */
export function cpuOfACase({ cpu }: Pick<Costs, 'cpu'>, assumed: Assumptions): number {
  return (
    cpu.filing +
    assumed.notices * Math.max(0, cpu.notices - cpu.filing) +
    assumed.followUps * cpu['follow-up'] +
    assumed.registerPages * cpu.register +
    assumed.searches * cpu.search +
    assumed.filesMb * cpu.evidence
  )
}
