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
import type { LeavingPorts } from '../../keeping/accounts/invite-staff.ts'
import {
  forgetPassword,
  type ResetPorts,
  resetPassword,
  resetSecondFactor,
} from '../../keeping/accounts/reset-account.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Log } from '../../shared/tracing.ts'
import { answers, cookie, jsonBody, newApi, refusals, route } from '../openapi.ts'
import { sessionViewOf } from '../views/session-view.ts'
import type { SessionPorts } from './session-routes.ts'

export type AccountLinkPorts = SessionPorts & ResetPorts & LeavingPorts & { readonly log: Log }

const show = route.post('/account-links/inspection', {
  summary: 'To whom and to what a one-time link leads; it stays unused',
  request: jsonBody(linkRequest),
  responses: answers(200, shownLink, 'The link'),
})
const forget = route.post('/session/forgotten-password', {
  summary: 'Have a one-time link to a new password mailed',
  description: 'The answer is the same whether the address has an account or not.',
  request: jsonBody(forgottenPassword),
  responses: { 202: { description: 'If there is such an account, a mail is on its way' }, ...refusals },
})
const password = route.post('/account-links/password', {
  summary: 'Use a one-time link: a new password, which ends all sessions',
  request: jsonBody(resetSchema),
  responses: { 204: { description: 'Set; sign in with it and with the second factor' }, ...refusals },
})
const factor = route.post('/account-links/second-factor', {
  summary: 'Use a one-time link: the second factor goes, and all sessions end',
  request: jsonBody(factorSchema),
  responses: { 204: { description: 'Gone; nothing is read before a new one is set up' }, ...refusals },
})
const unitParam = z.object({ unit: z.string().max(60) })
const accept = route.post('/account/invitations/{unit}/acceptance', {
  summary: 'Accept the invitation of a unit',
  security: cookie,
  request: { params: unitParam, ...jsonBody(acceptSchema) },
  responses: answers(200, sessionView, 'Accepted; the session with the unit in it'),
})
const decline = route.post('/account/invitations/{unit}/refusal', {
  summary: 'Decline the invitation of a unit',
  security: cookie,
  request: { params: unitParam },
  responses: answers(200, sessionView, 'Declined; the session without the invitation'),
})

export function accountLinkRoutes(ports: AccountLinkPorts) {
  const { limits, addressOf, log } = ports

  /** Counts an invalid token as a wrong guess of the address. */
  async function countGuess<T>(address: string, guess: () => Promise<T>): Promise<T> {
    try {
      return await guess()
    } catch (cause) {
      if (cause instanceof Refusal) limits.wrongSecret('invitation', address)
      throw cause
    }
  }

  const api = newApi()
  api.openapi(show, async (c) =>
    c.json(await countGuess(addressOf(c), () => showLink(ports, c.req.valid('json').token)), 200),
  )
  api.openapi(forget, async (c) => {
    const { email } = c.req.valid('json')
    limits.before('reset', addressOf(c))
    void forgetPassword(ports, email, c.get('language')).catch((cause: unknown) => log.error('account', cause))
    return c.body(null, 202)
  })
  api.openapi(password, async (c) => {
    const language = c.get('language')
    await countGuess(addressOf(c), () => resetPassword(ports, { ...c.req.valid('json'), language }))
    return c.body(null, 204)
  })
  api.openapi(factor, async (c) => {
    const language = c.get('language')
    await countGuess(addressOf(c), () => resetSecondFactor(ports, { ...c.req.valid('json'), language }))
    return c.body(null, 204)
  })
  api.openapi(accept, async (c) => {
    const [signedIn, { unit }, { token }] = [c.get('signedIn'), c.req.valid('param'), c.req.valid('json')]
    await acceptMembership(ports, signedIn, { unit, token })
    const account = (await ports.staff.account(signedIn.account.id)) ?? signedIn.account
    return c.json(await sessionViewOf(ports, { ...signedIn, account }), 200)
  })
  api.openapi(decline, async (c) => {
    await declineMembership(ports, c.get('signedIn'), c.req.valid('param').unit)
    return c.json(await sessionViewOf(ports, c.get('signedIn')), 200)
  })
  return api
}
