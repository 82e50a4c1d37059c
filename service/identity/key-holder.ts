import type { Collection, CollectionSpec, Draft, Kept } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { oldestKeyVersion } from './key-version.ts'
import type { Vault, WrappedKey } from './vault.ts'

/** Documents that hold wrapped keys, as a rotation sees them. */
export interface KeyHolder {
  /** How many documents of a unit still need a version before `newest`. */
  behind(tenant: TenantId, newest: number): Promise<number>
  /**
   * Wraps the keys of a few such documents anew; what they seal is not touched, and whoever writes meanwhile wins.
   * @returns how many it found; 0: none is left. @throws what hindered it when not one of them could be done
   */
  renewSome(tenant: TenantId, newest: number, limit: number): Promise<number>
}

/** What the spec of a collection declares so that its documents are found by the version that their keys need. */
export const foundByKeyVersion = <D extends Kept>(keysIn: (document: Draft<D>) => readonly (WrappedKey | null)[]) =>
  ({
    keys: { keyVersion: (document: Draft<D>) => oldestKeyVersion(keysIn(document)) },
    indexes: { keyVersion: { on: ['keyVersion'] } },
    counted: ['keyVersion'],
  }) satisfies Partial<CollectionSpec<D>>

export type Rewrap = (key: WrappedKey) => Promise<WrappedKey>

/** @param rewrapped the same document, each of its keys given through `rewrap` */
export function keyHolder<D extends Kept>(
  kept: Collection<D>,
  vault: Pick<Vault, 'rewrap'>,
  rewrapped: (document: D, rewrap: Rewrap) => Promise<D>,
): KeyHolder {
  return {
    async behind(tenant, newest) {
      const counts = Object.entries(await kept.countBy(tenant, 'keyVersion'))
      return counts.reduce((sum, [version, documents]) => sum + (Number(version) < newest ? documents : 0), 0)
    },

    async renewSome(tenant, newest, limit) {
      const { items } = await kept.find(tenant, { index: 'keyVersion', range: { to: newest - 1 }, limit })
      const tries = await Promise.allSettled(
        items.map(async (one) => kept.replace(await rewrapped(one, (key) => vault.rewrap(tenant, key)))),
      )
      const failed = tries.flatMap((one) => (one.status === 'rejected' ? [one] : []))
      if (failed[0] && failed.length === tries.length) throw failed[0].reason
      return items.length
    },
  }
}
