import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { PasskeySignIn } from '../../service/contract/account.ts'

export type PasskeyAnswer = PasskeySignIn['passkey']

/** A browser can hold passkeys, and only where the page came over TLS or from this machine. */
export const canUsePasskeys = (): boolean => globalThis.isSecureContext && 'PublicKeyCredential' in globalThis

/** Errors of a person who gave up or a device that could not; the page does not explain them. */
const givenUp = ['NotAllowedError', 'AbortError']

export async function nullIfGivenUp<Answer>(ceremony: Promise<Answer>): Promise<Answer | null> {
  try {
    return await ceremony
  } catch (cause) {
    if (cause instanceof Error && givenUp.includes(cause.name)) return null
    throw cause
  }
}

/** Asks the browser for a passkey. `null` means that the person gave up. */
export async function showPasskey(optionsJSON: PublicKeyCredentialRequestOptionsJSON): Promise<PasskeyAnswer | null> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const answer = await nullIfGivenUp(startAuthentication({ optionsJSON }))
  return answer && toWire(answer)
}

/** Lets the browser make a passkey. `null` means that the person gave up. */
export async function makePasskey(options: object): Promise<PasskeyAnswer | null> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  // The service makes them by the standard's library; its schema names only what it needs itself.
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON
  const answer = await nullIfGivenUp(startRegistration({ optionsJSON }))
  return answer && toWire(answer)
}

interface Credential {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly response: { readonly clientDataJSON: string }
}

const toWire = (answer: Credential): PasskeyAnswer => ({ ...answer, response: { ...answer.response } })
