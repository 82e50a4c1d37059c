import type { EvidenceStore } from '../case/evidence.ts'
import { readReference, type SentMessage, whatsAppSentSpec } from '../case/notices/message-reference.ts'
import { segmentSpec } from '../case/search/segment-store.ts'
import { presenceSpec } from '../desk/presence/presence.ts'
import { filesNamedIn } from '../filing/evidence/files-named-in.ts'
import { openUploadSpec } from '../filing/evidence/open-upload.ts'
import type { RecordAccess } from '../offices/log/access-log.ts'
import { type PracticeRooms, roomKinds, roomOf } from '../offices/practice/practice.ts'
import { membershipSpec, sessionSpec } from '../offices/staff/account.ts'
import { passkeySpec } from '../offices/staff/account-security.ts'
import { PLATFORM_UNIT, secondFactorSpec } from '../offices/staff/second-factor.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import { departureSpec, tenantSpec } from '../offices/tenants/tenant-directory.ts'
import { sightingSpec } from '../offices/widgets/sightings.ts'
import { publicStatisticsSpec } from '../register/reports/public-statistics.ts'
import type { Clock } from '../shared/instant.ts'
import type { Log } from '../shared/tracing.ts'
import type { Collection, Kept, Store } from '../storage/collection.ts'
import type { TenantId } from '../storage/place.ts'
import type { TransitSecrets } from '../storage/vault.ts'
import { movable, type UnitCollection } from './unit-collections.ts'

/** These stay behind in a move, and go with the tenant. */
const ofUnitsOnly = [
  movable(segmentSpec),
  movable(openUploadSpec),
  movable(presenceSpec),
  movable(publicStatisticsSpec),
  movable(sightingSpec),
]

export interface DeletePorts {
  readonly store: Store
  readonly evidenceStore: Pick<EvidenceStore, 'remove'>
  readonly staff: StaffDirectory
  readonly transitSecrets: TransitSecrets
  readonly rooms: PracticeRooms
  readonly record: RecordAccess
  readonly now: Clock
  readonly log: Log
}

/**
 * Deletes tenants that another installation confirmed to have and whose deletion two operators decided. Each step can
 * be done again, so that an interrupted deletion goes on; that the tenant is gone is written last.
 */
export async function deleteDeparted(ports: DeletePorts): Promise<void> {
  const departures = await ports.store.collection(departureSpec)
  const { items } = await departures.findAcrossTenants({ index: 'due', limit: 10 })
  for (const departure of items) {
    const { unit } = departure
    // Without it no task and no door finds the tenant any more.
    await (await ports.store.collection(tenantSpec)).delete(PLATFORM_UNIT, unit)
    for (const kind of roomKinds) await ports.rooms.empty(roomOf(unit, kind))
    await deletePeople(ports, unit)
    await ports.rooms.empty(unit)
    for (const kind of ofUnitsOnly) await deleteAll(ports, await kind.open(ports.store), unit)
    await forgetSent(ports, unit)
    // What a backup of the store still holds cannot be opened from here any more.
    await ports.transitSecrets.drop(unit)
    await ports.store.purge()
    await departures.replace({ ...departure, deletedAt: ports.now() })
    const act = { by: 'system', act: 'unit.deleted', subject: unit, detail: departure.movedTo } as const
    await ports.record(PLATFORM_UNIT, act)
    ports.log.info('unit deleted after its move', { tenant: unit })
  }
}

async function deleteAll({ evidenceStore }: DeletePorts, collection: UnitCollection, unit: TenantId): Promise<void> {
  for await (const document of collection.walk(unit)) {
    for (const id of filesNamedIn[collection.name]?.(document) ?? []) await evidenceStore.remove(id)
  }
  await collection.clear(unit)
}

/** Accounts go with their last membership; who works for another unit too, or runs the service, keeps theirs. */
async function deletePeople(ports: DeletePorts, unit: TenantId): Promise<void> {
  const memberships = await ports.store.collection(membershipSpec)
  let after: string | null = null
  do {
    const members: readonly Kept[] = await memberships.walk(unit, after, 100)
    for (const { id } of members) {
      const account = await ports.staff.account(id)
      const everywhere = [...(await ports.staff.membershipsOf(id)), ...(await ports.staff.invitationsOf(id))]
      if (!account || account.operator || everywhere.some(({ tenant }) => tenant !== unit)) continue
      await deleteFound(await ports.store.collection(sessionSpec), id)
      await (await ports.store.collection(secondFactorSpec)).delete(PLATFORM_UNIT, id)
      await deleteFound(await ports.store.collection(passkeySpec), id)
      await ports.staff.removeAccount(id)
    }
    after = members.at(-1)?.id ?? null
  } while (after !== null)
}

/** Messages by WhatsApp are remembered by the installation, with the number of their case. */
async function forgetSent({ store }: DeletePorts, unit: TenantId): Promise<void> {
  const kept = await store.collection(whatsAppSentSpec)
  let after: string | null = null
  do {
    const some: readonly SentMessage[] = await kept.walk(PLATFORM_UNIT, after, 500)
    for (const { id, reference } of some) {
      if (readReference(reference)?.sending.tenant === unit) await kept.delete(PLATFORM_UNIT, id)
    }
    after = some.at(-1)?.id ?? null
  } while (after !== null)
}

async function deleteFound<D extends Kept>(kept: Collection<D>, account: string): Promise<void> {
  const { items } = await kept.find(PLATFORM_UNIT, { index: 'account', where: { account }, limit: 1_000 })
  for (const { id } of items) await kept.delete(PLATFORM_UNIT, id)
}
