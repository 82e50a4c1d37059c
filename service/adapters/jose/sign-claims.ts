import { createHash } from 'node:crypto'
import { CompactSign, importJWK, type JWK } from 'jose'
import type { SignedPaper } from '../../case/receipt/receipt.ts'

export interface PaperSigningKey {
  readonly kid: string
  /** A private Ed25519 key. */
  readonly privateKey: JWK
}

/**
 * Signs with Ed25519, whose signatures are equal for equal content; there is no `iat` for the same reason. `type` is
 * in the signature's header, so that it can never be taken for a token or another paper.
 */
export async function signClaims(
  { kid, privateKey }: PaperSigningKey,
  type: string,
  claims: Readonly<Record<string, string>>,
): Promise<SignedPaper> {
  const signature = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: type })
    .sign(await importJWK(privateKey, 'EdDSA'))
  return { signature, fingerprint: fingerprintOf(signature) }
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('base64url')

function fingerprintOf(signature: string): string {
  const digits = createHash('sha256').update(signature).digest('hex').slice(0, 12).toUpperCase()
  return digits.replace(/(.{4})(?!$)/g, '$1-')
}
