import { compactVerify, decodeJwt, importJWK, type JWK } from 'jose'
import type { ReadSignedReceipt } from '../../case/receipt/issued-receipts.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { instantOf } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'

/** Trusts only the key of the unit that a receipt names, and only where the header says that it is a receipt. */
export function createReceiptReader(
  tenants: Pick<TenantDirectory, 'find'>,
  publicKeyOf: (tenant: TenantId) => Promise<JWK>,
): ReadSignedReceipt {
  return async (signature) => {
    try {
      const tenant = await tenants.find(String(decodeJwt(signature).tenant))
      if (!tenant) return null
      const key = await importJWK(await publicKeyOf(tenant.id), 'EdDSA')
      const { payload, protectedHeader } = await compactVerify(signature, key, { algorithms: ['EdDSA'] })
      if (protectedHeader.typ !== 'aduan-receipt') return null
      // Whatever bears this type and signature was written by the signer of receipts.
      const { number, receivedAt, receiptId } = JSON.parse(new TextDecoder().decode(payload))
      return { tenant: tenant.id, number, receivedAt: instantOf(new Date(receivedAt)), receiptId }
    } catch {
      // Only a whole receipt of ours can be read. What else it is does not matter to who sent it.
      return null
    }
  }
}
