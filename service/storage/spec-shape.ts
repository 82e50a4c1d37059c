import type { CollectionSpec, Kept } from './collection.ts'

/** Describes as text what a store derives from documents; a change makes the store derive all of it anew. */
export const shapeOf = <D extends Kept>({ keys, indexes, counted }: CollectionSpec<D>): string =>
  JSON.stringify({
    keys: Object.keys(keys).sort(),
    unique: Object.entries(indexes)
      .filter(([, { unique }]) => unique)
      .map(([name, { on }]) => [name, ...on])
      .sort(),
    counted: [...(counted ?? [])].sort(),
  })

/** @throws TypeError for names that a product might read as syntax, and for indexes over undeclared keys */
export function checkSpec<D extends Kept>({ name, keys, indexes, counted }: CollectionSpec<D>): void {
  for (const named of [name, ...Object.keys(keys), ...Object.keys(indexes)]) {
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(named))
      throw new TypeError(`"${named}" is no name for a collection, key or index.`)
  }
  for (const key of [
    ...Object.values(indexes).flatMap(({ on, carries = [] }) => [...on, ...carries]),
    ...(counted ?? []),
  ]) {
    if (!Object.hasOwn(keys, key)) throw new TypeError(`${name} declares no key "${key}".`)
  }
}
