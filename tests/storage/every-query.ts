import type { Bound, CollectionSpec, Kept, Query } from '../../service/storage/collection.ts'
import { cursorOf, readQuery } from '../../service/storage/queries.ts'

export interface PossibleQuery {
  readonly tenant: string | null
  readonly query: Query
  /** How many keys of the index order the result. */
  readonly open: number
}

/** Every shape of question that the indexes of a spec promise to answer: bound keys, ranges, orders, first and next pages. */
export function everyQueryOf<D extends Kept>(spec: CollectionSpec<D>): PossibleQuery[] {
  return Object.entries(spec.indexes).flatMap(([index, { on, acrossTenants = false }]) =>
    on.concat('').flatMap((_, bound) =>
      [
        on.slice(0, bound).map((key) => [key, 'a'] as const),
        on.slice(0, bound).map((key) => [key, ['a', 'b']] as const),
      ]
        .map((where) => Object.fromEntries(where) as Record<string, Bound | readonly Bound[]>)
        .flatMap((where) =>
          rangesFor(on.length - bound).flatMap((range) =>
            (['ascending', 'descending'] as const).flatMap((order) => {
              const query: Query = { index, where, order, limit: 25, ...(range && { range }) }
              const { scope, open, tail } = readQuery(spec, query, acrossTenants)
              const after = cursorOf(scope, [...open.map(() => 'b'), ...tail.map(() => 'b')])
              const tenant = acrossTenants ? null : 'office'
              return [
                { tenant, query, open: open.length },
                { tenant, query: { ...query, after }, open: open.length },
              ]
            }),
          ),
        ),
    ),
  )
}

const rangesFor = (openKeys: number) =>
  openKeys > 0 ? [undefined, { from: 'a' }, { to: 'c' }, { from: 'a', to: 'c' }] : [undefined]
