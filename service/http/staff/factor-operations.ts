import * as accountWire from '../../contract/account.ts'
import type { PushDevice } from '../../offices/staff/account.ts'
import { addPasskey, beginPasskey, removePasskey, renewRecoveryCodes } from '../../offices/staff/account-security.ts'
import { beginTotp, confirmTotp, removeTotp } from '../../offices/staff/authenticator-app.ts'
import { addPushDevice, removePushDevice } from '../../offices/staff/push-devices.ts'
import type { ApiOffice } from '../office.ts'
import { created, json, nothing, op } from '../operation.ts'
import { countGuess, deviceLabel } from './account-operations.ts'

export const factorOperations = [
  op('POST /account/totp', {
    summary: 'Begin with an authenticator app',
    may: 'session',
    answer: json(accountWire.totpOffer, 'The secret, told once; it counts once a code has confirmed it'),
    does: async ({ office, signedIn }) => {
      const { secret, address } = await beginTotp(office, signedIn)
      return { secret, address, qr: office.drawQrCode(address) }
    },
  }),
  op('POST /account/totp/confirmation', {
    summary: 'Show with a code that the app has the secret',
    may: 'session',
    body: accountWire.totpConfirmation,
    answer: json(accountWire.recoveryCodes, 'From now on signing in asks for a code'),
    does: async ({ office, signedIn, body }) => {
      const takeBack = office.limits.beforeConfirming(signedIn.session.id)
      const codes = await countGuess(takeBack, () => confirmTotp(office, signedIn, body.code))
      return { recoveryCodes: codes }
    },
  }),
  op('DELETE /account/totp', {
    summary: 'Do without the authenticator app',
    may: 'session',
    answer: nothing('Removed'),
    does: ({ office, signedIn }) => removeTotp(office, signedIn),
  }),
  op('POST /account/recovery-codes', {
    summary: 'A new set of recovery codes; the old ones are void',
    may: 'session',
    answer: json(accountWire.recoveryCodes, 'Ten codes, told once'),
    does: async ({ office, signedIn }) => ({ recoveryCodes: await renewRecoveryCodes(office, signedIn) }),
  }),
  op('POST /account/passkeys/options', {
    summary: 'Begin to add a passkey',
    may: 'session',
    answer: json(accountWire.passkeyOptions, 'For navigator.credentials.create(); good for five minutes, once'),
    does: async ({ office, signedIn }) => (await beginPasskey(office, signedIn)).options,
  }),
  op('POST /account/passkeys', {
    summary: 'Add a passkey',
    may: 'session',
    body: accountWire.addPasskey,
    answer: created(accountWire.addedPasskey, 'Added'),
    does: async ({ office, signedIn, body }) => {
      const { name, passkey: answer } = body
      const { passkey, recoveryCodes: codes } = await addPasskey(office, signedIn, { name, answer })
      return { passkey, recoveryCodes: codes }
    },
  }),
  op('DELETE /account/passkeys/{id}', {
    summary: 'Remove a passkey',
    may: 'session',
    params: accountWire.ownId.shape,
    answer: nothing('Removed'),
    does: ({ office, signedIn, params }) => removePasskey(office, signedIn, params.id),
  }),
]

const viewOf = async (office: ApiOffice, devices: readonly PushDevice[] = []): Promise<accountWire.PushView> => ({
  key: await office.pushKey(),
  devices,
})

export const pushOperations = [
  op('GET /account/push', {
    summary: 'Which of one’s browsers are woken when something waits, and the key to add one',
    may: 'session',
    answer: json(accountWire.pushView, 'At most five'),
    does: ({ office, signedIn }) => viewOf(office, signedIn.account.pushDevices),
  }),
  op('POST /account/push', {
    summary: 'Have a browser woken when something waits',
    description: 'A push has no content. A woken browser asks how much waits, with its session.',
    may: 'session',
    body: accountWire.addPushDevice,
    answer: json(accountWire.pushView, 'Added; the same browser is not kept twice'),
    does: async ({ office, signedIn, body, c }) => {
      const given = { endpoint: body.endpoint, device: deviceLabel(c.req.header('user-agent')) }
      return viewOf(office, await addPushDevice(office, signedIn, given))
    },
  }),
  op('DELETE /account/push/{id}', {
    summary: 'No longer wake a browser',
    may: 'session',
    params: accountWire.ownId.shape,
    answer: nothing('Removed'),
    does: ({ office, signedIn, params }) => removePushDevice(office, signedIn, params.id),
  }),
]
