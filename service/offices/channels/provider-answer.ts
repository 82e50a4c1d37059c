const LONGEST = 200
const NUMBER_DIGITS = 9

/** `s…@contoh.example`: enough to recognise an address, not to know it. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  const [first = ''] = address
  return at > 0 ? `${first}…${address.slice(at)}` : '…'
}

/** Makes a provider's text safe to store and show: one line, cut short, with every address in it masked. */
export function providerAnswer(words: string, to: string): string {
  const line = words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  const masked = withoutLocalPart(line.replace(/[^\s<>"'`()[\]{},;:=]+@[^\s<>"'`()[\]{},;:]+/g, maskEmail), to)
  return cut(masked.replace(/\+?\d[\d\s().-]*\d/g, (digits) => (isTelephone(digits) ? '…' : digits)))
}

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
