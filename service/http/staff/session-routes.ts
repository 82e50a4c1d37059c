import type { Context } from 'hono'
import { passkeyOptions, passkeySignIn, passkeyStart } from '../../contract/account.ts'
import { acceptInvitation as acceptSchema, sessionRequest, sessionView, signInWays } from '../../contract/session.ts'
import { acceptInvitation } from '../../keeping/accounts/accept-invitation.ts'
import { askForPasskey, signInWithPasskey } from '../../offices/staff/account-security.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import { SESSION_LASTS, type SignedIn, signIn, signOut } from '../../offices/staff/sessions.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import type { TakeBack } from '../limits.ts'
import type { Office } from '../office.ts'
import { json, nothing, op } from '../operation.ts'
import { dropCookie, keepCookie } from '../session-cookie.ts'
import { sessionViewOf } from '../views/session-view.ts'
import { deviceLabel } from './device-label.ts'

const wrongGuesses: readonly string[] = ['session/wrong-credentials', 'session/wrong-password', 'session/wrong-totp']

/** Counts a guess only if it was wrong. */
export async function countGuess<T>(takeBack: TakeBack, guess: () => Promise<T>): Promise<T> {
  try {
    const answer = await guess()
    takeBack()
    return answer
  } catch (cause) {
    if (!(cause instanceof Refusal && wrongGuesses.includes(cause.code))) takeBack()
    throw cause
  }
}

/** Sets the cookie of a new session, and logs the sign-in in the person's tenants. */
export async function startSession(
  office: Office,
  c: Context<AppEnv>,
  signedIn: SignedIn & { readonly token: string },
) {
  const cookie = { value: signedIn.token, seconds: SESSION_LASTS / 1_000, sameSite: 'Strict' } as const
  keepCookie(c, office, 'session', cookie)
  c.header('Cache-Control', 'no-store')
  const view = await sessionViewOf(office, signedIn)
  const started = { by: signedIn.account.id, act: 'session.started', subject: null, detail: null } as const
  const written = view.tenants.map(({ tenant }) => office.record(tenant, started))
  if (signedIn.account.operator) written.push(office.record(PLATFORM_UNIT, started))
  await Promise.all(written)
  return view
}

const deviceOf = (c: Context) => deviceLabel(c.req.header('user-agent'))

export const sessionOperations = [
  op('GET /session/ways', {
    summary: 'How one can sign in besides',
    answer: json(signInWays, 'The provider at which /sign-in/start begins'),
    does: ({ office }) => ({ provider: office.identityProvider?.name ?? null }),
  }),
  op('POST /session', {
    summary: 'Sign in',
    description: 'Where the account has an authenticator app, `totp` is its code or a recovery code.',
    body: sessionRequest,
    answer: json(sessionView, 'Signed in; the cookie is set'),
    does: async ({ office, body, c }) => {
      const { proof, totp, ...credentials } = body
      const takeBack = await office.limits.beforeSignIn(office.addressOf(c), credentials.email, proof)
      const device = deviceOf(c)
      const signedIn = await countGuess(takeBack, () => signIn(office, { ...credentials, totp, device }))
      return startSession(office, c, signedIn)
    },
  }),
  op('POST /session/passkey/options', {
    summary: 'Begin to sign in with a passkey',
    body: passkeyStart,
    answer: json(passkeyOptions, 'For navigator.credentials.get(); good for five minutes, once'),
    does: async ({ office, body, c }) => {
      await office.limits.beforePasskey(office.addressOf(c), body.proof)
      c.header('Cache-Control', 'no-store')
      return (await askForPasskey(office)).options
    },
  }),
  op('POST /session/passkey', {
    summary: 'Sign in with a passkey, which counts as two factors',
    body: passkeySignIn,
    answer: json(sessionView, 'Signed in; the cookie is set'),
    does: async ({ office, body, c }) =>
      startSession(office, c, await signInWithPasskey(office, body.passkey, deviceOf(c))),
  }),
  op('POST /invitations/acceptance', {
    summary: 'Accept an invitation with a password of one’s own',
    body: acceptSchema,
    answer: json(sessionView, 'Signed in; the invitation is used up'),
    does: async ({ office, body, c }) => {
      const acceptance = acceptInvitation(office, { ...body, device: deviceOf(c) })
      const signedIn = await acceptance.catch((cause: unknown) => {
        if (cause instanceof Refusal) office.limits.wrongSecret('invitation', office.addressOf(c))
        throw cause
      })
      return startSession(office, c, signedIn)
    },
  }),
  op('GET /session', {
    summary: 'Who is signed in',
    may: 'session',
    answer: json(sessionView, 'The session'),
    does: ({ office, signedIn }) => sessionViewOf(office, signedIn),
  }),
  op('DELETE /session', {
    summary: 'Sign out',
    may: 'session',
    answer: nothing('Signed out'),
    does: async ({ office, signedIn, c }) => {
      await signOut(office, signedIn.session)
      dropCookie(c, office, 'session')
      // It excludes "cookies", which would take those of sibling hosts too, and "storage", where a reporter at this
      // computer may have sealed a draft.
      c.header('Clear-Site-Data', '"cache"')
    },
  }),
]
