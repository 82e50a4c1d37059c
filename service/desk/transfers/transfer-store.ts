import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import { withOwnKey } from '../../storage/own-key.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Sealed, Vault } from '../../storage/vault.ts'
import { type Transfer, unknownTransfer } from './transfer.ts'

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
  /** Across all tenants, those of which nobody was alerted. */
  untold(limit: number): Promise<readonly Transfer[]>
  /** Across all tenants, those decided before then and not carried out. */
  undone(before: Instant, limit: number): Promise<readonly Transfer[]>
  /** Decides on the current state. @throws Refusal `transfer/unknown`, and what `decide` throws */
  change(tenant: TenantId, id: string, decide: (transfer: Transfer) => Transfer): Promise<Transfer>
  /** One that is gone meanwhile needs no mark. */
  told(tenant: TenantId, id: string, at: Instant): Promise<void>
  remove(tenant: TenantId, id: string): Promise<void>
  readonly keyHolder: KeyHolder
}

const MOST_TRIES = 20

export async function openTransferStore(store: Store, vault: Vault): Promise<TransferStore> {
  const kept = await store.collection(transferSpec)
  const own = withOwnKey('transfers', vault)

  async function opened({ sealed, ...outline }: KeptTransfer): Promise<Transfer> {
    const tenant = outline.tenant
    const within = await own.open(outline, 'sealed', sealed)
    return { ...outline, tenant, ...within }
  }

  const closed = async <T extends Omit<Transfer, 'version'>>({ content, decision, ...outline }: T) => ({
    ...outline,
    sealed: await own.seal(outline, 'sealed', { content, decision }),
  })

  const transfers: TransferStore = {
    async add(transfer) {
      try {
        await kept.insert(await closed({ ...transfer, key: await own.newKey(transfer.tenant, transfer.id) }))
      } catch (cause) {
        if (!(cause instanceof UniqueViolation)) throw cause
      }
    },

    async find(tenant, id) {
      const found = await kept.get(tenant, id)
      return found && opened(found)
    },

    waiting: async (tenant, limit) =>
      Promise.all((await kept.find(tenant, { index: 'waiting', limit })).items.map(opened)),

    untold: async (limit) => Promise.all((await kept.findAcrossTenants({ index: 'untold', limit })).items.map(opened)),

    async undone(before, limit) {
      const { items } = await kept.findAcrossTenants({ index: 'decided', range: { to: before }, limit })
      return Promise.all(items.map(opened))
    },

    async change(tenant, id, decide) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const before = await transfers.find(tenant, id)
        if (!before) throw unknownTransfer()
        const after = decide(before)
        const saved = await kept.replace({ ...(await closed(after)), version: before.version })
        if (saved) return { ...after, version: saved.version }
      }
      throw new Refusal('conflict', 'transfer/changed-meanwhile')
    },

    async told(tenant, id, toldAt) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const found = await kept.get(tenant, id)
        if (!found || (await kept.replace({ ...found, toldAt }))) return
      }
    },

    async remove(tenant, id) {
      await kept.delete(tenant, id)
    },

    keyHolder: ownKeyHolder('transfers', kept, vault, 'sealed'),
  }
  return transfers
}
