import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import type { SessionView, ShownLinkView, SignInWays } from '../../service/contract/session.ts'
import { forgetToday } from './offline/kept-today.ts'
import type { PasskeyAnswer } from './passkeys.ts'
import { ServiceProblem } from './problems.ts'
import type { Transport } from './transport.ts'

export interface SignIn {
  readonly email: string
  readonly password: string
  readonly totp?: string | undefined
}

/** Signing in and out, and the links of invitations and resets. */
export interface SessionClient {
  /** Does the work that a door under attack asks for, then knocks again. */
  signIn(request: SignIn): Promise<SessionView>
  askForPasskey(): Promise<PublicKeyCredentialRequestOptionsJSON>
  signInWithPasskey(passkey: PasskeyAnswer): Promise<SessionView>
  acceptInvitation(request: { token: string; password: string }): Promise<SessionView>
  showLink(token: string): Promise<ShownLinkView>
  forgetPassword(email: string): Promise<void>
  resetPassword(request: { token: string; password: string }): Promise<void>
  resetSecondFactor(request: { token: string; password: string }): Promise<void>
  acceptMembership(unit: string, token?: string): Promise<SessionView>
  declineMembership(unit: string): Promise<SessionView>
  readSignInWays(): Promise<SignInWays>
  readSession(): Promise<SessionView>
  signOut(): Promise<void>
}

export function createSessionClient(transport: Transport): SessionClient {
  const { json, send } = transport

  async function session(answer: Promise<SessionView>): Promise<SessionView> {
    const view = await answer
    transport.keepCsrf(view.csrf)
    return view
  }

  async function withProof<Answer>(knock: (proof?: string) => Promise<Answer>): Promise<Answer> {
    try {
      return await knock()
    } catch (cause) {
      if (!(cause instanceof ServiceProblem) || cause.problem.code !== 'limit/proof-needed') throw cause
      const { solveProof } = await import('./solve-proof.ts')
      const proof = await solveProof(cause.challenge)
      if (!proof) throw cause
      return knock(proof)
    }
  }

  return {
    signIn: (request) =>
      withProof((proof) => session(json('POST', '/session', { body: { ...request, proof }, withoutSession: true }))),
    askForPasskey: () =>
      withProof((proof) => json('POST', '/session/passkey/options', { body: { proof }, withoutSession: true })),
    signInWithPasskey: (passkey) =>
      session(json('POST', '/session/passkey', { body: { passkey }, withoutSession: true })),
    acceptInvitation: (body) => session(json('POST', '/invitations/acceptance', { body, withoutSession: true })),
    showLink: (token) => json('POST', '/account-links/inspection', { body: { token }, withoutSession: true }),
    forgetPassword: (email) => send('POST', '/session/forgotten-password', { body: { email }, withoutSession: true }),
    resetPassword: (body) => send('POST', '/account-links/password', { body, withoutSession: true }),
    resetSecondFactor: (body) => send('POST', '/account-links/second-factor', { body, withoutSession: true }),
    acceptMembership: (one, token) =>
      session(json('POST', `/account/invitations/${one}/acceptance`, { body: token ? { token } : {} })),
    declineMembership: (one) => session(json('POST', `/account/invitations/${one}/refusal`)),
    readSignInWays: () => json('GET', '/session/ways', { withoutSession: true }),
    readSession: () => session(json('GET', '/session', { withoutSession: true })),
    signOut: () => {
      forgetToday()
      return send('DELETE', '/session', { withoutSession: true })
    },
  }
}
