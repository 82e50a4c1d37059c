import type { TenantId } from '../../storage/tenant-id.ts'
import type { ReceiptContent } from './receipt.ts'

export interface SignedPaper {
  /** Compact JWS over the receipt's number, time, id and a hash of the facts fixed at filing. */
  readonly signature: string
  /** A few characters of the signature's hash, `4F2A-91C0-77BE`, short enough to compare by eye. */
  readonly fingerprint: string
}

export interface SignedReceipt extends SignedPaper {
  /** The fingerprint of the tenant's key, thirty digits in groups, as the form and the office's own page show it. */
  readonly keyFingerprint: readonly string[]
}

/** The same content always gives the same signature. */
export type SignReceipt = (tenant: TenantId, content: ReceiptContent) => Promise<SignedReceipt>
