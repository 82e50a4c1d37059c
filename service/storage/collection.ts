import type { TenantId } from './place.ts'

/**
 * Values of a key are always text or always numbers; `null` leaves the document out of the index. Text is ordered by
 * code point.
 */
export type KeyValue = Bound | null

export type Bound = string | number

/**
 * Every store keeps documents like this. `tenant` and `id` together identify it; the store raises `version` by one with
 * each write. The rest is plain JSON without `undefined` or `Date`.
 */
export interface Kept {
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
}

/** The store gives a new document its first version. */
export type Draft<D extends Kept> = Omit<D, 'version'>

/** Stores insert a draft as this document. */
export const firstVersionOf = <D extends Kept>(draft: Draft<D>): D => ({ ...draft, version: 1 }) as Kept as D

/**
 * An index is declared over keys. It starts with the tenant unless `acrossTenants`, and ends with the id. Documents in
 * which one of its keys is `null` are left out and cost nothing.
 */
export interface Index {
  readonly on: readonly string[]
  readonly unique?: boolean
  readonly acrossTenants?: boolean
  /**
   * The index also contains these keys, so that `also` filters by them without reading a document. They may be null.
   */
  readonly carries?: readonly string[]
}

/** Declares how documents of one kind are found and counted. Adapters build their own indexes from it. */
export interface CollectionSpec<D extends Kept> {
  readonly name: string
  /** Rename a key when its meaning changes: stores derive it anew only then. */
  readonly keys: Readonly<Record<string, (document: Draft<D>) => KeyValue>>
  readonly indexes: Readonly<Record<string, Index>>
  /**
   * Few documents, read with nearly every request and seldom written. A store across a network may answer from what it
   * read within the last second, so another process learns of a change that much later.
   */
  readonly readOften?: true
  /**
   * A document is mostly read soon after it was read or written. A store that this process alone writes may answer from
   * what it saw last, so nobody who reads a document may change it.
   */
  readonly readAgain?: true
  /** Documents are counted exactly by the values of these keys, per tenant, without reading them. */
  readonly counted?: readonly string[]
}

/** The bounds are inclusive: on the first key of an index that `where` leaves open, or on counted values. */
export interface Range<B extends Bound = Bound> {
  readonly from?: B
  readonly to?: B
}

/**
 * A declared index answers the query without a scan. `where` binds its leading keys, each by one value or a few;
 * `range` bounds the next key; the result is ordered by the remaining keys, then by the id. `also` filters the bound
 * part by values, or by a range that leaves out null: this is cheap by keys that the index carries, and otherwise only
 * where that part is small.
 */
export interface Query {
  readonly index: string
  readonly where?: Readonly<Record<string, Bound | readonly Bound[]>>
  readonly range?: Range
  readonly also?: Readonly<Record<string, KeyValue | readonly KeyValue[] | Range>>
  readonly order?: 'ascending' | 'descending'
  /** This is `nextCursor` of the page before; a foreign cursor is refused with `InvalidCursor`. */
  readonly after?: string
  readonly limit: number
}

export type CountQuery = Omit<Query, 'order' | 'after' | 'limit'>

export interface IndexRow {
  readonly id: string
  /** The values are those of the index's own and carried keys, in the order of the declaration. */
  readonly values: readonly KeyValue[]
}

export interface Page<D> {
  readonly items: readonly D[]
  readonly nextCursor: string | null
}

/** These write the documents of a store: this process alone, or others beside it. */
export type Writers = 'this process' | 'several'

/** Any document store can keep these promises with atomic writes of single documents and unique indexes. */
export interface Collection<D extends Kept> {
  readonly writers: Writers

  /**
   * Resolves after the durable write.
   * @throws UniqueViolation naming the index, `id` for the document's own id
   */
  insert(document: Draft<D>): Promise<D>

