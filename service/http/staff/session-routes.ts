import type { Context } from 'hono'
import { passkeyOptions, passkeySignIn, passkeyStart } from '../../contract/account.ts'
import { acceptInvitation as acceptSchema, sessionRequest, sessionView, signInWays } from '../../contract/session.ts'
import { acceptInvitation } from '../../keeping/accounts/accept-invitation.ts'
import type { ManageStaffPorts } from '../../keeping/accounts/invite-staff.ts'
import { type AccountPorts, askForPasskey, signInWithPasskey } from '../../offices/staff/account-security.ts'
import type { ProviderPorts } from '../../offices/staff/identity-provider.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import { SESSION_LASTS, type SignedIn, signIn, signOut } from '../../offices/staff/sessions.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AddressOf } from '../address.ts'
import type { AppEnv } from '../app-env.ts'
import { identifyStaff } from '../identify-staff.ts'
import type { Limits, TakeBack } from '../limits.ts'
import { answers, cookie, jsonBody, newApi, refusals, route } from '../openapi.ts'
import { type CookiePorts, dropCookie, keepCookie } from '../session-cookie.ts'
import { type SessionViewPorts, sessionViewOf } from '../views/session-view.ts'
import { deviceLabel } from './device-label.ts'

export interface SessionPorts
  extends ManageStaffPorts,
    AccountPorts,
    SessionViewPorts,
    CookiePorts,
    Pick<ProviderPorts, 'identityProvider'> {
  readonly limits: Limits
  readonly addressOf: AddressOf
}

const open = route.post('/session', {
  summary: 'Sign in',
  description: 'Where the account has an authenticator app, `totp` is its code or a recovery code.',
  request: jsonBody(sessionRequest),
  responses: answers(200, sessionView, 'Signed in; the cookie is set'),
})
const ways = route.get('/session/ways', {
  summary: 'How one can sign in besides',
  responses: answers(200, signInWays, 'The provider at which /sign-in/start begins'),
})
const startPasskey = route.post('/session/passkey/options', {
  summary: 'Begin to sign in with a passkey',
  request: jsonBody(passkeyStart),
  responses: answers(200, passkeyOptions, 'For navigator.credentials.get(); good for five minutes, once'),
})
const openByPasskey = route.post('/session/passkey', {
  summary: 'Sign in with a passkey, which counts as two factors',
  request: jsonBody(passkeySignIn),
  responses: answers(200, sessionView, 'Signed in; the cookie is set'),
})
const show = route.get('/session', {
  summary: 'Who is signed in',
  security: cookie,
  responses: answers(200, sessionView, 'The session'),
})
const end = route.delete('/session', {
  summary: 'Sign out',
  security: cookie,
  responses: { 204: { description: 'Signed out' }, ...refusals },
})
const accept = route.post('/invitations/acceptance', {
  summary: 'Accept an invitation with a password of one’s own',
  request: jsonBody(acceptSchema),
  responses: answers(200, sessionView, 'Signed in; the invitation is used up'),
})

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
export const sessionStarter =
  (ports: SessionPorts) => async (c: Context<AppEnv>, signedIn: SignedIn & { readonly token: string }) => {
    const cookie = { value: signedIn.token, seconds: SESSION_LASTS / 1_000, sameSite: 'Strict' } as const
    keepCookie(c, ports, 'session', cookie)
    c.header('Cache-Control', 'no-store')
    const view = await sessionViewOf(ports, signedIn)
    const started = { by: signedIn.account.id, act: 'session.started', subject: null, detail: null } as const
    const written = view.tenants.map(({ tenant }) => ports.record(tenant, started))
    if (signedIn.account.operator) written.push(ports.record(PLATFORM_UNIT, started))
    await Promise.all(written)
    return view
  }

export function sessionRoutes(ports: SessionPorts) {
  const { limits, addressOf } = ports
  const deviceOf = (c: Context) => deviceLabel(c.req.header('user-agent'))

  const begin = sessionStarter(ports)
  // People who still owe a second factor may see that they do, and sign out.
  const anySession = identifyStaff(ports, () => true)

  const api = newApi()
  api.use(show.path, (c, next) => (c.req.method === 'POST' ? next() : anySession(c, next)))
  api.openapi(ways, (c) => c.json({ provider: ports.identityProvider?.name ?? null }, 200))
  api.openapi(open, async (c) => {
    const { proof, totp, ...credentials } = c.req.valid('json')
    const takeBack = await limits.beforeSignIn(addressOf(c), credentials.email, proof)
    const device = deviceOf(c)
    const signedIn = await countGuess(takeBack, () => signIn(ports, { ...credentials, totp, device }))
    return c.json(await begin(c, signedIn), 200)
  })
  api.openapi(startPasskey, async (c) => {
    await limits.beforePasskey(addressOf(c), c.req.valid('json').proof)
    c.header('Cache-Control', 'no-store')
    return c.json((await askForPasskey(ports)).options, 200)
  })
  api.openapi(openByPasskey, async (c) =>
    c.json(await begin(c, await signInWithPasskey(ports, c.req.valid('json').passkey, deviceOf(c))), 200),
  )
  api.openapi(accept, async (c) => {
    const acceptance = acceptInvitation(ports, { ...c.req.valid('json'), device: deviceOf(c) })
    const signedIn = await acceptance.catch((cause: unknown) => {
      if (cause instanceof Refusal) limits.wrongSecret('invitation', addressOf(c))
      throw cause
    })
    return c.json(await begin(c, signedIn), 200)
  })
  api.openapi(show, async (c) => c.json(await sessionViewOf(ports, c.get('signedIn')), 200))
  api.openapi(end, async (c) => {
    await signOut(ports, c.get('signedIn').session)
    dropCookie(c, ports, 'session')
    // It excludes "cookies", which would take those of sibling hosts too, and "storage", where a reporter at this
    // computer may have sealed a draft.
    c.header('Clear-Site-Data', '"cache"')
    return c.body(null, 204)
  })
  return api
}
