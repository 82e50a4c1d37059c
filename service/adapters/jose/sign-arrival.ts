import { compactVerify, importJWK, type JWK } from 'jose'
import type { Arrived } from '../../offices/tenants/tenant-directory.ts'
import type { TenantId } from '../../storage/place.ts'
import { type PaperSigningKey, signClaims } from './sign-claims.ts'

const TYPE = 'aduan-unit-arrived'

export interface ArrivalPapers {
  sign(tenant: TenantId, arrived: Arrived): Promise<string>
  /** It is `null` unless this tenant's key signed it, as this kind of paper. */
  read(tenant: TenantId, confirmation: string): Promise<Arrived | null>
}

/** The tenant's key follows from its secret, which moves along: so both installations have it, and nobody else. */
export const createArrivalPapers = (
  keyOf: (tenant: TenantId) => Promise<PaperSigningKey>,
  publicKeyOf: (tenant: TenantId) => Promise<JWK>,
): ArrivalPapers => ({
  async sign(tenant, { documents, ...rest }) {
    const claims = { ...rest, documents: JSON.stringify(documents) }
    return (await signClaims(await keyOf(tenant), TYPE, claims)).signature
  },

  async read(tenant, confirmation) {
    try {
      const key = await importJWK(await publicKeyOf(tenant), 'EdDSA')
      const { payload, protectedHeader } = await compactVerify(confirmation.trim(), key, { algorithms: ['EdDSA'] })
      if (protectedHeader.typ !== TYPE) return null
      // What bears this type and signature was written by the signer above.
      const { documents, ...rest } = JSON.parse(new TextDecoder().decode(payload))
      return { ...rest, documents: JSON.parse(documents) }
    } catch {
      // Only a whole confirmation can be read. What else it is does not matter to who brought it.
      return null
    }
  },
})
