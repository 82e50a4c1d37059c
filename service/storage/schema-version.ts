import type { CollectionSpec, Kept } from './collection.ts'

/** Which version of the program's documents lies in the store. There is one, under the operator's own name. */
export interface SchemaVersion extends Kept {
  readonly number: number
  /** Where a migration stands that was begun; `null`: none was. */
  readonly underWay: MigrationPlace | null
}

export interface MigrationPlace {
  readonly to: number
  readonly unit: string
  /** The last id that is done; `null`: none of the unit. */
  readonly after: string | null
}

/** Of a store that says nothing. */
export const FIRST_SCHEMA = 1

/** Of this program: the highest that one of its migrations leads to. */
export const SCHEMA = 4

export const schemaSpec: CollectionSpec<SchemaVersion> = { name: 'schemaVersion', keys: {}, indexes: {} }
