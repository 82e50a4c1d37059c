import { createHash } from 'node:crypto'
import { CompactSign, importJWK, type JWK } from 'jose'
import { canonicalReceipt } from '../../documents/receipt.ts'
import type { SignReceipt } from '../../documents/sign-receipt.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'

export interface ReceiptSigningKey {
  readonly kid: string
  /** A private Ed25519 key. */
  readonly privateKey: JWK
}

/** Media type in the signature's header, so that it can never be taken for a token. */
export const receiptType = 'aduan-receipt'

/**
 * Signs receipts with Ed25519, whose signatures are the same for the same content; there is no `iat` for the same
 * reason. `issuer` is the public address of the service.
 */
export function createReceiptSigner(
  issuer: string,
  signingKeyOf: (tenant: TenantId) => Promise<ReceiptSigningKey>,
): SignReceipt {
  return async (tenant, content) => {
    const { kid, privateKey } = await signingKeyOf(tenant)
    const { number, receivedAt, receiptId } = content
    const sha256 = createHash('sha256').update(canonicalReceipt(content)).digest('base64url')
    const claims = { iss: issuer, tenant, number, receivedAt, receiptId, sha256 }
    const signature = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: receiptType })
      .sign(await importJWK(privateKey, 'EdDSA'))
    return { signature, fingerprint: fingerprintOf(signature) }
  }
}

function fingerprintOf(signature: string): string {
  const digits = createHash('sha256').update(signature).digest('hex').slice(0, 12).toUpperCase()
  return digits.replace(/(.{4})(?!$)/g, '$1-')
}
