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
