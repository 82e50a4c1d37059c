import { createECDH, createHash, createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto'
import { CompactSign, compactVerify, decodeJwt, importJWK, type JWK, SignJWT } from 'jose'
import type { ReadSignedReceipt } from '../../case/receipt/issued-receipts.ts'
import {
  canonicalReceipt,
  type SignedPaper,
  type SignReceipt,
  spokenFingerprint,
  thumbprintSource,
} from '../../case/receipt/receipt.ts'
import type { SignLetter } from '../../desk/letters/letter-document.ts'
import type { SignDestruction } from '../../keeping/retention/destruction-record.ts'
import type { HeadSigner, HeadToSign } from '../../offices/log/access-log.ts'
import type { Arrived, TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { type Clock, HOUR, type Instant, instantOf, SECOND } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import type { KeyRing } from './key-ring.ts'

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

/** RFC 8410: the prefix of the 32 bytes of an Ed25519 private key in PKCS #8. */
const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key follows from the tenant's secret, so nothing more is stored. */
export async function receiptSigningKey(ring: KeyRing, tenant: TenantId): Promise<PaperSigningKey> {
  const { signingSeed } = await ring.lastingKeys(tenant)
  const der = Buffer.concat([pkcs8Ed25519, signingSeed])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' }) as JWK
  return { privateKey, kid: kidOf(tenant, privateKey) }
}

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

export interface PushSigner {
  /** The public key for browsers: an uncompressed point of P-256 in base64url. */
  publicKey(): Promise<string>
  /** The header `Authorization` for the push service at that origin. */
  sign(origin: string): Promise<string>
}

interface PushSignerParts {
  /** A keyed hash of the service, which the master key protects: the private key is made of it and lies nowhere. */
  readonly hasher: () => Promise<(text: string) => string>
  /** Where a push service finds who runs this one. */
  readonly contact: string
  readonly now: Clock
}

/** Push services refuse one that holds longer than a day. */
const HOLDS_FOR = 12 * HOUR

/** @see https://www.rfc-editor.org/rfc/rfc8292 */
export function createPushSigner({ hasher, contact, now }: PushSignerParts): PushSigner {
  async function keys() {
    const secret = Buffer.from((await hasher())('vapid'), 'base64url')
    const curve = createECDH('prime256v1')
    curve.setPrivateKey(secret)
    const point = curve.getPublicKey()
    const part = (from: number) => point.subarray(from, from + 32).toString('base64url')
    const privateKey: JWK = { kty: 'EC', crv: 'P-256', x: part(1), y: part(33), d: secret.toString('base64url') }
    return { publicKey: point.toString('base64url'), privateKey }
  }

  return {
    publicKey: async () => (await keys()).publicKey,
    async sign(origin) {
      const { publicKey, privateKey } = await keys()
      const token = await new SignJWT({ sub: contact })
        .setProtectedHeader({ typ: 'JWT', alg: 'ES256' })
        .setAudience(origin)
        .setExpirationTime(Math.floor((Date.parse(now()) + HOLDS_FOR) / SECOND))
        .sign(await importJWK(privateKey, 'ES256'))
      return `vapid t=${token}, k=${publicKey}`
    },
  }
}
