import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import type { SessionView, ShownLinkView, SignInWays } from '../../service/contract/account.ts'
import { forgetToday } from './offline/kept-today.ts'
import type { Calls } from './operations.ts'
import type { PasskeyAnswer } from './passkeys.ts'
import { ServiceProblem } from './problems.ts'
import type { Transport } from './transport.ts'

export interface SignIn {
  readonly email: string
  readonly password: string
  readonly totp?: string | undefined
}

/** Signing in and out, and the links of invitations and resets. */
export function createSessionClient(transport: Transport, { call }: Calls) {
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
    /** Does the work that a door under attack asks for, then knocks again. */
    signIn: (request: SignIn): Promise<SessionView> =>
      withProof((proof) => session(call('POST /session', { body: { ...request, proof }, withoutSession: true }))),
    askForPasskey: (): Promise<PublicKeyCredentialRequestOptionsJSON> =>
      withProof((proof) => call('POST /session/passkey/options', { body: { proof }, withoutSession: true })),
    signInWithPasskey: (passkey: PasskeyAnswer): Promise<SessionView> =>
      session(call('POST /session/passkey', { body: { passkey }, withoutSession: true })),
    acceptInvitation: (body: { token: string; password: string }): Promise<SessionView> =>
      session(call('POST /invitations/acceptance', { body, withoutSession: true })),
    showLink: (token: string): Promise<ShownLinkView> =>
      call('POST /account-links/inspection', { body: { token }, withoutSession: true }),
    forgetPassword: (email: string): Promise<void> =>
      call('POST /session/forgotten-password', { body: { email }, withoutSession: true }),
    resetPassword: (body: { token: string; password: string }): Promise<void> =>
      call('POST /account-links/password', { body, withoutSession: true }),
    resetSecondFactor: (body: { token: string; password: string }): Promise<void> =>
      call('POST /account-links/second-factor', { body, withoutSession: true }),
    acceptMembership: (one: string, token?: string): Promise<SessionView> =>
      session(
        call('POST /account/invitations/{unit}/acceptance', { params: { unit: one }, body: token ? { token } : {} }),
      ),
    declineMembership: (one: string): Promise<SessionView> =>
      session(call('POST /account/invitations/{unit}/refusal', { params: { unit: one } })),
    readSignInWays: (): Promise<SignInWays> => call('GET /session/ways', { withoutSession: true }),
    readSession: (): Promise<SessionView> => session(call('GET /session', { withoutSession: true })),
    signOut: (): Promise<void> => {
      forgetToday()
      // Once more at the end: a list that was on its way may have come meanwhile.
      return call('DELETE /session', { withoutSession: true }).finally(forgetToday)
    },
  }
}

export type SessionClient = ReturnType<typeof createSessionClient>
