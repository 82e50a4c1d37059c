import { isKeptFrom } from '../../case/access/case-access.ts'
import { textsOfStory } from '../../case/candidates.ts'
import { type GuardPlan, planGuardByName } from '../../case/guard.ts'
import type { Office } from '../../case/office/office.ts'
import type { Actor } from '../../case/shape/history.ts'
import type { Concerned } from '../../case/shape/intake.ts'
import type { Story } from '../../case/shape/story-fields.ts'
import type { EvidenceOffice, RedactingOffice } from '../../keeping/evidence/opened-evidence.ts'
import { membersOf, tellPerson } from '../../offices/inbox/telling.ts'
import type { Answered } from '../../offices/questions/kept-answers.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { Language, PrivacyChoice } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'

/** Its bytes stay where they are until the case is taken. */
export interface OfferedFile {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly type: string
}

/** The parts of the case that the other tenant reads: no notes, no history, nobody of the sender's staff. */
export interface TransferContent extends Story {
  /** The reporter reads it too. */
  readonly reason: string
  readonly sentBy: string
  readonly receivedAt: Instant
  readonly language: Language
  readonly privacy: PrivacyChoice
  readonly withIdentity: boolean
  /** Earlier versions left it out. */
  readonly answers?: readonly Answered[]
  readonly files: readonly OfferedFile[]
  /** Names of the files that the sender keeps back; earlier versions left it out. */
  readonly withheld?: readonly string[]
  /** Staff whom the complaint concerns, for the guard alone. */
  readonly concerns: readonly { readonly id: string; readonly name: string }[]
  /** Accounts of those who may be meant, for the guard alone; earlier versions left it out. */
  readonly candidates?: readonly { readonly id: string }[]
  /** Staff whom the reporter chose not to read it, for the guard alone; earlier versions left it out. */
  readonly chosen?: readonly Concerned[]
}

export type TransferDecision =
  | { readonly kind: 'accepted'; readonly at: Instant; readonly by: Actor; readonly category: string }
  | { readonly kind: 'returned'; readonly at: Instant; readonly by: Actor; readonly reason: string }

/**
 * A copy of another tenant's case, offered to this one. It is removed once the decision was carried out in both
 * tenants, whose cases and history hold the rest.
 */
export interface Transfer {
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  readonly from: TenantId
  readonly fromNumber: string
  readonly fromOffice: string
  readonly sentAt: Instant
  readonly toldAt: Instant | null
  /** A decision waits since then to be carried out. */
  readonly decidedAt: Instant | null
  readonly key: WrappedKey
  readonly content: TransferContent
  readonly decision: TransferDecision | null
}

/** The first decision stands. */
export function decideTransfer(transfer: Transfer, decision: TransferDecision): Transfer {
  if (transfer.decision) throw new Refusal('conflict', 'transfer/decided-already')
  return { ...transfer, decision, decidedAt: decision.at }
}

export const unknownTransfer = () => new Refusal('not-found', 'transfer/unknown')

/** The two tenants and the time are readable; content and decision are sealed. */
export interface KeptTransfer extends Kept, Omit<Transfer, 'tenant' | 'id' | 'version' | 'content' | 'decision'> {
  readonly sealed: Sealed<Pick<Transfer, 'content' | 'decision'>>
}

const byKeyVersion = foundByKeyVersion<KeptTransfer>(({ key }) => [key])

export const transferSpec: CollectionSpec<KeptTransfer> = {
  name: 'transfers',
  keys: {
    ...byKeyVersion.keys,
    waitsSince: ({ sentAt, decidedAt }) => (decidedAt ? null : sentAt),
    untoldSince: ({ sentAt, decidedAt, toldAt }) => (decidedAt || toldAt ? null : sentAt),
    decidedAt: ({ decidedAt }) => decidedAt,
  },
  indexes: {
    ...byKeyVersion.indexes,
    waiting: { on: ['waitsSince'] },
    untold: { on: ['untoldSince'], acrossTenants: true },
    decided: { on: ['decidedAt'], acrossTenants: true },
  },
  counted: byKeyVersion.counted,
}

