import { altchaProofOfWork } from '../adapters/altcha/proof-of-work.ts'
import type { ArrivalPapers } from '../adapters/jose/signatures.ts'
import { complaintSpec } from '../case/store/complaint-spec.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import { WINDOW } from '../http/limit-table.ts'
import { createLimits, type Limits, noLimits } from '../http/limits.ts'
import {
  countsSpec,
  createSharedRates,
  EXCHANGES_EVERY,
  slidingRate,
  spentProofSpec,
  spentProofs,
} from '../http/rates.ts'
import type { RecordAccess } from '../offices/log/access-log.ts'
import { allowDeletion, confirmDeparture, type DepartureDesk, notLeaving } from '../offices/managing/tenants.ts'
import { PLATFORM_UNIT } from '../offices/staff/second-factor.ts'
import { type Departure, departureSpec, type TenantDirectory } from '../offices/tenants/tenant-directory.ts'
import { type Clock, type Instant, MINUTE } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { pause, repeat } from '../shared/repeat.ts'
import type { Log } from '../shared/tracing.ts'
import type { Store } from '../storage/collection.ts'
import { aloneOnDuty, createLease, type Lease, leaseSpec } from '../storage/lease.ts'
import type { TenantId } from '../storage/place.ts'
import type { Config } from './config.ts'
import { openUnitCollections, takeInventory } from './unit-collections.ts'

export interface DepartureDeskPorts {
  readonly store: Store
  readonly complaints: Pick<ComplaintStore, 'get'>
  readonly tenants: TenantDirectory
  readonly arrivalPapers: ArrivalPapers
  readonly record: RecordAccess
  readonly now: Clock
}

const PAGE = 200

export function openDepartureDesk(ports: DepartureDeskPorts): DepartureDesk {
  const { store, tenants, arrivalPapers, record, now } = ports

  const of = async (unit: string) => (await store.collection(departureSpec)).get(PLATFORM_UNIT, unit)

  async function find(unit: string) {
    const kept = await store.collection(departureSpec)
    const departure = await of(unit)
    if (!departure) throw notLeaving()
    return { kept, departure }
  }

  async function save(kept: Awaited<ReturnType<typeof find>>['kept'], departure: Departure): Promise<Departure> {
    const saved = await kept.replace(departure)
    if (!saved) throw new Refusal('conflict', 'tenant/changed-meanwhile')
    return saved
  }

  return {
    of,

    async confirm(operator, unit, confirmation) {
      const { kept, departure } = await find(unit)
      const tenant = await tenants.get(unit)
      const arrived = await arrivalPapers.read(tenant.id, confirmation)
      const confirmed = confirmDeparture(departure, operator, { confirmation, arrived, at: now() })
      await refuseChanged(ports, tenant.id, departure)
      const act = { by: operator.account.id, act: 'unit.left', detail: null } as const
      await record(PLATFORM_UNIT, { ...act, subject: tenant.id })
      await record(tenant.id, { ...act, subject: null })
      const saved = await save(kept, confirmed)
      // From now on nobody works here any more, so that nothing is written that would be lost.
      const closed = await tenants.replace({ ...tenant, movedTo: confirmed.movedTo })
      if (!closed) throw new Refusal('conflict', 'tenant/changed-meanwhile')
      return saved
    },

    async allowDeletion(operator, unit) {
      const { kept, departure } = await find(unit)
      const allowed = allowDeletion(departure, operator, now())
      if (allowed === departure) return departure
      const act = {
        by: operator.account.id,
        act: 'unit.deletion_allowed',
        subject: departure.id,
        detail: null,
      } as const
      await record(PLATFORM_UNIT, act)
      return save(kept, allowed)
    },
  }
}

/** What somebody filed or did here after the copy was made is not in it, and would be lost. */
async function refuseChanged(ports: DepartureDeskPorts, tenant: TenantId, departure: Departure): Promise<void> {
  const collections = (await openUnitCollections(ports.store)).filter(({ name }) => name === complaintSpec.name)
  const here = (await takeInventory(collections, tenant))[complaintSpec.name]
  const copied = departure.documents[complaintSpec.name]
  const changed = here?.ids === copied?.ids ? await actedOnSince(ports, tenant, departure.exportedAt) : ['+']
  if (changed.length > 0) throw new Refusal('conflict', 'departure/changed-since', { at: departure.exportedAt })
}

async function actedOnSince(
  { store, complaints }: DepartureDeskPorts,
  tenant: TenantId,
  since: Instant,
): Promise<readonly string[]> {
  const kept = await store.collection(complaintSpec)
  const acted: string[] = []
  let after: string | null = null
  do {
    const page = await kept.rows(tenant, {
      index: 'changed',
      range: { from: Date.parse(since) },
      limit: PAGE,
      ...(after && { after }),
    })
    for (const { id } of page.items) {
      const { dossier } = await complaints.get(tenant, id)
      const isByPerson = dossier.history.some(({ at, by }) => at > since && by.kind !== 'system')
      if (isByPerson || dossier.messages.some(({ at }) => at > since)) acted.push(id)
    }
    after = page.nextCursor
  } while (after && acted.length === 0)
  return acted
}

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
