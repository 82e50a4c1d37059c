const DIGITS = 6

/**
 * The digits that one notice carries to one address. They are kept nowhere: who writes the message and who checks what
 * came back work them out alike. @param hash keyed by the unit, in base64url
 */
export function contactCode(hash: (text: string) => string, number: string, noticeId: string): string {
  const bytes = Buffer.from(hash(JSON.stringify(['contact-code', number, noticeId])), 'base64url')
  return String(bytes.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0')
}
