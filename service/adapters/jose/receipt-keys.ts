import { createHash, createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto'
import type { JWK } from 'jose'
import type { TenantId } from '../../storage/place.ts'
import type { KeyRing } from './key-ring.ts'
import type { PaperSigningKey } from './sign-claims.ts'

/** RFC 8410: the prefix of the 32 bytes of an Ed25519 private key in PKCS #8. */
const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key follows from the tenant's secret, so nothing more is stored. */
export async function receiptSigningKey(ring: KeyRing, tenant: TenantId): Promise<PaperSigningKey> {
  const { signingSeed } = await ring.lastingKeys(tenant)
  const der = Buffer.concat([pkcs8Ed25519, signingSeed])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' }) as JWK
  return { privateKey, kid: kidOf(tenant, privateKey) }
}

/** The entry of `/.well-known/jwks.json`. */
export async function receiptPublicKey(ring: KeyRing, tenant: TenantId): Promise<JWK> {
  const { privateKey, kid } = await receiptSigningKey(ring, tenant)
  const publicKey = createPublicKey({ key: privateKey as JsonWebKey, format: 'jwk' }).export({ format: 'jwk' }) as JWK
  return { ...publicKey, kid, use: 'sig', alg: 'EdDSA' }
}

const kidOf = (tenant: TenantId, { x }: JWK): string =>
  `${tenant}-${createHash('sha256')
    .update(x ?? '')
    .digest('base64url')
    .slice(0, 12)}`
