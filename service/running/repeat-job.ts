import { MINUTE } from '../shared/instant.ts'
import { repeat } from '../shared/repeat.ts'
import type { Job } from './jobs.ts'
import type { Ports } from './ports.ts'

/** Each job runs at most this long after the start, so that a service that restarts each night sweeps too. */
const FIRST_WITHIN = 5 * MINUTE

/** Runs a job until the returned function is called, which resolves when a running round has ended. */
export function repeatJob(ports: Ports, { name, everyMilliseconds, runsIn, run, wakeUp }: Job): () => Promise<void> {
  ports.tasks.plan({ name, everyMilliseconds, isForOne: runsIn === 'one' })
  const measuredRun = measure(ports, name, run)
  const runOnTurn = async () => (runsIn === 'one' && !ports.isOnDuty() ? null : measuredRun())
  const onFault = (cause: unknown) => ports.log.error('job', cause, { task: name })
  return repeat(everyMilliseconds, runOnTurn, onFault, Math.min(everyMilliseconds, FIRST_WITHIN), wakeUp)
}

/** Counts and traces each run under the job's name, so that monitoring sees which job fails or no longer runs. */
const measure =
  (
    { metrics, tasks, cause, newId }: Pick<Ports, 'metrics' | 'tasks' | 'cause' | 'newId'>,
    name: string,
    job: () => Promise<unknown>,
  ) =>
  async (): Promise<void> => {
    const began = performance.now()
    const tell = (outcome: 'done' | 'failed', fault: string | null) => {
      const milliseconds = performance.now() - began
      metrics.task(name, outcome, milliseconds / 1_000)
      tasks.recordEnd(name, milliseconds, fault)
    }
    try {
      await cause.run(`${name}.${newId()}`, job)
      tell('done', null)
    } catch (failure) {
      tell('failed', failure instanceof Error ? failure.name : 'fault')
      throw failure
    }
  }
