import type { CollectionSpec, Kept } from './collection.ts'

/** Which version of the program's documents lies in the store. There is one, under the operator's own name. */
export interface SchemaVersion extends Kept {
  readonly number: number
}

/** Of a store that says nothing. */
export const FIRST_SCHEMA = 1

export const schemaSpec: CollectionSpec<SchemaVersion> = { name: 'schemaVersion', keys: {}, indexes: {} }

/** Of this program. */
export const SCHEMA = 1
