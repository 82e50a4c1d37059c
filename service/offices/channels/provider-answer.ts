const LONGEST = 200
/** Masking takes time with the square of the length, and a provider can answer without end. */
const MOST_READ = 4_000
const NUMBER_DIGITS = 9

/** `s…@contoh.example`: enough to recognise an address, not to know it. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  const [first = ''] = address
  return at > 0 ? `${first}…${address.slice(at)}` : '…'
}

/** Makes a provider's text safe to store and show: one line, cut short, with every address in it masked. */
export function providerAnswer(words: string, to: string): string {
  const line = beginningOf(words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim())
  const masked = withoutLocalPart(line.replace(/[^\s<>"'`()[\]{},;:=]+@[^\s<>"'`()[\]{},;:]+/g, maskEmail), to)
  return cut(masked.replace(/\+?\d[\d\s().-]*\d/g, (digits) => (isTelephone(digits) ? '…' : digits)))
}

/** A word that is cut off is left out, because half an address would not be masked. */
const beginningOf = (line: string): string =>
  line.length > MOST_READ ? line.slice(0, MOST_READ).replace(/ \S*$/, '') : line

const isTelephone = (digits: string): boolean => digits.replace(/\D/g, '').length >= NUMBER_DIGITS

// Some mail servers answer "no such user siti.contoh", without the domain.
function withoutLocalPart(line: string, to: string): string {
  const local = to.slice(0, Math.max(to.lastIndexOf('@'), 0))
  if (local.length < 3) return line
  const escaped = local.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  return line.replace(new RegExp(escaped, 'gi'), '…')
}

function cut(line: string): string {
  const characters = [...line]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line
}
