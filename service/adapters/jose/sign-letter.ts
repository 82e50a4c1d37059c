import type { SignLetter } from '../../desk/letters/letter-document.ts'
import type { TenantId } from '../../storage/place.ts'
import { type PaperSigningKey, sha256Of, signClaims } from './sign-claims.ts'

/** @param issuer the public address of the service */
export function createLetterSigner(
  issuer: string,
  signingKeyOf: (tenant: TenantId) => Promise<PaperSigningKey>,
): SignLetter {
  return async (tenant, { verifyId, number, day, content }) => {
    const claims = { iss: issuer, tenant, verifyId, number, day, sha256: sha256Of(content) }
    return signClaims(await signingKeyOf(tenant), 'aduan-letter', claims)
  }
}
