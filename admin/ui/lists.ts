/** The list with one item changed. */
export const replaceAt = <Item>(list: readonly Item[], at: number, item: Item): Item[] =>
  list.map((held, position) => (position === at ? item : held))

export const removeAt = <Item>(list: readonly Item[], at: number): Item[] =>
  list.filter((_, position) => position !== at)

/** The list with one item moved by a step up (-1) or down (1). */
export function moveItem<Item>(list: readonly Item[], at: number, step: -1 | 1): Item[] {
  const item = list[at]
  if (item === undefined) return [...list]
  return removeAt(list, at).toSpliced(at + step, 0, item)
}
