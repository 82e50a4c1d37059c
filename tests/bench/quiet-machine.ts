import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { amount } from './figure.ts'

const LOOKS_FOR_MS = 2_000
/** Cores, all programs together, while a bench waits: an idle system with its own services takes less. */
const MOST_OF_OTHERS = 0.15

/** How many cores are busy, in milliseconds of work and of all time so far. */
const timesNow = () =>
  cpus().reduce(
    ({ busy, all }, { times }) => {
      const total = Object.values(times).reduce((sum, one) => sum + one, 0)
      return { busy: busy + total - times.idle, all: all + total }
    },
    { busy: 0, all: 0 },
  )

/** @throws Error where others use the machine now, because what is measured beside them says nothing */
export async function refuseBusyMachine(): Promise<void> {
  const before = timesNow()
  await sleep(LOOKS_FOR_MS)
  const after = timesNow()
  const cores = ((after.busy - before.busy) / (after.all - before.all)) * cpus().length
  if (!(cores <= MOST_OF_OTHERS))
    throw new Error(`Others use ${amount(cores, 'cores')} of this machine: nothing is published now.`)
}
