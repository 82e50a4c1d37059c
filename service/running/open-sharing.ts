import { altchaProofOfWork } from '../adapters/altcha/proof-of-work.ts'
import { WINDOW } from '../http/limit-table.ts'
import { createLimits, type Limits, noLimits } from '../http/limits.ts'
import { slidingRate } from '../http/rate.ts'
import { countsSpec, createSharedRates, EXCHANGES_EVERY } from '../http/shared-rates.ts'
import { spentProofSpec, spentProofs } from '../http/spent-proofs.ts'
import { type Clock, MINUTE } from '../shared/instant.ts'
import { pause, repeat } from '../shared/repeat.ts'
import type { Log } from '../shared/tracing.ts'
import type { Store } from '../storage/collection.ts'
import { aloneOnDuty, createLease, type Lease, leaseSpec } from '../storage/lease.ts'
import type { Config } from './config.ts'

/** What several processes over one store share. The embedded store has one process, which asks nobody. */
export interface Sharing {
  readonly limits: Limits
  /** The lease of the jobs that only one process runs. */
  readonly duty: Lease
  /** It runs once when a service starts, while no other process runs it. */
  atStart<T>(doing: () => Promise<T>): Promise<T>
  /** Starts the jobs that each process runs for it. @returns a function that ends them */
  start(onFault: (cause: unknown) => void): () => Promise<void>
}

export interface SharingParts {
  readonly store: Store
  /** It is keyed with the platform's secret, so it is the same in all processes. */
  hasher(): Promise<(text: string) => string>
  readonly now: Clock
  readonly milliseconds: () => number
  readonly newId: () => string
  readonly log: Log
}

/** Milliseconds. */
const ASKS_EVERY = 200

export async function openSharing(
  { mongoUri, limits: isLimited }: Config,
  { store, hasher, now, milliseconds, newId, log }: SharingParts,
): Promise<Sharing> {
  const hash = await hasher()
  const process = newId()
  const proofs = spentProofs(await store.collection(spentProofSpec), now)
  const proofOfWork = altchaProofOfWork(hash('proof of work'), Date.now, proofs.spend)
  const rates = mongoUri
    ? createSharedRates({ kept: await store.collection(countsSpec), process, hash, now, windowLength: WINDOW })
    : null
  const newRate = rates?.rate ?? (() => slidingRate(WINDOW, milliseconds))
  const onFault = (cause: unknown) => log.error('lease', cause)
  const leases = mongoUri ? await store.collection(leaseSpec) : null
  const leaseOf = (name: string) =>
    leases ? createLease(name, process, { leases, now, milliseconds, onFault }) : aloneOnDuty
  return {
    limits: isLimited ? createLimits(proofOfWork, newRate) : noLimits,
    duty: leaseOf('jobs'),
    async atStart(doing) {
      const turn = leaseOf('start')
      for (await turn.look(); !turn.isHeld(); await turn.look()) await pause(ASKS_EVERY)
      try {
        return await doing()
      } finally {
        await turn.release()
      }
    },
    start(onFault) {
      const jobs = [repeat(MINUTE, proofs.sweep, onFault)]
      if (rates && isLimited) jobs.push(repeat(EXCHANGES_EVERY, rates.exchange, onFault))
      if (rates) jobs.push(repeat(MINUTE, rates.sweep, onFault))
      return async () => void (await Promise.all(jobs.map((stop) => stop())))
    },
  }
}
