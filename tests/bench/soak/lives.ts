import { setTimeout as sleep } from 'node:timers/promises'
import { type RunningService, startProcess } from '../../support/a-running-service.ts'
import { memoryOf } from '../process-usage.ts'

export interface Life {
  /** Milliseconds of the clock. */
  readonly bornAt: number
  /** From its start to its listening. */
  readonly startMs: number
  diedAt: number | null
  /** MB that it held, every `LOOKS_EVERY_MS`. */
  readonly memory: number[]
  /** Lines of its log that tell of a fault. */
  faults: readonly string[]
}

/** One service on one folder, killed and started again. */
export interface Lives {
  readonly all: readonly Life[]
  /** Where it is now, once it is there. */
  url(): Promise<string>
  /** Whether it was killed at some time in between. */
  diedBetween(from: number, to: number): boolean
  /** kill -9, and a new life. */
  killAndStart(): Promise<void>
  /** SIGTERM. */
  end(): Promise<void>
}

export const LOOKS_EVERY_MS = 1_000
const FAULT_LEVEL = /^\{"level":(?:50|60|"error"|"fatal")/

export async function startLives(environment: Readonly<Record<string, string>> & { readonly DATA_DIR: string }) {
  const all: Life[] = []
  let [service, life] = await begin()
  let coming: Promise<unknown> = Promise.resolve()
  let isOver = false

  async function begin(): Promise<[RunningService, Life]> {
    const began = Date.now()
    const started = await startProcess(environment)
    const born: Life = { bornAt: began, startMs: Date.now() - began, diedAt: null, memory: [], faults: [] }
    all.push(born)
    return [started, born]
  }

  function lay(): void {
    life.diedAt = Date.now()
    life.faults = service
      .output()
      .split('\n')
      .filter((line) => FAULT_LEVEL.test(line))
  }

  const looking = (async () => {
    while (!isOver) {
      const { now } = await memoryOf(service.process.pid ?? 0).catch(() => ({ now: Number.NaN }))
      if (life.diedAt === null && now > 0) life.memory.push(now)
      await sleep(LOOKS_EVERY_MS)
    }
  })()

  const lives: Lives = {
    all,
    async url() {
      await coming
      return service.url
    },
    diedBetween: (from, to) => all.some(({ diedAt }) => diedAt !== null && diedAt >= from && diedAt <= to),
    async killAndStart() {
      const next = (async () => {
        lay()
        await service.kill()
        ;[service, life] = await begin()
      })()
      coming = next
      await next
    },
    async end() {
      isOver = true
      lay()
      await Promise.all([service.stop(), looking])
    },
  }
  return lives
}