  /**
   * Claims the next number of a series by the insert itself. `index` is unique and ends with the number; `where` binds
   * its other keys, the tenant included; `build` gets the highest number so far plus one, once per try. The series has
   * no gaps with any number of writers and crashes.
   * @param behind numbers up to this one are left out
   * @throws UniqueViolation for any other index
   */
  insertNext(
    index: string,
    where: Readonly<Record<string, KeyValue>>,
    build: (next: number) => Draft<D>,
    behind?: number,
  ): Promise<D>

  get(tenant: string, id: string): Promise<D | null>

  /**
   * Returns these documents in the order of their ids, in one question to the store however many they are; those that
   * do not exist are left out.
   */
  several(tenant: string, ids: readonly string[]): Promise<readonly D[]>

  /**
   * Returns the document as this process saw it last, which a store across a network knows without asking. It is for a
   * change that `replace` refuses if it is old, and that then begins again with `get`.
   */
  recall(tenant: string, id: string): Promise<D | null>

  find(tenant: string, query: Query): Promise<Page<D>>

  findAcrossTenants(query: Query): Promise<Page<D>>

  /** Returns the page of `find` from the index alone; no document is read. */
  rows(tenant: string, query: Query): Promise<Page<IndexRow>>

  /** Counts the documents that `find` would return, exactly up to `most`; `most + 1` means more. */
  count(tenant: string, query: CountQuery, most?: number): Promise<number>

  /**
   * Writes only if the stored version is still `document.version`; the saved document has the next one. Resolves `null`
   * when somebody else wrote first or the document is gone.
   * @throws UniqueViolation
   */
  replace(document: D): Promise<D | null>

  /**
   * Counts documents by the values of a key declared in `counted`, within a range. Values without documents are absent.
   */
  countBy(tenant: string, key: string, range?: Range): Promise<Readonly<Record<string, number>>>

  /**
   * Returns a tenant's documents in batches, ordered by id.
   * @param after the last id of the batch before
   */
  walk(tenant: string, after: string | null, limit: number): Promise<readonly D[]>

  delete(tenant: string, id: string): Promise<boolean>

  /**
   * Deletes by an index declared `acrossTenants`, whose first key lies in the range; at most `limit` at once.
   * @returns how many
   */
  deleteAcrossTenants(index: string, range: Range, limit: number): Promise<number>
}

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

/**
 * The store cannot write or answer: the disk is full, the file damaged, or the server away. The message is for an
 * operator.
 */
export class StoreUnavailable extends Error {
  override readonly name: string = 'StoreUnavailable'
}

/** The disk has no room for the write. Confirmed writes are kept, and writing works again once there is room. */
export class StoreFull extends StoreUnavailable {
  override readonly name: string = 'StoreFull'
}

/** Whether nobody knows if the store wrote what it was asked to: the answer is missing, not the write. */
export const isOutcomeUnknown = (failure: unknown): boolean =>
  failure instanceof StoreUnavailable && !(failure instanceof StoreFull)

export interface Store {
  collection<D extends Kept>(spec: CollectionSpec<D>): Promise<Collection<D>>
  /**
   * Resolves after a durable write that changes no document.
   * @throws StoreUnavailable
   */
  check(): Promise<void>
  /** Removes what was deleted or replaced from the store's own files, as far as the product can. */
  purge(): Promise<void>
  /** Finishes pending writes and releases the file or the connections. */
  close(): Promise<void>
}

/** Compares keys in the order that every store keeps: numbers before text, text by code point (as UTF-8 bytes sort). */
export function compareKeys(one: string | number, other: string | number): number {
  if (typeof one === 'number') return typeof other === 'number' ? one - other : -1
  if (typeof other === 'number') return 1
  return compareText(one, other)
}

/** Compares value by value; a place that is a prefix of another comes first. */
export function comparePlaces(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  for (const [at, value] of one.entries()) {
    const against = other[at]
    if (against === undefined) return 1
    const difference = compareKeys(value, against)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

function compareText(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length)
  for (let at = 0; at < shorter; at++) {
    const difference = rank(one.charCodeAt(at)) - rank(other.charCodeAt(at))
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

/** Surrogates encode the highest code points, though their code units are lower than some others. */
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit > 0xdfff ? unit - 0x800 : unit + 0x2000)
