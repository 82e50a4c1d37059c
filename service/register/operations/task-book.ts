import { type Clock, type Instant, plusMilliseconds } from '../../shared/instant.ts'

/** The latest run of a task in this process. */
export interface TaskState {
  readonly name: string
  readonly everyMilliseconds: number
  /** Only the process on duty runs it. */
  readonly isForOne: boolean
  /** It is `null` if it never ran here. */
  readonly last: { readonly endedAt: Instant; readonly milliseconds: number; readonly hasFailed: boolean } | null
  readonly lastFailure: { readonly at: Instant; readonly fault: string } | null
  /** It is `null` if it has not run here yet. */
  readonly nextAt: Instant | null
}

export interface TaskBook {
  plan(task: Pick<TaskState, 'name' | 'everyMilliseconds' | 'isForOne'>): void
  /** @param fault the kind of error, never its message, which may quote somebody; `null` if it succeeded */
  recordEnd(name: string, milliseconds: number, fault: string | null): void
  /** It is sorted by name. */
  list(): readonly TaskState[]
}

export function createTaskBook(now: Clock): TaskBook {
  const tasks = new Map<string, TaskState>()
  return {
    plan: (task) => void tasks.set(task.name, { ...task, last: null, lastFailure: null, nextAt: null }),
    recordEnd(name, milliseconds, fault) {
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
