import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import { withOwnKey } from '../../storage/own-key.ts'
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

const MOST_TRIES = 20

export async function openApprovalStore(store: Store, vault: Vault): Promise<ApprovalStore> {
  const kept = await store.collection(approvalSpec)
  const own = withOwnKey('approvals', vault)

  async function opened({ content, ...outline }: KeptApproval): Promise<Approval> {
    const tenant = outline.tenant
    return { ...outline, tenant, content: await own.open(outline, 'content', content) }
  }

  const sealed = async ({ content, ...outline }: Approval): Promise<KeptApproval> => ({
    ...outline,
    content: await own.seal(outline, 'content', content),
  })

  const approvals: ApprovalStore = {
    async add(approval) {
      const whole: Approval = { ...approval, version: 0, key: await own.newKey(approval.tenant, approval.id) }
      const { version: _, ...draft } = await sealed(whole)
      return { ...whole, version: (await kept.insert(draft)).version }
    },

    async list(tenant, since, limit) {
      const page = { index: 'asked', range: { from: since }, order: 'descending', limit } as const
      return Promise.all((await kept.find(tenant, page)).items.map(opened))
    },

    async untold(limit) {
      return Promise.all((await kept.findAcrossTenants({ index: 'untold', limit })).items.map(opened))
    },

    async get(tenant, id) {
      const found = await kept.get(tenant, id)
      if (!found) throw unknownApproval()
      return opened(found)
    },

    async change(tenant, id, decide) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const after = decide(await approvals.get(tenant, id))
        const saved = await kept.replace(await sealed(after))
        if (saved) return { ...after, version: saved.version }
      }
      throw new Refusal('conflict', 'approval/changed-meanwhile')
    },

    keyHolder: ownKeyHolder('approvals', kept, vault, 'content'),
  }
  return approvals
}
