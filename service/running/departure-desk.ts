import type { ArrivalPapers } from '../adapters/jose/sign-arrival.ts'
import { complaintSpec } from '../case/store/complaint-spec.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import type { RecordAccess } from '../offices/log/access-log.ts'
import { allowDeletion, confirmDeparture, type DepartureDesk, notLeaving } from '../offices/managing/tenants.ts'
import { PLATFORM_UNIT } from '../offices/staff/second-factor.ts'
import { type Departure, departureSpec, type TenantDirectory } from '../offices/tenants/tenant-directory.ts'
import type { Clock, Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Store } from '../storage/collection.ts'
import type { TenantId } from '../storage/place.ts'
import { takeInventory } from './take-inventory.ts'
import { openUnitCollections } from './unit-collections.ts'

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
