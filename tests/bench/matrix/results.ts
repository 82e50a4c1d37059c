import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join, resolve } from 'node:path'

/** Beside what a cell was measured, in the same run on the same machine. */
export interface Yardstick {
  readonly what: string
  readonly perSecond: number
}

export interface Measured {
  /** ISO 8601, when the cell was done. */
  readonly date: string
  readonly machine: {
    readonly processor: string
    readonly cores: number
    readonly memoryGb: number
    readonly node: string
  }
  /** Documents of cases in the store when it began, all units together. */
  readonly casesInStore: number
  /** As fast as it goes, with many at once. */
  readonly perSecond: number
  readonly connections: number
  /** Milliseconds to the answer with one at a time: half of them, and 95 of 100. */
  readonly p50: number
  readonly p95: number
  /** Milliseconds of processor for each, all processes of the service together, with what they do besides. */
  readonly cpu: number
  /** MB that the service held at most, all its processes together. */
  readonly memory: number
  readonly yardstick: Yardstick
}

/** What a store weighs on the disk. */
export interface Weighed {
  readonly date: string
  readonly cases: number
  readonly bytes: number
}

export interface Results {
  readonly cells: Readonly<Record<string, Measured>>
  /** By store and size: `embedded/1M`. */
  readonly storage: Readonly<Record<string, Weighed>>
}

export const resultsFile = resolve(import.meta.dirname, '../results/matrix.json')

export async function readResults(): Promise<Results> {
  try {
    return JSON.parse(await readFile(resultsFile, 'utf8')) as Results
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { cells: {}, storage: {} }
    throw error
  }
}

/** Replaces the file at once, its entries in order, so that a killed run leaves all that was measured before. */
export async function writeResults({ cells, storage }: Results): Promise<void> {
  const inOrder = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))
  await mkdir(join(resultsFile, '..'), { recursive: true })
  const unfinished = `${resultsFile}.unfinished`
  await writeFile(unfinished, `${JSON.stringify({ cells: inOrder(cells), storage: inOrder(storage) }, null, 2)}\n`)
  await rename(unfinished, resultsFile)
}

export const thisMachine = (): Measured['machine'] => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.version,
})
