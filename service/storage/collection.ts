/**
 * What a key can hold: always text or always numbers, or `null` for "not in this index".
 * Text is ordered by code point.
 */
export type KeyValue = Bound | null

/** What an index is asked for. */
export type Bound = string | number

/**
 * A document as every store keeps it. `tenant` and `id` together name it; `version` is the store's own and rises by
 * one with each write. The rest is plain JSON: no `undefined`, no `Date`.
 */
export interface Kept {
  readonly tenant: string
  readonly id: string
  readonly version: number
}

/** A document on its way in: the store gives it its first version. */
export type Draft<D extends Kept> = Omit<D, 'version'>

/**
 * An index over declared keys. It starts with the tenant unless `acrossTenants`, and ends with the id.
 * It leaves out documents in which one of its keys is `null`: what is not there costs nothing to keep.
 */
export interface Index {
  readonly on: readonly string[]
  readonly unique?: boolean
  readonly acrossTenants?: boolean
  /** Keys that lie in the index besides, so that `also` narrows by them without reading a document. They may be null. */
  readonly carries?: readonly string[]
}

/** One kind of document: how it is found and counted. Adapters build their own indexes from this. */
export interface CollectionSpec<D extends Kept> {
  readonly name: string
  /** One whose meaning changes gets another name: a store derives it anew only then. */
  readonly keys: Readonly<Record<string, (document: Draft<D>) => KeyValue>>
  readonly indexes: Readonly<Record<string, Index>>
  /** Keys whose values are counted per tenant, exactly, and without reading documents. */
  readonly counted?: readonly string[]
}

/** Inclusive bounds: on the first key of an index that `where` leaves open, or on values that are counted. */
export interface Range<B extends Bound = Bound> {
  readonly from?: B
  readonly to?: B
}

/**
 * A question that a declared index answers without a scan: `where` binds its leading keys, by one value or a few;
 * `range` bounds the next key; the result is in the order of the keys left open, then of the id.
 * `also` narrows further among what is bound: cheap by keys that the index carries, else only where that part is small.
 */
export interface Query {
  readonly index: string
  readonly where?: Readonly<Record<string, Bound | readonly Bound[]>>
  readonly range?: Range
  readonly also?: Readonly<Record<string, KeyValue | readonly KeyValue[]>>
  readonly order?: 'ascending' | 'descending'
  /** `nextCursor` of the page before. A cursor that is not one of ours is refused with `InvalidCursor`. */
  readonly after?: string
  readonly limit: number
}

/** What is counted: a question without its order and its page. */
export type CountQuery = Omit<Query, 'order' | 'after' | 'limit'>

/** What an index holds of one document. */
export interface IndexRow {
  readonly id: string
  /** The values of the keys that the index is on and carries, in the order of the declaration. */
  readonly values: readonly KeyValue[]
}

export interface Page<D> {
  readonly items: readonly D[]
  readonly nextCursor: string | null
}

/** A small set of promises that any document store can keep with single-document atomic writes and unique indexes. */
export interface Collection<D extends Kept> {
  /** Resolves after the durable write. @throws UniqueViolation naming the index, `id` for the document's own name. */
  insert(document: Draft<D>): Promise<D>

  /**
   * Claims the next number of a series by the insert itself: `index` is unique and ends with the number; `where` binds
   * the rest of it, the tenant included; `build` gets the highest number so far plus one, once per try. Gapless under
   * any number of writers and crashes.
   * @throws UniqueViolation for any other index.
   */
  insertNext(index: string, where: Readonly<Record<string, KeyValue>>, build: (next: number) => Draft<D>): Promise<D>

  get(tenant: string, id: string): Promise<D | null>

  find(tenant: string, query: Query): Promise<Page<D>>

  /** Like `find`, over an index declared `acrossTenants`. */
  findAcrossTenants(query: Query): Promise<Page<D>>

  /** The page that `find` gives, as far as the index itself tells: no document is read. */
  rows(tenant: string, query: Query): Promise<Page<IndexRow>>

  /** How many documents `find` would give, exactly up to `most`; `most + 1` stands for more. */
  count(tenant: string, query: CountQuery, most?: number): Promise<number>

  /**
   * Compare and set: writes only if the stored version is still `document.version`; the saved document has the next.
   * Resolves `null` when someone else wrote first or the document is gone. @throws UniqueViolation
   */
  replace(document: D): Promise<D | null>

  /** Documents per value of a key declared in `counted`, within a range of values. Values that no document has are absent. */
  countBy(tenant: string, key: string, range?: Range): Promise<Readonly<Record<string, number>>>

  /** All documents of a tenant, a few at a time, in the order of their ids. @param after the last id of those before */
  walk(tenant: string, after: string | null, limit: number): Promise<readonly D[]>

  delete(tenant: string, id: string): Promise<boolean>

  /** Deletes by an index declared `acrossTenants`, whose first key lies in the range; at most `limit` at once. @returns how many */
  deleteAcrossTenants(index: string, range: Range, limit: number): Promise<number>
}

/** Another document already has this value in a unique index. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation'
  readonly index: string

  constructor(index: string) {
    super(`Another document has the same value in the unique index "${index}".`)
    this.index = index
  }
}

export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor'
}

/** The store cannot take the write or answer: disk full, file damaged, server away. The message is for an operator. */
export class StoreUnavailable extends Error {
  override readonly name: string = 'StoreUnavailable'
}

/** The disk has no room for what is to be written. What was confirmed is kept, and writing works again once there is room. */
export class StoreFull extends StoreUnavailable {
  override readonly name: string = 'StoreFull'
}

/** A place where collections live: an embedded file or a server. */
export interface Store {
  collection<D extends Kept>(spec: CollectionSpec<D>): Promise<Collection<D>>
  /** Resolves after a durable write that changes no document. @throws StoreUnavailable */
  check(): Promise<void>
  /** What was deleted or replaced before is gone from the store's own files when it resolves, as far as the product lets go of it. */
  purge(): Promise<void>
  /** Finishes pending writes and lets go of the file or the connections. */
  close(): Promise<void>
}
