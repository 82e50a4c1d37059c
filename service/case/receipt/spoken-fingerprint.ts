/** The input of RFC 7638's hash, for a key of the kind that signs receipts. */
export const thumbprintSource = ({ crv, kty, x }: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ crv, kty, x })

const GROUPS = 6
const HEX_OF_A_GROUP = 10

/**
 * Thirty digits in groups of five, which two people can read to each other over the telephone: of each five bytes of
 * the SHA-256, the rest after division by 100,000. 99 bits, so nobody finds a second key for them.
 */
export const spokenFingerprint = (sha256: string): readonly string[] =>
  Array.from({ length: GROUPS }, (_, at) =>
    String(Number.parseInt(sha256.slice(at * HEX_OF_A_GROUP, (at + 1) * HEX_OF_A_GROUP), 16) % 100_000).padStart(
      5,
      '0',
    ),
  )
