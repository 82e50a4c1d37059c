/** Sets of whole numbers as rising lists without repetition. */
export type NumberSet = Int32Array

export const emptySet: NumberSet = new Int32Array(0)

/** Returns all that any of the sets has. */
export function union(sets: readonly NumberSet[]): NumberSet {
  const [first = emptySet, second, ...others] = [...sets].sort((one, other) => one.length - other.length)
  if (!second) return first
  return union([unionOfTwo(first, second), ...others])
}

function unionOfTwo(one: NumberSet, other: NumberSet): NumberSet {
  if (one.length === 0) return other
  const all = new Int32Array(one.length + other.length)
  let [a, b, size] = [0, 0, 0]
  while (a < one.length || b < other.length) {
    const left = one[a] ?? Number.POSITIVE_INFINITY
    const right = other[b] ?? Number.POSITIVE_INFINITY
    all[size++] = Math.min(left, right)
    if (left <= right) a++
    if (right <= left) b++
  }
  return all.subarray(0, size)
}

/** Returns the first place in the set at which a number is not below `least`, from `from` on. */
export function placeFrom(set: NumberSet, least: number, from = 0): number {
  // Doubling steps find what is near soon, and what is far in few looks.
  let step = 1
  let low = from
  while (low + step < set.length && (set[low + step] ?? 0) < least) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, set.length)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((set[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** Tells for falling numbers, one after the other, whether the set has them. */
export function fallingLook(set: NumberSet): (number: number) => boolean {
  let end = set.length
  return (number) => {
    let step = 1
    while (end - step >= 0 && (set[end - step] ?? 0) > number) {
      end -= step
      step *= 2
    }
    let low = Math.max(0, end - step)
    while (low < end) {
      const middle = (low + end) >>> 1
      if ((set[middle] ?? 0) > number) end = middle
      else low = middle + 1
    }
    return end > 0 && set[end - 1] === number
  }
}

/**
 * Walks from the greatest number down through what all of the sets have and none of the others.
 * @param below only these @param fits is asked first, of each number of the shortest set
 */
export function* meetFalling(
  having: readonly NumberSet[],
  lacking: readonly NumberSet[],
  below = Number.POSITIVE_INFINITY,
  fits: (number: number) => boolean = () => true,
): Generator<number> {
  const [shortest, ...others] = [...having].sort((one, other) => one.length - other.length)
  if (!shortest) return
  const inOthers = others.map(fallingLook)
  const inLacking = lacking.map(fallingLook)
  for (let at = placeFrom(shortest, below) - 1; at >= 0; at--) {
    const number = shortest[at] ?? 0
    if (fits(number) && inOthers.every((has) => has(number)) && !inLacking.some((has) => has(number))) yield number
  }
}
