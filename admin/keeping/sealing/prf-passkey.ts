import { type Bytes, fromBase64Url, toBase64Url, utf8 } from '../../../service/sealing/bytes.ts'
import { nullIfGivenUp } from '../../api/passkeys.ts'

/**
 * A secret that an authenticator gives for a salt, and for nothing else (WebAuthn PRF). The passkey is made for this
 * alone: the service neither knows nor asks for it.
 */
interface PrfResults {
  readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: BufferSource } }
}

/** `no-prf`: the authenticator has no such thing. `null`: the person thought better of it. */
type Given<What> = What | 'no-prf' | null

async function askAuthenticator(asked: Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  const answer = await nullIfGivenUp(asked)
  return answer instanceof PublicKeyCredential ? answer : null
}

/** A browser that waits for a device which has no such passkey says so only after so many milliseconds. */
const PATIENCE = 60_000

const challenge = () => crypto.getRandomValues(new Uint8Array(32))

/** A passkey that was just made, and what it gives for a salt. */
export interface PrfPasskey {
  /** Its id, base64url. */
  readonly credential: string
  /** 32 bytes. */
  readonly prf: Bytes
}

const askedFor = (salt: string) => ({ prf: { eval: { first: utf8(salt) } } })

function resultsOf(credential: PublicKeyCredential) {
  const { prf }: PrfResults = credential.getClientExtensionResults() as PrfResults
  const first = prf?.results?.first
  if (!first) return { enabled: prf?.enabled === true, secret: null }
  const bytes = ArrayBuffer.isView(first) ? (first.buffer.slice(0) as ArrayBuffer) : first
  return { enabled: true, secret: new Uint8Array(bytes) }
}

/** Makes a passkey. Where the device gives its secret only to one that is there already, the person is asked twice. */
export async function makePrfPasskey(unit: string, salt: string): Promise<Given<PrfPasskey>> {
  const made = await askAuthenticator(
    navigator.credentials.create({
      publicKey: {
        challenge: challenge(),
        timeout: PATIENCE,
        rp: { name: unit },
        user: { id: crypto.getRandomValues(new Uint8Array(16)), name: `segel ${unit}`, displayName: `Segel ${unit}` },
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        extensions: askedFor(salt),
      },
    }),
  )
  if (!made) return null
  const { enabled, secret } = resultsOf(made)
  if (!enabled) return 'no-prf'
  const credential = toBase64Url(new Uint8Array(made.rawId))
  const prf = secret ?? (await secretOfPasskey(credential, salt))
  return prf instanceof Uint8Array ? { credential, prf } : prf
}

export async function secretOfPasskey(credential: string, salt: string): Promise<Given<Bytes>> {
  const id = fromBase64Url(credential)
  if (!id) return 'no-prf'
  const shown = await askAuthenticator(
    navigator.credentials.get({
      publicKey: {
        challenge: challenge(),
        timeout: PATIENCE,
        allowCredentials: [{ type: 'public-key', id }],
        userVerification: 'required',
        extensions: askedFor(salt),
      },
    }),
  )
  return shown && (resultsOf(shown).secret ?? 'no-prf')
}
