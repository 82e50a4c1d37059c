import { createHash } from 'node:crypto'
import { mailboxSpec } from '../adapters/mailbox/built-in-mailbox.ts'
import type { EvidenceStore } from '../case/evidence.ts'
import { readReference, type SentMessage, whatsAppSentSpec } from '../case/notices/message-reference.ts'
import { lostReceiptSpec } from '../case/receipt/issued-receipts.ts'
import { segmentSpec } from '../case/search/segment-store.ts'
import { complaintSpec } from '../case/store/complaint-spec.ts'
import { numberGapSpec } from '../case/store/number-gaps.ts'
import { casePageSpec } from '../case/store/older-page-store.ts'
import { bulkSpec } from '../desk/bulk/bulk.ts'
import { presenceSpec } from '../desk/presence/presence.ts'
import { transferSpec } from '../desk/transfers/transfers.ts'
import { arrivalSpec } from '../filing/arrivals/arrivals.ts'
import { openUploadSpec } from '../filing/evidence/evidence.ts'
import { filesNamedIn } from '../filing/evidence/shares.ts'
import { bookPageSpec, oldBookSpec } from '../filing/old-books/old-book.ts'
import { approvalSpec } from '../keeping/approvals/approval.ts'
import { heldEvidenceSpec } from '../keeping/evidence/held-evidence.ts'
import { incidentSpec } from '../keeping/incidents/incident.ts'
import { letterSpec } from '../keeping/letters/letter-store.ts'
import { paperSpec } from '../keeping/papers/paper-store.ts'
import { reminderSpec } from '../keeping/reminders/reminder-store.ts'
import { destructionSpec } from '../keeping/retention/destruction.ts'
import { unsentSpec } from '../keeping/unsent/unsent-store.ts'
import { apiKeySpec } from '../offices/api-keys/api-keys.ts'
import { inboxSpec } from '../offices/inbox/inbox.ts'
import { logHeadSpec, logSpec, type RecordAccess } from '../offices/log/access-log.ts'
import { settingsChangeSpec } from '../offices/managing/settings.ts'
import { type PracticeRooms, roomKinds, roomOf } from '../offices/practice/practice.ts'
import { ruleSpec } from '../offices/rules.ts'
import { membershipSpec, sessionSpec, unitRoleSpec } from '../offices/staff/account.ts'
import { passkeySpec } from '../offices/staff/account-security.ts'
import { PLATFORM_UNIT, secondFactorSpec } from '../offices/staff/second-factor.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import { templateSpec } from '../offices/templates.ts'
import { departureSpec, type Inventories, tenantSpec } from '../offices/tenants/tenant-directory.ts'
import { sightingSpec } from '../offices/widgets/sightings.ts'
import { wordingSpec } from '../offices/wording/wording-store.ts'
import { evaluationSpec } from '../register/reports/evaluation.ts'
import { publicStatisticsSpec } from '../register/reports/public-statistics.ts'
import { savedViewSpec } from '../register/saved-views.ts'
import type { Clock } from '../shared/instant.ts'
import type { Log } from '../shared/tracing.ts'
import {
  type Collection,
  type CollectionSpec,
  type Draft,
  type Kept,
  type Store,
  UniqueViolation,
} from '../storage/collection.ts'
import type { TenantId } from '../storage/place.ts'
import type { TransitSecrets } from '../storage/vault.ts'
import { channelAccountSpec } from '../telling/notices/own-accounts.ts'
import { webhookDeliverySpec, webhookSpec } from '../telling/webhooks/webhook.ts'

export interface UnitCollection {
  readonly name: string
  walk(unit: string): AsyncIterable<Kept>
  /** It writes a document unchanged; an existing one stays. */
  takeIn(document: Kept): Promise<void>
  clear(unit: string): Promise<void>
}

const PAGE = 100

interface Movable {
  readonly name: string
  open(store: Store): Promise<UnitCollection>
}

export const movable = <D extends Kept>(spec: CollectionSpec<D>): Movable => ({
  name: spec.name,
  async open(store) {
    const kept = await store.collection(spec)
    async function* walk(unit: string): AsyncGenerator<Kept> {
      let after: string | null = null
      do {
        const some: readonly D[] = await kept.walk(unit, after, PAGE)
        yield* some
        after = some.at(-1)?.id ?? null
      } while (after !== null)
    }
    return {
      name: spec.name,
      walk,
      async takeIn({ version: _, ...document }) {
        try {
          await kept.insert(document as Draft<Kept> as Draft<D>)
        } catch (cause) {
          const isThere = cause instanceof UniqueViolation && (await kept.get(document.tenant, document.id)) !== null
          if (!isThere) throw cause
        }
      },
      async clear(unit) {
        for await (const { tenant, id } of walk(unit)) await kept.delete(tenant, id)
      },
    }
  },
})

/** Complaints come last, so that no job finds work of a tenant that is half imported. */
export const ofUnits: readonly Movable[] = [
  movable(unitRoleSpec),
  movable(membershipSpec),
  movable(wordingSpec),
  movable(channelAccountSpec),
  movable(logSpec),
  movable(logHeadSpec),
  movable(inboxSpec),
  movable(approvalSpec),
  movable(evaluationSpec),
  movable(incidentSpec),
  movable(destructionSpec),
  movable(arrivalSpec),
  movable(heldEvidenceSpec),
  movable(mailboxSpec),
  movable(letterSpec),
  movable(paperSpec),
  movable(settingsChangeSpec),
  movable(templateSpec),
  movable(ruleSpec),
  movable(apiKeySpec),
  movable(webhookSpec),
  movable(webhookDeliverySpec),
  movable(transferSpec),
  movable(savedViewSpec),
  movable(unsentSpec),
  movable(reminderSpec),
  movable(bulkSpec),
  movable(oldBookSpec),
  movable(bookPageSpec),
  movable(numberGapSpec),
  movable(lostReceiptSpec),
  movable(casePageSpec),
  movable(complaintSpec),
]

/** These do not move: they belong to the installation, or last for a day at most. */
export const stays: readonly string[] = [
  'accountLinks',
  'accountMails',
  'accounts',
  'announcements',
  'carriedDrafts',
  'challenges',
  'channelHealth',
  // They belong to no unit until they are filed.
  'conversations',
  'departures',
  'failedSignIns',
  // They last for a minute.
  'givenCases',
  'leases',
  'limitCounts',
  'messageCounts',
  'moves',
  'openUploads',
  'passkeys',
  'presence',
  'publicStatistics',
  // It is taken from the complaints again.
  'reportFacts',
  'schemaVersion',
  // It is rebuilt from the complaints.
  'searchSegments',
  'secondFactors',
  'sessions',
  'spentProofs',
  'tenantKeys',
  'tenants',
  'whatsappSent',
  'whatsappWindows',
  'widgetSightings',
  'withdrawnWidgets',
]

export const openUnitCollections = (store: Store): Promise<readonly UnitCollection[]> =>
  Promise.all(ofUnits.map((one) => one.open(store)))

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

/** What a tenant has here, kind by kind, to be compared between two installations. */
export async function takeInventory(collections: readonly UnitCollection[], unit: string): Promise<Inventories> {
  const found: Record<string, { count: number; ids: string }> = {}
  for (const collection of collections) {
    const ids: string[] = []
    for await (const { id } of collection.walk(unit)) ids.push(id)
    const digest = createHash('sha256').update(ids.sort().join('\n')).digest('hex')
    found[collection.name] = { count: ids.length, ids: digest }
  }
  return found
}