/** Offers by the receiving tenant; each tenant sees its own. */
export interface TransferStore {
  /** An existing one stays as it is. */
  add(transfer: Omit<Transfer, 'version' | 'key'>): Promise<void>
  find(tenant: TenantId, id: string): Promise<Transfer | null>
  /** The oldest comes first. */
  waiting(tenant: TenantId, limit: number): Promise<readonly Transfer[]>
  untold(limit: number): Promise<readonly Transfer[]>
  /** Across all tenants, those decided before then and not carried out. */
  undone(before: Instant, limit: number): Promise<readonly Transfer[]>
  change(tenant: TenantId, id: string, decide: (transfer: Transfer) => Transfer): Promise<Transfer>
  /** One that is gone meanwhile needs no mark. */
  markAlerted(tenant: TenantId, id: string, at: Instant): Promise<void>
  remove(tenant: TenantId, id: string): Promise<void>
  readonly keyHolder: KeyHolder
}

const MOST_TRIES = 20

export async function openTransferStore(store: Store, vault: Vault): Promise<TransferStore> {
  const kept = await store.collection(transferSpec)
  const own = withOwnKey('transfers', vault)

  const transfers = sealedDocuments<Transfer, KeptTransfer>(
    kept,
    {
      async open({ sealed, ...outline }) {
        return { ...outline, ...(await own.open(outline, 'sealed', sealed)) }
      },
      async seal({ content, decision, ...outline }) {
        return { ...outline, sealed: await own.seal(outline, 'sealed', { content, decision }) }
      },
    },
    unknownTransfer,
    () => new Refusal('conflict', 'transfer/changed-meanwhile'),
  )

  return {
    find: transfers.find,
    change: transfers.change,

    async add(transfer) {
      try {
        await transfers.insert({ ...transfer, version: 0, key: await own.newKey(transfer.tenant, transfer.id) })
      } catch (cause) {
        if (!(cause instanceof UniqueViolation)) throw cause
      }
    },

    waiting: (tenant, limit) => transfers.list(tenant, { index: 'waiting', limit }),

    untold: (limit) => transfers.listAcrossTenants({ index: 'untold', limit }),

    undone: (before, limit) => transfers.listAcrossTenants({ index: 'decided', range: { to: before }, limit }),

    async markAlerted(tenant, id, at) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const found = await kept.get(tenant, id)
        if (!found || (await kept.replace({ ...found, toldAt: at }))) return
      }
    },

    async remove(tenant, id) {
      await kept.delete(tenant, id)
    },

    keyHolder: ownKeyHolder('transfers', kept, vault, 'sealed'),
  }
}

export interface TransferOffice extends Office, EvidenceOffice, RedactingOffice {
  readonly transfers: TransferStore
}

type About = Story & Pick<TransferContent, 'concerns' | 'candidates' | 'chosen' | 'answers'>

/**
 * The guard in the receiving tenant, by its current staff: against those whom the complaint concerns and who work
 * there too, by account or by name, and until somebody decides against those whom it may mean.
 * @param category of the receiving tenant; without it only staff who read every category count
 */
export async function guardingThere(
  directory: StaffDirectory,
  tenant: TenantId,
  { concerns, candidates = [], chosen = [], answers = [], ...story }: About,
  category = '',
): Promise<GuardPlan> {
  const members = await directory.members(tenant)
  const isHere = (id: string) => members.some((member) => member.id === id)
  const known = {
    concerned: concerns.map(({ id }) => id).filter(isHere),
    candidates: candidates.filter(({ id }) => isHere(id)).map(({ id }) => ({ id })),
    chosen: chosen.filter(({ id }) => isHere(id)),
  }
  const { who, story: mentioned } = textsOfStory(story, answers)
  const texts = { who: [...who, ...concerns.map(({ name }) => name)], story: mentioned }
  return planGuardByName(directory, tenant, { known, texts }, category)
}

/** Whether somebody may read an offered case and decide on it. */
export const maySettle = (staff: StaffMember, { guard }: Pick<GuardPlan, 'guard'>): boolean =>
  !isKeptFrom(staff, { guard }) && (staff.permissions.has('cases.verify') || guard?.steward === staff.id)

const AT_ONCE = 50

/**
 * Alerts those who can take an offered case, except whom the guard keeps it from. The mark follows only when all have
 * it, and none gets it twice. @returns how many there were
 */
export async function tellReceivers(ports: TransferOffice): Promise<number> {
  const waiting = await ports.transfers.untold(AT_ONCE)
  for (const { tenant, id, sentAt, content } of waiting) {
    const guarding = await guardingThere(ports.staff, tenant, content)
    for (const member of await membersOf(ports, tenant)) {
      if (!maySettle(member, guarding)) continue
      await tellPerson(ports, tenant, member.id, [{ id, kind: 'transfer_news', number: null, at: sentAt }])
    }
    await ports.transfers.markAlerted(tenant, id, ports.now())
  }
  return waiting.length
}
