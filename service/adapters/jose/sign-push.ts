import { createECDH } from 'node:crypto'
import { importJWK, type JWK, SignJWT } from 'jose'
import { type Clock, HOUR, SECOND } from '../../shared/instant.ts'

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
