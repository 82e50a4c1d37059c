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
