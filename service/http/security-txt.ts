import { DAY, type Instant } from '../shared/instant.ts'

export interface SecurityTxt {
  /** URIs in the order in which the operator wants to be called: `mailto:`, `https:` or `tel:`. */
  readonly contacts: readonly string[]
  readonly publicUrl: string
  readonly now: Instant
}

/** RFC 9116 advises less than a year, so that nobody trusts an old copy. */
const HOLDS_DAYS = 180

/** The text of `/.well-known/security.txt` (RFC 9116). It expires half a year after the day on which it is read. */
export function writeSecurityTxt({ contacts, publicUrl, now }: SecurityTxt): string {
  const expires = new Date(Math.floor(Date.parse(now) / DAY + HOLDS_DAYS) * DAY)
  const lines = [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    'Preferred-Languages: id, en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    `Policy: ${publicUrl}/security`,
  ]
  return `${lines.join('\n')}\n`
}
