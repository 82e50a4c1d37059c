import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as accountWire from '../../contract/account.ts'
import * as invitations from '../../keeping/accounts/accept-invitation.ts'
import { forgetPassword, resetPassword, resetSecondFactor } from '../../keeping/accounts/reset-account.ts'
import * as security from '../../offices/staff/account-security.ts'
import { changePassword } from '../../offices/staff/begin-anew.ts'
import { forgetPushDevices } from '../../offices/staff/push-devices.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import * as sessions from '../../offices/staff/sessions.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import type { TakeBack } from '../limits.ts'
import type { ApiOffice } from '../office.ts'
import { accepted, json, nothing, op } from '../operation.ts'
import { dropCookie, keepCookie } from '../session-cookie.ts'
import { accountViewOf, sessionViewOf } from '../views/staff-view.ts'

const browsers = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const

const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

type Marks = readonly (readonly [mark: string, name: string])[]

// Browsers also name those that they imitate, so the first mark that fits is the true one.
const findMark = (marks: Marks, userAgent: string) => marks.find(([mark]) => userAgent.includes(mark))?.[1]

/** `Firefox, Windows` is enough to recognise one's own device. `null` means unknown. */
export function deviceLabel(userAgent: string | undefined): string | null {
  const parts = [browsers, systems].flatMap((marks) => findMark(marks, userAgent ?? '') ?? [])
  return parts.length > 0 ? parts.join(', ') : null
}

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
  office: ApiOffice,
  c: Context<AppEnv>,
  signedIn: sessions.SignedIn & { readonly token: string },
) {
  const cookie = { value: signedIn.token, seconds: sessions.SESSION_LASTS / 1_000, sameSite: 'Strict' } as const
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
    answer: json(accountWire.signInWays, 'The provider at which /sign-in/start begins'),
    does: ({ office }) => ({ provider: office.identityProvider?.name ?? null }),
  }),
  op('POST /session', {
    summary: 'Sign in',
    description: 'Where the account has an authenticator app, `totp` is its code or a recovery code.',
    body: accountWire.sessionRequest,
    answer: json(accountWire.sessionView, 'Signed in; the cookie is set'),
    does: async ({ office, body, c }) => {
      const { proof, totp, ...credentials } = body
      const takeBack = await office.limits.beforeSignIn(office.addressOf(c), credentials.email, proof)
      const device = deviceOf(c)
      const signedIn = await countGuess(takeBack, () => sessions.signIn(office, { ...credentials, totp, device }))
      return startSession(office, c, signedIn)
    },
  }),
  op('POST /session/passkey/options', {
    summary: 'Begin to sign in with a passkey',
    body: accountWire.passkeyStart,
    answer: json(accountWire.passkeyOptions, 'For navigator.credentials.get(); good for five minutes, once'),
    does: async ({ office, body, c }) => {
      await office.limits.beforePasskey(office.addressOf(c), body.proof)
      c.header('Cache-Control', 'no-store')
      return (await security.askForPasskey(office)).options
    },
  }),
  op('POST /session/passkey', {
    summary: 'Sign in with a passkey, which counts as two factors',
    body: accountWire.passkeySignIn,
    answer: json(accountWire.sessionView, 'Signed in; the cookie is set'),
    does: async ({ office, body, c }) =>
      startSession(office, c, await security.signInWithPasskey(office, body.passkey, deviceOf(c))),
  }),
  op('POST /invitations/acceptance', {
    summary: 'Accept an invitation with a password of one’s own',
    body: accountWire.acceptInvitation,
    answer: json(accountWire.sessionView, 'Signed in; the invitation is used up'),
    does: async ({ office, body, c }) => {
      const acceptance = invitations.acceptInvitation(office, { ...body, device: deviceOf(c) })
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
    answer: json(accountWire.sessionView, 'The session'),
    does: ({ office, signedIn }) => sessionViewOf(office, signedIn),
  }),
  op('DELETE /session', {
    summary: 'Sign out',
    may: 'session',
    answer: nothing('Signed out'),
    does: async ({ office, signedIn, c }) => {
      await sessions.signOut(office, signedIn.session)
      dropCookie(c, office, 'session')
      // It excludes "cookies", which would take those of sibling hosts too, and "storage", where a reporter at this
      // computer may have sealed a draft.
      c.header('Clear-Site-Data', '"cache"')
    },
  }),
]

