import { mailboxSpec } from '../adapters/mailbox/built-in-mailbox.ts'
import { lostReceiptSpec } from '../case/receipt/issued-receipts.ts'
import { complaintSpec } from '../case/store/complaint-spec.ts'
import { numberGapSpec } from '../case/store/number-gaps.ts'
import { casePageSpec } from '../case/store/older-page-store.ts'
import { bulkSpec } from '../desk/bulk/bulk-store.ts'
import { transferSpec } from '../desk/transfers/transfer-store.ts'
import { arrivalSpec } from '../filing/arrivals/arrival-store.ts'
import { bookPageSpec, oldBookSpec } from '../filing/old-books/old-book-store.ts'
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
import { logHeadSpec, logSpec } from '../offices/log/access-log.ts'
import { settingsChangeSpec } from '../offices/managing/settings.ts'
import { ruleSpec } from '../offices/rules.ts'
import { membershipSpec, unitRoleSpec } from '../offices/staff/account.ts'
import { templateSpec } from '../offices/templates.ts'
import { wordingSpec } from '../offices/wording/wording-store.ts'
import { evaluationSpec } from '../register/reports/evaluation-store.ts'
import { savedViewSpec } from '../register/saved-view.ts'
import { type CollectionSpec, type Draft, type Kept, type Store, UniqueViolation } from '../storage/collection.ts'
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
