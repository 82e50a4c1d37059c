import type { Place, SealedField, WithOwnKey } from './place.ts'
import type { TenantId } from './tenant-id.ts'
import type { LaidKey, Sealed, Vault, WrappedKey } from './vault.ts'

export interface Keyed {
  readonly tenant: TenantId
  readonly id: string
  readonly key: WrappedKey
}

export const placeIn =
  <C extends WithOwnKey>(collection: C) =>
  ({ tenant, id }: Pick<Keyed, 'tenant' | 'id'>, field: SealedField<C>): Place =>
    // TypeScript does not see that this builds a member of the union: a collection with one of its fields.
    ({ unit: tenant, collection, id, field }) as Place

export const ownKeyIn =
  <C extends WithOwnKey>(collection: C) =>
  (document: Keyed): LaidKey => ({
    place: { unit: document.tenant, collection, id: document.id, field: 'key' } as Place,
    wrapped: document.key,
  })

export function withOwnKey<C extends WithOwnKey>(collection: C, vault: Pick<Vault, 'newKey' | 'seal' | 'open'>) {
  const at = placeIn(collection)
  const keyOf = ownKeyIn(collection)
  return {
    keyOf,
    newKey: (tenant: TenantId, id: string): Promise<WrappedKey> =>
      vault.newKey({ unit: tenant, collection, id, field: 'key' } as Place),
    seal: <Value>(document: Keyed, field: SealedField<C>, value: Value): Promise<Sealed<Value>> =>
      vault.seal(keyOf(document), at(document, field), value),
    open: <Value>(document: Keyed, field: SealedField<C>, sealed: Sealed<Value>): Promise<Value> =>
      vault.open(keyOf(document), at(document, field), sealed),
  }
}
