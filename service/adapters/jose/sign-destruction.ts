import type { SignDestruction } from '../../keeping/retention/destruction-record.ts'
import type { TenantId } from '../../storage/place.ts'
import { type PaperSigningKey, sha256Of, signClaims } from './sign-claims.ts'

/** @param issuer the public address of the service */
export function createDestructionSigner(
  issuer: string,
  signingKeyOf: (tenant: TenantId) => Promise<PaperSigningKey>,
): SignDestruction {
  return async (tenant, facts) => {
    const { id, number, startedAt } = facts
    const claims = { iss: issuer, tenant, id, number, startedAt, sha256: sha256Of(JSON.stringify(facts)) }
    return signClaims(await signingKeyOf(tenant), 'aduan-destruction-record', claims)
  }
}
