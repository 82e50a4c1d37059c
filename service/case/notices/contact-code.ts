const DIGITS = 6

/**
 * Returns the digits that one notice carries to one address. They are stored nowhere; sending and checking derive
 * them alike. @param hash keyed by the tenant, in base64url
 */
export function contactCode(hash: (text: string) => string, number: string, noticeId: string): string {
  const bytes = Buffer.from(hash(JSON.stringify(['contact-code', number, noticeId])), 'base64url')
  return String(bytes.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0')
}
