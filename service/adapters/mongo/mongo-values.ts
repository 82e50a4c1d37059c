import { mongo } from 'mongoose'
import type { Bound, KeyValue, Range } from '../../storage/collection.ts'
import type { Choice, Place, Reading } from '../../storage/queries.ts'

export type BsonValue =
  | null
  | boolean
  | number
  | string
  | InstanceType<typeof mongo.Binary>
  | readonly BsonValue[]
  | { readonly [name: string]: BsonValue }

/** Subtypes that MongoDB leaves to its users. */
const SEAL = 0x80
const ILL_FORMED_TEXT = 0x81

/**
 * Turns plain JSON into BSON that comes back exactly on each server. Seals become binary, which takes three quarters of
 * their room; names that mean something to a server are escaped.
 */
export function toBson(value: unknown): BsonValue {
  if (typeof value === 'string') return bsonOfText(value)
  if (Array.isArray(value)) return value.map((item: unknown) => toBson(item ?? null))
  if (typeof value !== 'object' || value === null) return value as null | boolean | number
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(fields.map(([name, field]) => [escapeName(name), toBson(field)]))
}

/** Turns what `toBson` made, and what the driver read, back into plain JSON. */
export function fromBson(value: unknown): unknown {
  if (value instanceof mongo.Binary) return textOfBinary(value)
  if (Array.isArray(value)) return value.map(fromBson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [unescapeName(name), fromBson(field)]))
}

/** A compact JWE: five parts in base64url, of which the second is empty for a direct key. */
const seal = /^eyJ[\w-]*\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/

function bsonOfText(text: string): BsonValue {
  if (seal.test(text)) {
    const binary = new mongo.Binary(packSeal(text), SEAL)
    // Only what comes back to the letter is packed: base64 can be written in more than one way.
    if (textOfBinary(binary) === text) return binary
  }
  return /\p{Surrogate}/u.test(text) ? new mongo.Binary(Buffer.from(text, 'utf16le'), ILL_FORMED_TEXT) : text
}

function textOfBinary(binary: InstanceType<typeof mongo.Binary>): string {
  const bytes = Buffer.from(binary.buffer.subarray(0, binary.position))
  return binary.sub_type === SEAL ? unpackSeal(bytes) : bytes.toString('utf16le')
}

/** Each part follows its length in four bytes. */
function packSeal(text: string): Buffer {
  const parts = text.split('.').map((part) => Buffer.from(part, 'base64url'))
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(part.length)
      return [length, part]
    }),
  )
}

function unpackSeal(bytes: Buffer): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32BE(at)
    parts.push(bytes.toString('base64url', at + 4, end))
    at = end
  }
  return parts.join('.')
}

const special = /[%.$\0]|^__proto__$|^$/g

export const escapeName = (name: string): string =>
  name.replace(special, (sign) =>
    sign.length === 1 ? `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}` : `%${sign}`,
  )

export const unescapeName = (name: string): string =>
  name === '%' || name === '%__proto__'
    ? name.slice(1)
    : name.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The values of a document that are counted, by their keys; those that are null are absent. */
export type CountedValues = Readonly<Record<string, Exclude<KeyValue, null>>>

/**
 * How many documents of a tenant have each value of one key. Values that begin with a month lie with those of their
 * month, so that a sum stays small however old the office is.
 */
export interface Sum {
  readonly _id: string
  readonly tenant: string
  /** The count that it belongs to: a new one begins with the shape of the documents. */
  readonly shape: string
  readonly key: string
  readonly month: string
  readonly rev: number
  readonly counts: Readonly<Record<string, number>>
  /** The value under which this sum counts a document, from before the document knows it; `null` where it does not count it. */
  readonly applied: Readonly<Record<string, Applied>>
}

interface Applied {
  readonly value: KeyValue
  /** In milliseconds since 1970, by the clock of the process that counted. */
  readonly at: number
}

/** A document whose values are not, or not yet known to be, in the sums. */
export interface Uncounted {
  readonly id: string
  /** What the sums count it as at first, and what it was since; the last are its values before it was deleted. */
  readonly history: readonly CountedValues[]
  readonly values: CountedValues
}

/** In milliseconds: a reader of the document as it was before its mark has read the sum by then. */
const APPLIED_FOR = 5_000

export const monthOf = (value: Bound): string => (/^\d{4}-\d\d/.test(String(value)) ? String(value).slice(0, 7) : '')

type SumPlace = Pick<Sum, '_id' | 'tenant' | 'shape' | 'key' | 'month'>

export const sumPlace = (tenant: string, shape: string, key: string, month: string): SumPlace => ({
  _id: [encodeURIComponent(tenant), shape, key, month].join('#'),
  ...{ tenant, shape, key, month },
})