export const accountOperations = [
  op('GET /account', {
    summary: 'How one’s own account is guarded, and where one is signed in',
    may: 'session',
    answer: json(accountWire.accountView, 'The account'),
    does: async ({ office, signedIn }) => accountViewOf(await security.readAccountSecurity(office, signedIn), signedIn),
  }),
  op('POST /account/password', {
    summary: 'Change the password, which ends all other sessions',
    may: 'session',
    body: accountWire.changePassword,
    answer: nothing('Changed'),
    does: async ({ office, signedIn, body }) => {
      const takeBack = office.limits.beforeConfirming(signedIn.session.id)
      await countGuess(takeBack, () => changePassword(office, signedIn, body))
    },
  }),
  op('DELETE /account/sessions/{id}', {
    summary: 'End one of one’s own sessions',
    may: 'session',
    params: accountWire.ownId.shape,
    answer: nothing('Ended; its next call is refused'),
    does: ({ office, signedIn, params }) => sessions.endSession(office, signedIn, params.id),
  }),
  op('DELETE /account/sessions', {
    summary: 'End all of one’s own sessions but this one, and wake no browser any more',
    may: 'session',
    answer: nothing('Ended'),
    does: async ({ office, signedIn }) => {
      await sessions.endOtherSessions(office, signedIn)
      await forgetPushDevices(office, signedIn.account.id)
    },
  }),
  op('POST /session/confirmation', {
    summary: 'Prove once more who one is, before a dangerous act',
    may: 'session',
    body: accountWire.confirmation,
    answer: json(accountWire.confirmed, 'Confirmed for ten minutes'),
    does: async ({ office, signedIn, body }) => {
      const takeBack = office.limits.beforeConfirming(signedIn.session.id)
      const session = await countGuess(takeBack, () => security.confirmSession(office, signedIn, body))
      return { confirmedUntil: plusMilliseconds(session.confirmedAt, security.CONFIRMATION_LASTS) }
    },
  }),
  op('POST /session/confirmation/passkey-options', {
    summary: 'Begin to confirm with a passkey',
    may: 'session',
    answer: json(accountWire.passkeyOptions, 'For navigator.credentials.get(); good for five minutes, once'),
    does: async ({ office, signedIn }) => (await security.askForOwnPasskey(office, signedIn)).options,
  }),
]

async function countLinkGuess<T>(office: ApiOffice, address: string, guess: () => Promise<T>): Promise<T> {
  try {
    return await guess()
  } catch (cause) {
    if (cause instanceof Refusal) office.limits.wrongSecret('invitation', address)
    throw cause
  }
}

export const accountLinkOperations = [
  op('POST /account-links/inspection', {
    summary: 'To whom and to what a one-time link leads; it stays unused',
    body: accountWire.linkRequest,
    answer: json(accountWire.shownLink, 'The link'),
    does: ({ office, body, c }) =>
      countLinkGuess(office, office.addressOf(c), () => invitations.showLink(office, body.token)),
  }),
  op('POST /session/forgotten-password', {
    summary: 'Have a one-time link to a new password mailed',
    description: 'The answer is the same whether the address has an account or not.',
    body: accountWire.forgottenPassword,
    answer: accepted('If there is such an account, a mail is on its way'),
    does: async ({ office, language, body, c }) => {
      office.limits.before('reset', office.addressOf(c))
      void forgetPassword(office, body.email, language).catch((cause: unknown) => office.log.error('account', cause))
    },
  }),
  op('POST /account-links/password', {
    summary: 'Use a one-time link: a new password, which ends all sessions',
    body: accountWire.resetPassword,
    answer: nothing('Set; sign in with it and with the second factor'),
    does: ({ office, language, body, c }) =>
      countLinkGuess(office, office.addressOf(c), () => resetPassword(office, { ...body, language })),
  }),
  op('POST /account-links/second-factor', {
    summary: 'Use a one-time link: the second factor goes, and all sessions end',
    body: accountWire.resetSecondFactor,
    answer: nothing('Gone; nothing is read before a new one is set up'),
    does: ({ office, language, body, c }) =>
      countLinkGuess(office, office.addressOf(c), () => resetSecondFactor(office, { ...body, language })),
  }),
  op('POST /account/invitations/{unit}/acceptance', {
    summary: 'Accept the invitation of a unit',
    may: 'session',
    params: { unit: z.string().max(60) },
    body: accountWire.acceptMembership,
    answer: json(accountWire.sessionView, 'Accepted; the session with the unit in it'),
    does: async ({ office, signedIn, params, body }) => {
      const { unit } = params
      const { token } = body
      await invitations.acceptMembership(office, signedIn, { unit, token })
      const account = (await office.staff.account(signedIn.account.id)) ?? signedIn.account
      return sessionViewOf(office, { ...signedIn, account })
    },
  }),
  op('POST /account/invitations/{unit}/refusal', {
    summary: 'Decline the invitation of a unit',
    may: 'session',
    params: { unit: z.string().max(60) },
    answer: json(accountWire.sessionView, 'Declined; the session without the invitation'),
    does: async ({ office, signedIn, params }) => {
      await invitations.declineMembership(office, signedIn, params.unit)
      return sessionViewOf(office, signedIn)
    },
  }),
]
