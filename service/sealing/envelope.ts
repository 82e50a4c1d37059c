export interface IdentityInside {
  readonly name: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly onBehalfOf: string | null
}

/** An envelope opens only in the place for which it was sealed. */
export interface Place {
  readonly tenant: string
  /** The context is `filing:` with the idempotency key of the filing, or `case:` with the number it was added to. */
  readonly context: string
}

/** An envelope has four parts: version, id of the tenant's key, the sender's key, and the ciphertext. */
export const envelopePattern = /^1\.([\w-]{22})\.([\w-]{87})\.([\w-]{5483})$/

/** Returns the id of the key that opens an envelope, or `null` for text that is no envelope. */
export const keyIdIn = (envelope: string): string | null => envelopePattern.exec(envelope)?.[1] ?? null

export const filingContext = (idempotencyKey: string): string => `filing:${idempotencyKey}`
export const caseContext = (number: string): string => `case:${number}`
