import { CompactSign, compactVerify, importJWK } from 'jose'
import type { HeadSigner, HeadToSign } from '../../records/verify-log.ts'
import type { KeyRing } from './key-ring.ts'
import { receiptPublicKey, receiptSigningKey } from './receipt-keys.ts'

/** In the header, so that a head is never taken for a receipt, nor a receipt for a head. */
const type = 'aduan-log-head'

/** Signs heads of logs with the unit's Ed25519 key. */
export function createHeadSigner(ring: KeyRing): HeadSigner {
  return {
    async sign(head) {
      const { kid, privateKey } = await receiptSigningKey(ring, head.tenant)
      return new CompactSign(claimsOf(head))
        .setProtectedHeader({ alg: 'EdDSA', kid, typ: type })
        .sign(await importJWK(privateKey, 'EdDSA'))
    },

    async verify(head, signature) {
      const key = await importJWK(await receiptPublicKey(ring, head.tenant), 'EdDSA')
      try {
        const { payload, protectedHeader } = await compactVerify(signature, key)
        return protectedHeader.typ === type && Buffer.from(payload).equals(claimsOf(head))
      } catch {
        return false
      }
    },
  }
}

const claimsOf = ({ tenant, day, place, hash }: HeadToSign): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ tenant, day, place, hash }))
