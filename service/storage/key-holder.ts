import type { Collection, CollectionSpec, Draft, Kept, Page } from './collection.ts'
import type { Place, SealedField, TenantId, WithOwnKey } from './place.ts'
import {
  isBound,
  type LaidKey,
  oldestKeyVersion,
  ownKeyIn,
  placeIn,
  type Sealed,
  type Vault,
  type WrappedKey,
} from './vault.ts'

export interface KeyHolder {
  behind(tenant: TenantId, newest: number): Promise<number>
  /**
   * Wraps the keys of a few such documents again; concurrent writers win. Documents that cannot be opened are skipped
   * as long as others remain.
   * @returns how many it found; 0 means that none is left.
   * @throws the first error when none of them could be done
   */
  renewSome(tenant: TenantId, newest: number, limit: number): Promise<number>
  /**
   * Binds keys and seals of earlier versions to their places, in the next few documents.
   * @returns the last document, `null` at the end, how many had to be bound, and the first error
   */
  bindSome(tenant: TenantId, after: string | null, limit: number): Promise<Bound>
}

export interface Bound {
  readonly after: string | null
  readonly looked: number
  readonly bound: number
  /** The first error, if some could not be bound. */
  readonly fault?: unknown
}

/** Declares the keys and index that find a collection's documents by the version that their keys need. */
export const foundByKeyVersion = <D extends Kept>(keysIn: (document: Draft<D>) => readonly (WrappedKey | null)[]) =>
  ({
    keys: { keyVersion: (document: Draft<D>) => oldestKeyVersion(keysIn(document)) },
    indexes: { keyVersion: { on: ['keyVersion'] } },
    counted: ['keyVersion'],
  }) satisfies Partial<CollectionSpec<D>>

export interface Renewal {
  key(key: LaidKey): Promise<WrappedKey>
  seal<Value>(key: LaidKey, place: Place, sealed: Sealed<Value>): Promise<Sealed<Value>>
}

function renewalBy(vault: SealingVault) {
  let hasChanged = false
  const renewal: Renewal = {
    async key(key) {
      const wrapped = await vault.rewrap(key)
      if (wrapped !== key.wrapped) hasChanged = true
      return wrapped
    },
    async seal(key, place, sealed) {
      if (isBound(sealed)) return sealed
      const bound = await vault.seal(key, place, await vault.open(key, place, sealed))
      hasChanged = true
      return bound
    },
  }
  return { renewal, hasChanged: () => hasChanged }
}

/** Keys of other documents open these seals, so a rotation has nothing to wrap here. */
export const withoutOwnKeys = (bindSome: KeyHolder['bindSome']): KeyHolder => ({
  behind: async () => 0,
  renewSome: async () => 0,
  bindSome,
})

type SealingVault = Pick<Vault, 'rewrap' | 'seal' | 'open'>

type Renew<D> = (document: D, renewal: Renewal) => Promise<D>

export function sealBinder<D extends Kept>(
  kept: Collection<D>,
  vault: SealingVault,
  renew: Renew<D>,
): KeyHolder['bindSome'] {
  async function bind(one: D): Promise<boolean> {
    const { renewal, hasChanged } = renewalBy(vault)
    const bound = await renew(one, renewal)
    if (hasChanged()) await kept.replace(bound)
    return hasChanged()
  }

  return async (tenant, after, limit) => {
    const some = await kept.walk(tenant, after, limit)
    const tries = await Promise.allSettled(some.map(bind))
    const failed = tries.find((one) => one.status === 'rejected')
    return {
      ...(failed && { fault: failed.reason }),
      after: some.length < limit ? null : (some.at(-1)?.id ?? null),
      looked: some.length,
      bound: tries.filter((one) => one.status === 'fulfilled' && one.value).length,
    }
  }
}

/** @param renew returns the document with each of its keys and seals passed through the renewal */
export function keyHolder<D extends Kept>(kept: Collection<D>, vault: SealingVault, renew: Renew<D>): KeyHolder {
  return {
    async behind(tenant, newest) {
      const counts = Object.entries(await kept.countBy(tenant, 'keyVersion'))
      return counts.reduce((sum, [version, documents]) => sum + (Number(version) < newest ? documents : 0), 0)
    },

    async renewSome(tenant, newest, limit) {
      let fault: unknown = null
      let after: string | null = null
      do {
        const query = { index: 'keyVersion', range: { to: newest - 1 }, limit, ...(after && { after }) }
        const page: Page<D> = await kept.find(tenant, query)
        const tries = await Promise.allSettled(
          page.items.map(async (one) => kept.replace(await renew(one, renewalBy(vault).renewal))),
        )
        const failed = tries.flatMap((one) => (one.status === 'rejected' ? [one] : []))
        if (failed.length < tries.length) return tries.length
        fault ??= failed[0]?.reason ?? null
        after = page.nextCursor
      } while (after)
      if (fault !== null) throw fault
      return 0
    },

    bindSome: sealBinder(kept, vault, renew),
  }
}

/** Serves documents with a key of their own and one sealed field. */
export function ownKeyHolder<
  C extends WithOwnKey,
  F extends Exclude<SealedField<C>, 'key'> & string,
  D extends Kept & { readonly key: WrappedKey } & Readonly<Record<F, Sealed>>,
>(collection: C, kept: Collection<D>, vault: SealingVault, field: F): KeyHolder {
  const [keyOf, placeOf] = [ownKeyIn(collection), placeIn(collection)]
  return keyHolder(kept, vault, async (one, renewal) => {
    const key = keyOf(one)
    const sealed = await renewal.seal(key, placeOf(one, field), one[field])
    return { ...one, [field]: sealed, key: await renewal.key(key) }
  })
}
