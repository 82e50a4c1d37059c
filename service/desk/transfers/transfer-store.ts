import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, withOwnKey } from '../../storage/vault.ts'
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
