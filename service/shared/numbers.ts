const INDONESIA = '62'

/**
 * Returns a telephone number as providers want it: country code and digits (E.164 without its plus). A number without
 * a country code is Indonesian. `null` means that it cannot be a number.
 */
export function internationalNumber(written: string): string | null {
  const digits = written.replace(/\D/g, '')
  const isWhole = /^\s*\+/.test(written) || digits.startsWith('00') || digits.startsWith(INDONESIA)
  const bare = digits.replace(/^0+/, '')
  const number = isWhole ? bare : INDONESIA + bare
  return /^[1-9]\d{7,14}$/.test(number) ? number : null
}

const small = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const

/** Writes a whole number from 0 to 9999 in Indonesian words, as minutes write the day, for example `dua puluh tiga`. */
export function numberInWords(number: number): string {
  if (number < 12) return small[number] ?? ''
  if (number < 20) return `${numberInWords(number - 10)} belas`
  if (number < 100) return joinRest(`${numberInWords(Math.floor(number / 10))} puluh`, number % 10)
  if (number < 1_000) return joinRest(countOf(Math.floor(number / 100), 'ratus'), number % 100)
  return joinRest(countOf(Math.floor(number / 1_000), 'ribu'), number % 1_000)
}

const countOf = (count: number, of: string): string => (count === 1 ? `se${of}` : `${numberInWords(count)} ${of}`)

const joinRest = (words: string, rest: number): string => (rest === 0 ? words : `${words} ${numberInWords(rest)}`)
