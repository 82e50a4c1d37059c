import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import { withOwnKey } from '../../storage/own-key.ts'
import { sealContent, sealedDocuments } from '../../storage/sealed-documents.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Sealed, Vault } from '../../storage/vault.ts'
import { type Approval, type ApprovalContent, unknownApproval } from './approval.ts'

/** Asker, act and time are readable; the subject is sealed. */
export interface KeptApproval extends Kept, Omit<Approval, 'tenant' | 'id' | 'version' | 'content'> {
  readonly content: Sealed<ApprovalContent>
}

const byKeyVersion = foundByKeyVersion<KeptApproval>(({ key }) => [key])

export const approvalSpec: CollectionSpec<KeptApproval> = {
  name: 'approvals',
  keys: {
    ...byKeyVersion.keys,
    askedAt: ({ askedAt }) => askedAt,
    untoldSince: ({ askedAt, decision, toldAt }) => (decision || toldAt ? null : askedAt),
  },
  indexes: {
    ...byKeyVersion.indexes,
    asked: { on: ['askedAt'] },
    untold: { on: ['untoldSince'], acrossTenants: true },
  },
  counted: byKeyVersion.counted,
}

/** Each tenant sees its own requests. */
export interface ApprovalStore {
  add(approval: Omit<Approval, 'version' | 'key'>): Promise<Approval>
  /** Newest first. */
  list(tenant: TenantId, since: Instant, limit: number): Promise<readonly Approval[]>
  /** Waiting requests of all tenants of which nobody was alerted, the oldest first. */
  untold(limit: number): Promise<readonly Approval[]>
  /** @throws Refusal `approval/unknown`, also if it belongs to another tenant */
  get(tenant: TenantId, id: string): Promise<Approval>
  /**
   * Decides on the current state, so that the second of two simultaneous decisions sees the first. @throws what
   * `decide` throws
   */
  change(tenant: TenantId, id: string, decide: (approval: Approval) => Approval): Promise<Approval>
  readonly keyHolder: KeyHolder
}

export async function openApprovalStore(store: Store, vault: Vault): Promise<ApprovalStore> {
  const kept = await store.collection(approvalSpec)
  const own = withOwnKey('approvals', vault)
  const approvals = sealedDocuments<Approval, KeptApproval>(
    kept,
    sealContent('approvals', vault),
    unknownApproval,
    () => new Refusal('conflict', 'approval/changed-meanwhile'),
  )

  return {
    get: approvals.get,
    change: approvals.change,

    async add(approval) {
      return approvals.insert({ ...approval, version: 0, key: await own.newKey(approval.tenant, approval.id) })
    },

    list: (tenant, since, limit) =>
      approvals.list(tenant, { index: 'asked', range: { from: since }, order: 'descending', limit }),

    untold: (limit) => approvals.listAcrossTenants({ index: 'untold', limit }),

    keyHolder: ownKeyHolder('approvals', kept, vault, 'content'),
  }
}
