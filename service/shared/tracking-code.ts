/** These thirty-one characters are not confused on paper or on the phone: no 0 O, no 1 I L. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

export const CODE_CHARACTERS = 20
const GROUP = 4

/**
 * A tracking code has five groups of four characters, 99 bits: `7KQM-2XRD-…`. It is derived from a keyed hash over a
 * salt and the sender's secret, so it can be shown again to a sender of the same request, and to nobody else.
 * @param hash keyed, 43 characters of base64url
 */
export function trackingCode(hash: (text: string) => string, salt: string, senderSecret: string): string {
  let characters = ''
  for (let round = 0; characters.length < CODE_CHARACTERS; round++) {
    for (const byte of bytesOf(hash(`${round}\n${salt}\n${senderSecret}`))) {
      // 248 = 8 × 31; bytes above would make some characters likelier than others.
      if (byte < 248 && characters.length < CODE_CHARACTERS) characters += codeAlphabet[byte % 31]
    }
  }
  return groupByFours(characters)
}

const bytesOf = (base64url: string): number[] =>
  [...atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))].map((character) => character.charCodeAt(0))

export const groupByFours = (characters: string): string =>
  Array.from({ length: CODE_CHARACTERS / GROUP }, (_, group) =>
    characters.slice(group * GROUP, (group + 1) * GROUP),
  ).join('-')

/** Says whether a text has the form of a code, however it is parted. */
export const isTrackingCode = (text: string): boolean => {
  const characters = [...normaliseCode(text)]
  return characters.length === CODE_CHARACTERS && characters.every((character) => codeAlphabet.includes(character))
}

/** Fewer different characters, or more neighbours of a row, than any of a million drawn codes has. */
const FEW_CHARACTERS = 7
const MANY_IN_ROW = 10
const rows = [codeAlphabet, 'ABCDEFGHJKMNPQRSTUVWXYZ', 'QWERTYUPASDFGHJKZXCVBNM']

/**
 * Says whether a code repeats characters or groups, or runs along an alphabet or a keyboard, so that somebody could
 * find it by trying. Of codes that were drawn, fewer than one in a hundred thousand does.
 * @param code in the form of one
 */
export function isWeakCode(code: string): boolean {
  const characters = [...normaliseCode(code)]
  const runsAlong = (row: string) =>
    characters.filter((one, at) => at > 0 && Math.abs(row.indexOf(one) - row.indexOf(characters[at - 1] ?? '')) === 1)
  const repeatsAfter = (step: number) => characters.every((one, at) => at < step || one === characters[at - step])
  return (
    new Set(characters).size <= FEW_CHARACTERS ||
    Array.from({ length: CODE_CHARACTERS / 2 }, (_, at) => at + 1).some(repeatsAfter) ||
    rows.some((row) => runsAlong(row).length >= MANY_IN_ROW)
  )
}

/**
 * Says whether a code stands in a text, in groups or in one piece. One without a digit, of which there are three in a
 * thousand, is taken for words.
 */
export function bearsTrackingCode(text: string): boolean {
  const group = `[${codeAlphabet}]{${GROUP}}`
  const code = new RegExp(`(?<![0-9A-Z])(?:${group}[- ]?){4}${group}(?![0-9A-Z])`, 'gi')
  return (text.match(code) ?? []).some((found) => /\d/.test(found))
}

/** Accepts a code as people type it: lower case, spaces and missing dashes do not matter. */
export const normaliseCode = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, '')
