import type { Bound, KeyValue } from '../../storage/collection.ts'
import { escapeName } from './bson-values.ts'

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
  /** What it is to be counted as: nothing where it was deleted. */
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

/** Returns the value under which the sum counts the document now. */
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
