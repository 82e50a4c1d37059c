import { type Clock, type Instant, plusMilliseconds } from '../../shared/instant.ts'

/** One of the machine's own tasks, as this process last did it. */
export interface TaskState {
  readonly name: string
  readonly everyMilliseconds: number
  /** Of several processes only the one on duty does it. */
  readonly isForOne: boolean
  /** How the last run here ended; `null`: there was none. */
  readonly last: { readonly endedAt: Instant; readonly milliseconds: number; readonly hasFailed: boolean } | null
  readonly lastFailure: { readonly at: Instant; readonly fault: string } | null
  /** About when it is done again here; `null`: it was not done here yet. */
  readonly nextAt: Instant | null
}

/** Remembers how the machine's tasks went in this process. */
export interface TaskBook {
  plan(task: Pick<TaskState, 'name' | 'everyMilliseconds' | 'isForOne'>): void
  /** @param fault the kind of error, never its message: that may quote somebody. `null`: it went well */
  ended(name: string, milliseconds: number, fault: string | null): void
  /** By name. */
  list(): readonly TaskState[]
}

export function createTaskBook(now: Clock): TaskBook {
  const tasks = new Map<string, TaskState>()
  return {
    plan: (task) => void tasks.set(task.name, { ...task, last: null, lastFailure: null, nextAt: null }),
    ended(name, milliseconds, fault) {
      const task = tasks.get(name)
      if (!task) return
      const at = now()
      tasks.set(name, {
        ...task,
        last: { endedAt: at, milliseconds, hasFailed: fault !== null },
        lastFailure: fault === null ? task.lastFailure : { at, fault },
        nextAt: plusMilliseconds(at, task.everyMilliseconds),
      })
    },
    list: () => [...tasks.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
  }
}
