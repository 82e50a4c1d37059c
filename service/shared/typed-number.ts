export interface TypedNumber {
  /** The number in full; `null` where the letters before the year are missing. */
  readonly whole: string | null
  readonly year: string
  readonly sequence: number
}

const strokes = '[\\s/–—-]*'

/** The second way is only for all six digits, so that words with a year and a day in them stay words. */
const ways = [
  /^(?:([A-Z][A-Z0-9]*)-)?([\dO]{4})-([\dO]{1,9})$/i,
  new RegExp(`^([A-Z][A-Z0-9]*?)${strokes}(2[\\dO]{3})${strokes}([\\dO]{6,9})$`, 'i'),
]

/** The first part are letters, in which an O stays one. */
const digitsIn = (part: string | undefined, at: number) => (at > 1 ? part?.replace(/o/gi, '0') : part)

/**
 * Reads the number of a case as people type it: in small letters, without strokes or with spaces, with an O for a zero.
 * @returns `null` if the text is no such number
 */
export function readTypedNumber(text: string): TypedNumber | null {
  for (const way of ways) {
    const [, prefix, year, sequence] = way.exec(text.trim())?.map(digitsIn) ?? []
    if (year === undefined || sequence === undefined) continue
    const whole = prefix ? `${prefix.toUpperCase()}-${year}-${sequence.padStart(6, '0')}` : null
    return { whole, year, sequence: Number(sequence) }
  }
  return null
}
