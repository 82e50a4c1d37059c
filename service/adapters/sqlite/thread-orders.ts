import type { Place } from '../../storage/queries.ts'
import type { SqlValue } from './sqlite-engine.ts'
import type { SqlQuery } from './sqlite-query.ts'

/** What a thread must know of a collection to write its rows; the functions of a spec stay outside. */
export interface TableShape {
  readonly name: string
  readonly keys: readonly string[]
  readonly counted: readonly string[]
  /** The declared index by the columns that SQLite names when it is violated. */
  readonly unique: Readonly<Record<string, string>>
  readonly older?: OlderRows
}

/** Everything is computed before the write waits for its turn. */
export interface Row {
  readonly tenant: SqlValue
  readonly id: SqlValue
  readonly version: number
  /** In the order of the declared keys. */
  readonly keys: readonly SqlValue[]
  readonly body: string
}

/** Rows whose keys an earlier version derived, by their numbers. */
export interface OlderRows {
  /** The last one that is done. */
  readonly after: number
  readonly until: number
  /** Keys by which they are not counted yet. */
  readonly uncounted: readonly string[]
  /** Keys that are no longer declared. */
  readonly forgotten: readonly string[]
}

/** A step of an upgrade, in a transaction of its own. */
export type UpgradeOrder =
  | { readonly act: 'change'; readonly statements: readonly string[] }
  | { readonly act: 'derive'; readonly collection: string; readonly rows: readonly DerivedRow[] }
  /** Carries them out if no older row is left. */
  | { readonly act: 'finish'; readonly collection: string; readonly statements: readonly string[] }

export interface DerivedRow {
  readonly row: number
  readonly id: SqlValue
  readonly version: number
  /** In the order of the declared keys. */
  readonly keys: readonly SqlValue[]
}

/** Writes that wait at the same time share one transaction. */
export type WriteOrder =
  | { readonly act: 'insert'; readonly collection: string; readonly row: Row }
  | {
      readonly act: 'insertNumbered'
      readonly collection: string
      readonly row: Row
      readonly number: number
      readonly highest: SqlQuery
      /** Numbers up to this one are left out. */
      readonly behind: number
    }
  | { readonly act: 'replace'; readonly collection: string; readonly row: Row }
  | { readonly act: 'delete'; readonly collection: string; readonly tenant: string; readonly id: string }
  | {
      readonly act: 'deleteFound'
      readonly collection: string
      readonly selects: readonly SqlQuery[]
      readonly limit: number
    }
  | { readonly act: 'probe' }

export interface PageOrder {
  readonly act: 'page'
  readonly collection: string
  readonly selects: readonly SqlQuery[]
  /** What is read of the rows of the page, as it stands in SQL. */
  readonly columns: readonly string[]
  /** The columns that order the page. */
  readonly place: readonly string[]
  readonly descending: boolean
  readonly limit: number
}

export type Order =
  | WriteOrder
  | { readonly act: 'open'; readonly path: string }
  | PageOrder
  | UpgradeOrder
  | { readonly act: 'know'; readonly table: TableShape }
  | { readonly act: 'select'; readonly selects: readonly SqlQuery[] }
  | { readonly act: 'purge' }
  | { readonly act: 'close' }

export type FoundRow = Readonly<Record<string, SqlValue>>

export interface FoundPage {
  readonly rows: readonly FoundRow[]
  /** Where the next page begins; `null` on the last one. */
  readonly end: Place | null
}

/** What each order is answered with. */
export interface Answers {
  readonly insert: null
  /** The highest number so far if another one than `number` is next; then nothing is written. */
  readonly insertNumbered: number | null
  readonly replace: boolean
  readonly delete: boolean
  readonly deleteFound: number
  readonly probe: null
  readonly page: FoundPage
  readonly open: null
  readonly change: null
  readonly derive: null
  readonly finish: boolean
  readonly know: null
  readonly select: readonly (readonly FoundRow[])[]
  readonly purge: null
  readonly close: null
}

/** An error as it goes from one thread to another, where its class is lost. */
export type Failure =
  | { readonly kind: 'unique'; readonly index: string }
  | { readonly kind: 'full' | 'unavailable' | 'fault'; readonly message: string; readonly cause: unknown }

/** The id is the order's own among all that a thread was given, whatever its store. */
export type NumberedOrder = readonly [id: number, order: Order, store: number]

export type NumberedAnswer =
  | readonly [id: number, answer: unknown]
  | readonly [id: number, answer: null, failure: Failure]

/** A process has one thread of each, for all its stores. */
export type ThreadRole = 'writer' | 'lookups' | 'lists'
export interface ThreadData {
  readonly role: ThreadRole
}
