import { z } from '@hono/zod-openapi'
import {
  acceptMembership as acceptSchema,
  resetSecondFactor as factorSchema,
  forgottenPassword,
  linkRequest,
  resetPassword as resetSchema,
  sessionView,
  shownLink,
} from '../../contract/session.ts'
import { acceptMembership, declineMembership, showLink } from '../../keeping/accounts/accept-invitation.ts'
import { forgetPassword, resetPassword, resetSecondFactor } from '../../keeping/accounts/reset-account.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Office } from '../office.ts'
import { accepted, json, nothing, op } from '../operation.ts'
import { sessionViewOf } from '../views/session-view.ts'

/** Counts an invalid token as a wrong guess of the address. */
async function countGuess<T>(office: Office, address: string, guess: () => Promise<T>): Promise<T> {
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
    body: linkRequest,
    answer: json(shownLink, 'The link'),
    does: ({ office, body, c }) => countGuess(office, office.addressOf(c), () => showLink(office, body.token)),
  }),
  op('POST /session/forgotten-password', {
    summary: 'Have a one-time link to a new password mailed',
    description: 'The answer is the same whether the address has an account or not.',
    body: forgottenPassword,
    answer: accepted('If there is such an account, a mail is on its way'),
    does: async ({ office, language, body, c }) => {
      const { email } = body
      office.limits.before('reset', office.addressOf(c))
      void forgetPassword(office, email, language).catch((cause: unknown) => office.log.error('account', cause))
    },
  }),
  op('POST /account-links/password', {
    summary: 'Use a one-time link: a new password, which ends all sessions',
    body: resetSchema,
    answer: nothing('Set; sign in with it and with the second factor'),
    does: async ({ office, language, body, c }) => {
      await countGuess(office, office.addressOf(c), () => resetPassword(office, { ...body, language }))
    },
  }),
  op('POST /account-links/second-factor', {
    summary: 'Use a one-time link: the second factor goes, and all sessions end',
    body: factorSchema,
    answer: nothing('Gone; nothing is read before a new one is set up'),
    does: async ({ office, language, body, c }) => {
      await countGuess(office, office.addressOf(c), () => resetSecondFactor(office, { ...body, language }))
    },
  }),
  op('POST /account/invitations/{unit}/acceptance', {
    summary: 'Accept the invitation of a unit',
    may: 'session',
    params: { unit: z.string().max(60) },
    body: acceptSchema,
    answer: json(sessionView, 'Accepted; the session with the unit in it'),
    does: async ({ office, signedIn, params, body }) => {
      const { unit } = params
      const { token } = body
      await acceptMembership(office, signedIn, { unit, token })
      const account = (await office.staff.account(signedIn.account.id)) ?? signedIn.account
      return sessionViewOf(office, { ...signedIn, account })
    },
  }),
  op('POST /account/invitations/{unit}/refusal', {
    summary: 'Decline the invitation of a unit',
    may: 'session',
    params: { unit: z.string().max(60) },
    answer: json(sessionView, 'Declined; the session without the invitation'),
    does: async ({ office, signedIn, params }) => {
      await declineMembership(office, signedIn, params.unit)
      return sessionViewOf(office, signedIn)
    },
  }),
]
