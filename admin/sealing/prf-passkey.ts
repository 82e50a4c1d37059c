import { type Bytes, fromBase64Url, toBase64Url, utf8 } from '../../service/sealing/bytes.ts'

/**
 * A secret that an authenticator gives for a salt, and for nothing else (WebAuthn PRF). The passkey is made for this
 * alone: the service neither knows nor asks for it.
 */
interface PrfResults {
  readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: BufferSource } }
}

/** `no-prf`: the authenticator has no such thing. `null`: the person thought better of it. */
type Given<What> = What | 'no-prf' | null

const givenUp = ['NotAllowedError', 'AbortError']

async function unlessGivenUp(asked: Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    const answer = await asked
    return answer instanceof PublicKeyCredential ? answer : null
  } catch (cause) {
    if (cause instanceof Error && givenUp.includes(cause.name)) return null
    throw cause
  }
}

const challenge = () => crypto.getRandomValues(new Uint8Array(32))

export async function makePrfPasskey(unit: string): Promise<Given<string>> {
  const credential = await unlessGivenUp(
    navigator.credentials.create({
      publicKey: {
        challenge: challenge(),
        rp: { name: unit },
        user: { id: crypto.getRandomValues(new Uint8Array(16)), name: `segel ${unit}`, displayName: `Segel ${unit}` },
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        extensions: { prf: {} },
      },
    }),
  )
  if (!credential) return null
  const { prf }: PrfResults = credential.getClientExtensionResults() as PrfResults
  return prf?.enabled ? toBase64Url(new Uint8Array(credential.rawId)) : 'no-prf'
}

export async function secretOfPasskey(credential: string, salt: string): Promise<Given<Bytes>> {
  const id = fromBase64Url(credential)
  if (!id) return 'no-prf'
  const answer = await unlessGivenUp(
    navigator.credentials.get({
      publicKey: {
        challenge: challenge(),
        allowCredentials: [{ type: 'public-key', id }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: utf8(salt) } } },
      },
    }),
  )
  if (!answer) return null
  const { prf }: PrfResults = answer.getClientExtensionResults() as PrfResults
  const first = prf?.results?.first
  if (!first) return 'no-prf'
  return ArrayBuffer.isView(first) ? new Uint8Array(first.buffer.slice(0) as ArrayBuffer) : new Uint8Array(first)
}
