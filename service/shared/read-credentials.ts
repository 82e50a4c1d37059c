import { groupByFours, normaliseCode } from './tracking-code.ts'

export interface WrittenCredentials {
  readonly number: string
  readonly code: string
}

/** Five groups of four, however they are parted. */
const aCode = /(?<![0-9A-Z])[2-9A-HJKMNP-Z]{4}(?:[\s–—-]*[2-9A-HJKMNP-Z]{4}){4}(?![0-9A-Z])/i

/** Letters, a year and digits, with or without something between them. */
const aNumber = /(?<![0-9A-Z])[A-Z][0-9A-Z]{0,9}[\s/.–—-]*20\d\d[\s/.–—-]*\d{1,6}(?![0-9A-Z])/i

/**
 * Reads number and code as people write them. One field may hold both, or a whole receipt that was pasted into it. What
 * is not recognised stays as it was written.
 */
export function readCredentials({ number, code }: WrittenCredentials): WrittenCredentials {
  const written = `${number}\n${code}`
  const foundCode = aCode.exec(written)?.[0]
  const rest = foundCode ? written.replace(foundCode, '\n') : written
  const foundNumber = aNumber.exec(rest)?.[0]
  return {
    number: (foundNumber ?? number).trim(),
    code: foundCode ? groupByFours(normaliseCode(foundCode)) : code.trim(),
  }
}

/** How many digits a complaint number ends with. */
const DIGITS = 6

/** Zero and O, one, I and L are read as the same, because people copy them by eye. */
const foldConfused = (text: string): string => text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')

function joinParts(number: string): string {
  const parts = foldConfused(number).match(/[0-9A-Z]+/g) ?? []
  const last = parts.at(-1) ?? ''
  return [...parts.slice(0, -1), last.padStart(DIGITS, '0')].join('')
}

export interface NumberParts {
  readonly year: string
  readonly sequence: number
  /** Whether the number may be of an office with this prefix, which may be left out. */
  isOf(prefix: string): boolean
}

/** Reads a number with its year, however it is written. */
export function partsOfNumber(written: string): NumberParts | null {
  const [, office, year, sequence] = /^(.*?)(\d{4})(\d{6})$/.exec(joinParts(written)) ?? []
  if (!year) return null
  return { year, sequence: Number(sequence), isOf: (prefix) => !office || office === foldConfused(prefix) }
}

/**
 * Says whether somebody meant this complaint number. Case, what stands between the parts, missing zeros, and a missing
 * office or year do not matter: the code alone decides who may read the case.
 */
export const meansNumber = (number: string, written: string): boolean =>
  /[0-9A-Z]/i.test(written) && joinParts(number).endsWith(joinParts(written))