/** The keys and months in which a document was counted or is to be. */
export function touchedBy({ history, values }: Uncounted): readonly (readonly [key: string, month: string])[] {
  const all = [...history, values]
  return [...new Set(all.flatMap((one) => Object.keys(one)))].flatMap((key) => {
    const had = new Set(all.map((one) => one[key]))
    if (had.size === 1) return []
    const months = new Set([...had].flatMap((value) => (value === undefined ? [] : [monthOf(value)])))
    return [...months].map((month) => [key, month] as const)
  })
}

export function countedAs({ applied, key, month }: Omit<Sum, '_id'>, { id, history }: Uncounted): KeyValue {
  const known = applied[escapeName(id)]
  return known ? known.value : within(month, history[0]?.[key])
}

export const within = (month: string, value: Bound | undefined): KeyValue =>
  value !== undefined && monthOf(value) === month ? value : null

/** Returns the sum with these documents as they are, or `null` if nothing changes. */
export function addTo(sum: Sum, documents: readonly Uncounted[], now: number): Sum | null {
  const counts = { ...sum.counts }
  const applied = { ...sum.applied }
  let isChanged = false
  const count = (value: KeyValue, by: 1 | -1) => {
    if (value === null) return
    const name = escapeName(String(value))
    counts[name] = (counts[name] ?? 0) + by
  }
  for (const one of documents) {
    const before = countedAs(sum, one)
    const after = within(sum.month, one.values[sum.key])
    if (before === after) continue
    isChanged = true
    count(before, -1)
    count(after, 1)
    applied[escapeName(one.id)] = { value: after, at: now }
  }
  return isChanged ? { ...sum, rev: sum.rev + 1, counts, applied } : null
}

/** Forgets how documents were counted that know it themselves. @param waiting all documents that do not */
export function withoutKnown(sum: Sum, waiting: readonly Uncounted[], now: number): Sum {
  const ids = new Set(waiting.map(({ id }) => escapeName(id)))
  const kept = Object.entries(sum.applied).filter(([id, { at }]) => ids.has(id) || at > now - APPLIED_FOR)
  return { ...sum, applied: Object.fromEntries(kept) }
}

export type Filter = Readonly<Record<string, unknown>>
type Order = Readonly<Record<string, 1 | -1>>

export interface MongoQuery {
  readonly filter: Filter
  readonly sort: Order
  /** The fields that order documents, for the cursor. */
  readonly place: readonly string[]
}

export const fieldOf = (key: string): string => `keys.${key}`

export function findQuery(
  tenant: string | null,
  { bound, open, range, also, within, descending, tail, index, after }: Reading,
): MongoQuery {
  const place = [...open.map(fieldOf), ...tail]
  // A unique index orders its documents without the id, which it does not hold.
  const order = index.unique && open.length > 0 ? open.map(fieldOf) : place
  const direction = descending ? -1 : 1
  return {
    filter: allOf([
      ...(tenant === null ? [] : [{ tenant }]),
      ...[...bound, ...also].map(choiceFilter),
      ...open.map((key) => ({ [fieldOf(key)]: { $ne: null, ...(index.unique && { $exists: true }) } })),
      ...rangeFilters(open[0], range),
      ...within.flatMap((one) => [{ [fieldOf(one.key)]: { $ne: null } }, ...rangeFilters(one.key, one.range)]),
      ...(after ? [beyond(order, after, descending)] : []),
    ]),
    sort: Object.fromEntries(order.map((field) => [field, direction] as const)),
    place,
  }
}

export function rangeFilters(key: string | undefined, { from, to }: Range): Filter[] {
  if (key === undefined) return []
  return [
    ...(from === undefined ? [] : [{ [fieldOf(key)]: { $gte: from } }]),
    ...(to === undefined ? [] : [{ [fieldOf(key)]: { $lte: to } }]),
  ]
}

const allOf = (filters: readonly Filter[]): Filter => ({ $and: filters })

const choiceFilter = ({ key, values }: Choice): Filter => ({ [fieldOf(key)]: equalsOneOf(values) })

const equalsOneOf = (values: readonly KeyValue[]): Filter =>
  values.length === 1 ? { $eq: values[0] } : { $in: [...values] }

/**
 * Documents after a place have the same first values and a later next one. The implied bound on the first field is
 * written too, so that the index is entered there.
 */
function beyond(order: readonly string[], place: Place, descending: boolean): Filter {
  const later = descending ? '$lt' : '$gt'
  const [first = 'id'] = order
  const alternatives = order.map((field, at) => ({
    ...Object.fromEntries(order.slice(0, at).map((before, n) => [before, { $eq: place[n] }])),
    [field]: { [later]: place[at] },
  }))
  return { $and: [{ [first]: { [`${later}e`]: place[0] } }, { $or: alternatives }] }
}
