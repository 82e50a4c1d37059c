import type { KeyValue, Range } from '../../storage/collection.ts'
import type { Choice, Place, Reading } from '../../storage/queries.ts'

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
