import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { PasskeyAnswer } from '../../service/offices/staff/account-office.ts'

interface Options {
  readonly challenge: string
}

/** What an authenticator may do otherwise than it should. */
interface Behaviour {
  readonly origin?: string
  readonly verifiesUser?: boolean
}

const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_KEY = 0x40

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')

/** A device with one passkey for one site, by the WebAuthn standard: ES256, no attestation. */
export function anAuthenticator(siteOrigin: string, { origin = siteOrigin, verifiesUser = true }: Behaviour = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let used = 0

  // A COSE key in CBOR: kty EC2, alg ES256, crv P-256, x, y.
  const coseKey = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ])

  function authenticatorData(extra: number, rest: Buffer = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(++used)
    const flags = PRESENT | (verifiesUser ? VERIFIED : 0) | extra
    return Buffer.concat([sha256(new URL(siteOrigin).hostname), Buffer.from([flags]), counter, rest])
  }

  const clientData = (type: string, { challenge }: Options) => JSON.stringify({ type, challenge, origin })
  const common = { id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} } as const

  return {
    /** The answer to `navigator.credentials.create()`. */
    create(options: Options): PasskeyAnswer {
      const length = Buffer.from([0, id.length])
      const data = authenticatorData(WITH_KEY, Buffer.concat([Buffer.alloc(16), length, id, coseKey]))
      // CBOR of { fmt: 'none', attStmt: {}, authData }.
      const head = Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex')
      const attestationObject = base64url(Buffer.concat([head, Buffer.from([data.length]), data]))
      const clientDataJSON = base64url(clientData('webauthn.create', options))
      const response = { clientDataJSON, attestationObject, transports: ['internal'] }
      return { ...common, response }
    },

    /** The answer to `navigator.credentials.get()`. */
    get(options: Options): PasskeyAnswer {
      const data = authenticatorData(0)
      const said = clientData('webauthn.get', options)
      const signature = sign('sha256', Buffer.concat([data, sha256(said)]), privateKey)
      const response = {
        clientDataJSON: base64url(said),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      }
      return { ...common, response }
    },

    /** Goes back to what a copy of the device would count. */
    forgetUses(uses: number) {
      used -= uses
    },
  }
}
