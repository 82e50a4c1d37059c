/** One bit for each row of a table, or for each rank. */
export type Bits = Uint32Array<ArrayBuffer>

export const bitsOf = (size: number): Bits => new Uint32Array((size + 31) >>> 5)

export function allBits(size: number): Bits {
  const bits = bitsOf(size).fill(0xffffffff)
  if (size % 32 !== 0) bits[bits.length - 1] = 2 ** (size % 32) - 1
  return bits
}

export const hasBit = (bits: Bits, at: number): boolean => ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0

export function setBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31))
}

export function clearBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) & ~(1 << (at & 31))
}

export function countBits(bits: Bits): number {
  let count = 0
  for (let at = 0; at < bits.length; at++) count += countOnes(bits[at] ?? 0)
  return count
}

/** Adds neighbours in parallel: pairs, then fours, then bytes, whose sum is in the highest byte. */
function countOnes(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Keeps the bits that the others have too. */
export function keepBits(bits: Bits, others: Bits): Bits {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) & (others[at] ?? 0)
  return bits
}

export function addBits(bits: Bits, others: Bits): Bits {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (others[at] ?? 0)
  return bits
}

/** Yields the highest first, until `take` returns false. */
export function eachFromHighest(bits: Bits, take: (at: number) => boolean): void {
  for (let place = bits.length - 1; place >= 0; place--) {
    let word = bits[place] ?? 0
    while (word !== 0) {
      const bit = 31 - Math.clz32(word)
      if (!take(place * 32 + bit)) return
      word &= ~(1 << bit)
    }
  }
}
