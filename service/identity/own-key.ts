import type { TenantId } from '../tenants/tenant-id.ts'
import type { Place, SealedField, WithOwnKey } from './place.ts'
import type { LaidKey, Sealed, Vault, WrappedKey } from './vault.ts'

/** A document that holds the key of its own seals. */
interface Keyed {
  readonly tenant: string
  readonly id: string
  readonly key: WrappedKey
}

/** The place of a field of a document. */
export const placeIn =
  <C extends WithOwnKey>(collection: C) =>
  ({ tenant, id }: Pick<Keyed, 'tenant' | 'id'>, field: SealedField<C>): Place =>
    // TypeScript does not see that a member of the union is built here, one collection with one of its own fields.
    ({ unit: tenant as TenantId, collection, id, field }) as Place

/** The key of a document, in its place. */
export const ownKeyIn =
  <C extends WithOwnKey>(collection: C) =>
  (document: Keyed): LaidKey => ({
    place: { unit: document.tenant as TenantId, collection, id: document.id, field: 'key' } as Place,
    wrapped: document.key,
  })

/** Seals the fields of documents that have a key of their own, each in its place. */
export function withOwnKey<C extends WithOwnKey>(collection: C, vault: Pick<Vault, 'newKey' | 'seal' | 'open'>) {
  const at = placeIn(collection)
  const keyOf = ownKeyIn(collection)
  return {
    keyOf,
    newKey: (tenant: TenantId, id: string): Promise<WrappedKey> =>
      vault.newKey({ unit: tenant, collection, id, field: 'key' } as Place),
    seal: (document: Keyed, field: SealedField<C>, value: unknown): Promise<Sealed> =>
      vault.seal(keyOf(document), at(document, field), value),
    open: (document: Keyed, field: SealedField<C>, sealed: Sealed): Promise<unknown> =>
      vault.open(keyOf(document), at(document, field), sealed),
  }
}
