import type { CollectionSpec, Kept } from './collection.ts'

/** The store holds one such document, under the operator's tenant name, with the version of its documents. */
export interface SchemaVersion extends Kept {
  readonly number: number
  /** `null` means that no migration has begun. */
  readonly underWay: MigrationPlace | null
}

export interface MigrationPlace {
  readonly to: number
  readonly unit: string
  readonly after: string | null
}

/** A store without a version document has this version. */
export const FIRST_SCHEMA = 1

/** The highest migration leads to this version. */
export const SCHEMA = 4

export const schemaSpec: CollectionSpec<SchemaVersion> = { name: 'schemaVersion', keys: {}, indexes: {} }
