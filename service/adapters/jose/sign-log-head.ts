import { createHash } from 'node:crypto'
import { CompactSign, compactVerify, importJWK } from 'jose'
import type { HeadSigner, HeadToSign } from '../../offices/log/access-log.ts'
import type { TenantId } from '../../storage/place.ts'
import type { KeyRing } from './key-ring.ts'
import { receiptPublicKey, receiptSigningKey } from './receipt-keys.ts'

/** It is in the header, so that a head is never taken for a receipt, nor a receipt for a head. */
const type = 'aduan-log-head'

export function createHeadSigner(ring: KeyRing): HeadSigner {
  /** Returns `null` if it is not the tenant's signature. */
  async function claimsIn(signature: string, tenant: TenantId): Promise<Uint8Array | null> {
    try {
      const key = await importJWK(await receiptPublicKey(ring, tenant), 'EdDSA')
      const { payload, protectedHeader } = await compactVerify(signature, key)
      return protectedHeader.typ === type ? payload : null
    } catch {
      return null
    }
  }

  return {
    async sign(head) {
      const { kid, privateKey } = await receiptSigningKey(ring, head.tenant)
      return new CompactSign(claimsOf(head))
        .setProtectedHeader({ alg: 'EdDSA', kid, typ: type })
        .sign(await importJWK(privateKey, 'EdDSA'))
    },

    async verify(head, signature) {
      const claims = await claimsIn(signature, head.tenant)
      return claims !== null && Buffer.from(claims).equals(claimsOf(head))
    },

    async read(signature) {
      const claimed = claimedIn(signature)
      if (!claimed || !(await claimsIn(signature, claimed.tenant))) return null
      return claimed
    },

    digestOf: (signature) => createHash('sha256').update(signature).digest('base64url'),
    headsSince: ring.headsSince,
    noteHeadsSince: ring.noteHeadsSince,
  }
}

function claimedIn(signature: string): HeadToSign | null {
  try {
    const [, payload = ''] = signature.split('.')
    const claimed: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const isHead = typeof claimed === 'object' && claimed !== null && 'tenant' in claimed && 'place' in claimed
    return isHead ? (claimed as HeadToSign) : null
  } catch {
    return null
  }
}

// Fields that are absent in heads of earlier versions stay absent here.
const claimsOf = ({ tenant, day, place, hash, number, previous, signedAt }: HeadToSign): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ tenant, day, place, hash, number, previous, signedAt }))
