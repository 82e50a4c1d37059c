/** Ends a wait early. A signal while nobody waits is not lost: the next wait ends at once. */
export interface WakeUp {
  signal(): void
  /** Resolves at the next signal, or after `atMost` milliseconds. @returns whether it was signalled */
  wait(atMost: number): Promise<boolean>
}

export function createWakeUp(): WakeUp {
  let isSignalled = false
  let wake: (() => void) | null = null

  return {
    signal() {
      isSignalled = true
      wake?.()
    },

    async wait(atMost) {
      if (!isSignalled) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMost)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      const wasSignalled = isSignalled
      isSignalled = false
      wake = null
      return wasSignalled
    },
  }
}

/**
 * Repeats a job, never twice at once, until it is stopped.
 * @param firstAfter milliseconds until the first run
 * @param wakeUp its signal begins the next run at once
 * @returns stops the job and resolves when the current run is done
 */
export function repeat(
  everyMilliseconds: number,
  job: () => Promise<unknown>,
  onFault: (cause: unknown) => void,
  firstAfter = everyMilliseconds,
  wakeUp = createWakeUp(),
): () => Promise<void> {
  let isStopped = false

  const run = async () => {
    await wakeUp.wait(firstAfter)
    while (!isStopped) {
      await job().catch(onFault)
      await wakeUp.wait(everyMilliseconds)
    }
  }
  const running = run()

  return () => {
    isStopped = true
    wakeUp.signal()
    return running
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/**
 * Yields so many turns of the event loop: it takes no time in a quiet process, and as long as the other work in a busy
 * one.
 */
export async function giveWay(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve)
    })
  }
}

/** What a process knows of the people who ask it something. */
export interface People {
  /** Requests that came and have no answer yet. */
  readonly underWay: number
  /** Milliseconds since the last of them was answered; 0 while one is under way. */
  readonly quietFor: number
}

/** Does a small portion of a longer work once it is its turn. */
export type Portion = <T>(work: () => Promise<T>) => Promise<T>

/** Lets the tasks of a process work between the requests of people. */
export interface TaskPace {
  /** A portion is done at once while nobody is there. */
  readonly portion: Portion
}

/** For work that somebody waits for: requests that came meanwhile have their turn before each portion. */
export const betweenRequests: Portion = async (work) => {
  await giveWay(1)
  return work()
}

/** People who work ask again after so many milliseconds, so until then they count as there. */
const STAYS_FOR = 200

/** Milliseconds by which a timer comes late in a process that is busy. */
const LATE = 15

/** The shares of the thread that answers people which tasks get while people are there: in time, and late. */
const IN_TIME_SHARE = 0.25
const LATE_SHARE = 0.05

/** Tasks rest after so many milliseconds of work, so nobody who comes meanwhile waits longer for them. */
const PORTION = 5

/** Milliseconds. The dates of the law and the notices of them come however long people crowd in. */
export const LONGEST_REST = 500

const isAnybodyThere = ({ underWay, quietFor }: People): boolean => underWay > 0 || quietFor < STAYS_FOR

/**
 * Decides how long tasks rest.
 * @param took milliseconds of work since they last rested
 * @param late by how many milliseconds timers come late
 * @returns milliseconds; 0 means that they go on
 */
export function restAfter(took: number, late: number, people: People): number {
  if (took < PORTION || !isAnybodyThere(people)) return 0
  const share = late > LATE ? LATE_SHARE : IN_TIME_SHARE
  return Math.min(LONGEST_REST, took * (1 / share - 1))
}

/** A portion that waits for the store, or for another portion, keeps the next one waiting no longer than this. */
const NEXT_AFTER = 50

/** The thread that answers people. */
export interface Thread {
  /** Milliseconds for which the thread has worked so far, requests included. */
  used(): number
  now(): number
  wait(milliseconds: number): Promise<void>
}

/** While people are there, portions of all tasks are done one after another, and all of them rest together. */
export function createTaskPace(people: () => People, { used, now, wait }: Thread): TaskPace {
  const line: (() => Promise<void>)[] = []
  let isLetting = false
  let took = 0
  let late = 0

  async function rest(): Promise<void> {
    const milliseconds = restAfter(took, late, people())
    if (milliseconds === 0) return
    took = 0
    const began = now()
    await wait(milliseconds)
    late = (late + Math.max(0, now() - began - milliseconds)) / 2
  }

  async function letIn(): Promise<void> {
    isLetting = true
    for (let next = line.shift(); next; next = line.shift()) {
      await rest()
      const done = next()
      if (isAnybodyThere(people())) await Promise.race([done, wait(NEXT_AFTER)])
    }
    isLetting = false
  }

  return {
    async portion(work) {
      if (line.length === 0 && !isLetting && !isAnybodyThere(people())) return work()
      return new Promise((resolve, reject) => {
        line.push(async () => {
          const before = used()
          // What the task does with the answer belongs to the portion.
          await work().then(resolve, reject)
          await giveWay(1)
          took += used() - before
        })
        if (!isLetting) void letIn()
      })
    },
  }
}

/** Makes a value at the first call and returns the same one afterwards. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
