import {
  accountView,
  changePassword as changeSchema,
  confirmation,
  confirmed,
  ownId,
  passkeyOptions,
} from '../../contract/account.ts'
import {
  type AccountPorts,
  askForOwnPasskey,
  CONFIRMATION_LASTS,
  confirmSession,
  readAccountSecurity,
} from '../../offices/staff/account-security.ts'
import { changePassword } from '../../offices/staff/begin-anew.ts'
import { forgetPushDevices } from '../../offices/staff/push-devices.ts'
import { endOtherSessions, endSession } from '../../offices/staff/sessions.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import type { Limits } from '../limits.ts'
import { answers, cookie, jsonBody, newApi, refusals, route } from '../openapi.ts'
import { accountViewOf } from '../views/session-view.ts'
import { countGuess } from './session-routes.ts'

const show = route.get('/account', {
  summary: 'How one’s own account is guarded, and where one is signed in',
  security: cookie,
  responses: answers(200, accountView, 'The account'),
})
const change = route.post('/account/password', {
  summary: 'Change the password, which ends all other sessions',
  security: cookie,
  request: jsonBody(changeSchema),
  responses: { 204: { description: 'Changed' }, ...refusals },
})
const endOne = route.delete('/account/sessions/{id}', {
  summary: 'End one of one’s own sessions',
  security: cookie,
  request: { params: ownId },
  responses: { 204: { description: 'Ended; its next call is refused' }, ...refusals },
})
const endOthers = route.delete('/account/sessions', {
  summary: 'End all of one’s own sessions but this one, and wake no browser any more',
  security: cookie,
  responses: { 204: { description: 'Ended' }, ...refusals },
})
const confirm = route.post('/session/confirmation', {
  summary: 'Prove once more who one is, before a dangerous act',
  security: cookie,
  request: jsonBody(confirmation),
  responses: answers(200, confirmed, 'Confirmed for ten minutes'),
})
const startPasskey = route.post('/session/confirmation/passkey-options', {
  summary: 'Begin to confirm with a passkey',
  security: cookie,
  responses: answers(200, passkeyOptions, 'For navigator.credentials.get(); good for five minutes, once'),
})

export function accountRoutes(ports: AccountPorts & { readonly limits: Limits }) {
  const { limits } = ports
  const api = newApi()
  api.openapi(show, async (c) => {
    const signedIn = c.get('signedIn')
    return c.json(accountViewOf(await readAccountSecurity(ports, signedIn), signedIn), 200)
  })
  api.openapi(change, async (c) => {
    const signedIn = c.get('signedIn')
    const takeBack = limits.beforeConfirming(signedIn.session.id)
    await countGuess(takeBack, () => changePassword(ports, signedIn, c.req.valid('json')))
    return c.body(null, 204)
  })
  api.openapi(endOne, async (c) => {
    await endSession(ports, c.get('signedIn'), c.req.valid('param').id)
    return c.body(null, 204)
  })
  api.openapi(endOthers, async (c) => {
    await endOtherSessions(ports, c.get('signedIn'))
    await forgetPushDevices(ports, c.get('signedIn').account.id)
    return c.body(null, 204)
  })
  api.openapi(confirm, async (c) => {
    const signedIn = c.get('signedIn')
    const takeBack = limits.beforeConfirming(signedIn.session.id)
    const session = await countGuess(takeBack, () => confirmSession(ports, signedIn, c.req.valid('json')))
    return c.json({ confirmedUntil: plusMilliseconds(session.confirmedAt, CONFIRMATION_LASTS) }, 200)
  })
  api.openapi(startPasskey, async (c) => c.json((await askForOwnPasskey(ports, c.get('signedIn'))).options, 200))
  return api
}
