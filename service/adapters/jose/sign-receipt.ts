import { createHash } from 'node:crypto'
import { canonicalReceipt, type SignReceipt, spokenFingerprint, thumbprintSource } from '../../case/receipt/receipt.ts'
import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import { type PaperSigningKey, sha256Of, signClaims } from './sign-claims.ts'

/** @param issuerOf the public address of the service where the complaint was received */
export function createReceiptSigner(
  issuerOf: (tenant: TenantId, receivedAt: Instant) => Promise<string>,
  signingKeyOf: (tenant: TenantId) => Promise<PaperSigningKey>,
): SignReceipt {
  return async (tenant, content) => {
    const { number, receivedAt, receiptId } = content
    const sha256 = sha256Of(canonicalReceipt(content))
    const claims = { iss: await issuerOf(tenant, receivedAt), tenant, number, receivedAt, receiptId, sha256 }
    const key = await signingKeyOf(tenant)
    const thumbprint = createHash('sha256')
      .update(thumbprintSource({ ...key.privateKey }))
      .digest('hex')
    return { ...(await signClaims(key, 'aduan-receipt', claims)), keyFingerprint: spokenFingerprint(thumbprint) }
  }
}
