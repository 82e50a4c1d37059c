/** What somebody wrote, and the quoted text and signature below it. */
export interface CutText {
  readonly said: string
  readonly quoted: string
}

/** `Pada Sel, 24 Nov 2026 pukul 10.15 Aduan <…> menulis:`, also over several lines. */
const attributions = [
  /^(?:pada|on|le|am|op)\s[^\n]{6,400}?\s(?:menulis|wrote|a écrit|schrieb|schreef)\s?:\s*$/i,
  /^\d{4}-\d{2}-\d{2}[^\n]{3,200}<[^<>\n]{3,200}>\s?:\s*$/,
]
const LINES_OF_ATTRIBUTION = 4

/**
 * `-----Original Message-----`, as Outlook and telephones write it. A forwarded message is no quote, but the message
 * itself.
 */
const dividers = /^[-_*\s]{2,}(original message|original appointment|pesan asli|pesan awal)[-_*\s]{2,}$/i

const headLine = {
  from: /^\*?(from|dari|von)\s?:\*?\s/i,
  sent: /^\*?(sent|date|dikirim|terkirim|tanggal|gesendet)\s?:\*?\s/i,
  to: /^\*?(to|kepada|ke|untuk|an)\s?:\*?\s/i,
  subject: /^\*?(subject|subjek|perihal|judul|hal|betreff)\s?:\*?/i,
} as const
const LINES_OF_HEAD = 8

const signature = /^--\s?$/
const telephoneSignature =
  /^\W{0,3}(sent from|get outlook for|dikirim dari|terkirim dari|dikirim melalui|dapatkan outlook untuk)\s.{1,80}$/i

/** A person who answers a notice writes less; the end of a longer text stays as it is. */
const MOST_LOOKED_AT = 100_000

/**
 * Cuts quoted text. If the answer is between the quoted lines or below them, nothing is cut: it rather shows too much
 * than too little.
 */
export function cutQuote(text: string): CutText {
  const whole = text.replace(/\r\n?/g, '\n').trim()
  const lines = whole.slice(0, MOST_LOOKED_AT).split('\n')
  const at = quoteBegins(lines)
  const ends = signatureBegins(lines.slice(0, at ?? lines.length)) ?? at
  if (ends === null) return { said: whole, quoted: '' }
  const own = lines.slice(0, ends).join('\n').trim()
  return { said: own, quoted: whole.slice(lines.slice(0, ends).join('\n').length).trim() }
}

function quoteBegins(lines: readonly string[]): number | null {
  for (const [at, line] of lines.entries()) {
    if (dividers.test(line.trim())) return at
    if (isHead(lines, at)) return /^[_-]{5,}$/.test(lines[at - 1]?.trim() ?? '') ? at - 1 : at
    if (line.startsWith('>')) return isAnsweredBelow(lines, at) ? null : at
    const length = attributionAt(lines, at)
    if (length > 0) return isAnsweredBelow(lines, at + length) ? null : at
  }
  return null
}

function attributionAt(lines: readonly string[], at: number): number {
  if (!/^(pada|on|le|am|op|\d{4}-)/i.test(lines[at] ?? '')) return 0
  for (let length = 1; length <= LINES_OF_ATTRIBUTION; length++) {
    const joined = lines
      .slice(at, at + length)
      .map((line) => line.trim())
      .join(' ')
    if (attributions.some((pattern) => pattern.test(joined))) return length
  }
  return 0
}

/** Four header lines, in whatever order a mail program writes them. */
function isHead(lines: readonly string[], at: number): boolean {
  if (!headLine.from.test(lines[at] ?? '')) return false
  const below = lines.slice(at, at + LINES_OF_HEAD).map((line) => line.trim())
  return (
    [headLine.sent, headLine.to, headLine.subject].filter((one) => below.some((line) => one.test(line))).length >= 2
  )
}

/** Somebody wrote below or between lines quoted with `>`. */
function isAnsweredBelow(lines: readonly string[], at: number): boolean {
  const below = lines.slice(at)
  const first = below.findIndex((line) => line.startsWith('>'))
  if (first < 0) return false
  const answer = below.slice(first).findIndex((line) => line.trim() !== '' && !line.startsWith('>'))
  return answer >= 0 && !signature.test(below[first + answer] ?? '')
}

function signatureBegins(lines: readonly string[]): number | null {
  const at = lines.findIndex((line) => signature.test(line))
  if (at > 0) return at
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return last > 0 && telephoneSignature.test(lines[last]?.trim() ?? '') ? last : null
}
