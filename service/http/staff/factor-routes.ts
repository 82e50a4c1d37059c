import {
  addedPasskey,
  addPasskey as addSchema,
  ownId,
  passkeyOptions,
  recoveryCodes,
  totpConfirmation,
  totpOffer,
} from '../../contract/account.ts'
import {
  type AccountPorts,
  addPasskey,
  beginPasskey,
  removePasskey,
  renewRecoveryCodes,
} from '../../offices/staff/account-security.ts'
import { beginTotp, confirmTotp, removeTotp } from '../../offices/staff/authenticator-app.ts'
import type { Limits } from '../limits.ts'
import { answers, cookie, jsonBody, newApi, refusals, route } from '../openapi.ts'
import { passkeyViewOf } from '../views/session-view.ts'
import { countGuess } from './session-routes.ts'

export interface FactorPorts extends AccountPorts {
  readonly limits: Limits
  /** A QR code as SVG. */
  readonly drawQrCode: (text: string) => string
}

const beginApp = route.post('/account/totp', {
  summary: 'Begin with an authenticator app',
  security: cookie,
  responses: answers(200, totpOffer, 'The secret, told once; it counts once a code has confirmed it'),
})
const confirmApp = route.post('/account/totp/confirmation', {
  summary: 'Show with a code that the app has the secret',
  security: cookie,
  request: jsonBody(totpConfirmation),
  responses: answers(200, recoveryCodes, 'From now on signing in asks for a code'),
})
const removeApp = route.delete('/account/totp', {
  summary: 'Do without the authenticator app',
  security: cookie,
  responses: { 204: { description: 'Removed' }, ...refusals },
})
const renew = route.post('/account/recovery-codes', {
  summary: 'A new set of recovery codes; the old ones are void',
  security: cookie,
  responses: answers(200, recoveryCodes, 'Ten codes, told once'),
})
const startPasskey = route.post('/account/passkeys/options', {
  summary: 'Begin to add a passkey',
  security: cookie,
  responses: answers(200, passkeyOptions, 'For navigator.credentials.create(); good for five minutes, once'),
})
const add = route.post('/account/passkeys', {
  summary: 'Add a passkey',
  security: cookie,
  request: jsonBody(addSchema),
  responses: answers(201, addedPasskey, 'Added'),
})
const remove = route.delete('/account/passkeys/{id}', {
  summary: 'Remove a passkey',
  security: cookie,
  request: { params: ownId },
  responses: { 204: { description: 'Removed' }, ...refusals },
})

export function factorRoutes(ports: FactorPorts) {
  const api = newApi()
  api.openapi(beginApp, async (c) => {
    const { secret, address } = await beginTotp(ports, c.get('signedIn'))
    return c.json({ secret, address, qr: ports.drawQrCode(address) }, 200)
  })
  api.openapi(confirmApp, async (c) => {
    const signedIn = c.get('signedIn')
    const takeBack = ports.limits.beforeConfirming(signedIn.session.id)
    const codes = await countGuess(takeBack, () => confirmTotp(ports, signedIn, c.req.valid('json').code))
    return c.json({ recoveryCodes: codes }, 200)
  })
  api.openapi(removeApp, async (c) => {
    await removeTotp(ports, c.get('signedIn'))
    return c.body(null, 204)
  })
  api.openapi(renew, async (c) => c.json({ recoveryCodes: await renewRecoveryCodes(ports, c.get('signedIn')) }, 200))
  api.openapi(startPasskey, async (c) => c.json((await beginPasskey(ports, c.get('signedIn'))).options, 200))
  api.openapi(add, async (c) => {
    const { name, passkey: answer } = c.req.valid('json')
    const { passkey, recoveryCodes: codes } = await addPasskey(ports, c.get('signedIn'), { name, answer })
    return c.json({ passkey: passkeyViewOf(passkey), recoveryCodes: codes }, 201)
  })
  api.openapi(remove, async (c) => {
    await removePasskey(ports, c.get('signedIn'), c.req.valid('param').id)
    return c.body(null, 204)
  })
  return api
}
