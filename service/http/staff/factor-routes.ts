import {
  addedPasskey,
  addPasskey as addSchema,
  ownId,
  passkeyOptions,
  recoveryCodes,
  totpConfirmation,
  totpOffer,
} from '../../contract/account.ts'
import { addPasskey, beginPasskey, removePasskey, renewRecoveryCodes } from '../../offices/staff/account-security.ts'
import { beginTotp, confirmTotp, removeTotp } from '../../offices/staff/authenticator-app.ts'
import { created, json, nothing, op } from '../operation.ts'
import { passkeyViewOf } from '../views/session-view.ts'
import { countGuess } from './session-routes.ts'

export const factorOperations = [
  op('POST /account/totp', {
    summary: 'Begin with an authenticator app',
    may: 'session',
    answer: json(totpOffer, 'The secret, told once; it counts once a code has confirmed it'),
    does: async ({ office, signedIn }) => {
      const { secret, address } = await beginTotp(office, signedIn)
      return { secret, address, qr: office.drawQrCode(address) }
    },
  }),
  op('POST /account/totp/confirmation', {
    summary: 'Show with a code that the app has the secret',
    may: 'session',
    body: totpConfirmation,
    answer: json(recoveryCodes, 'From now on signing in asks for a code'),
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
    does: async ({ office, signedIn }) => {
      await removeTotp(office, signedIn)
    },
  }),
  op('POST /account/recovery-codes', {
    summary: 'A new set of recovery codes; the old ones are void',
    may: 'session',
    answer: json(recoveryCodes, 'Ten codes, told once'),
    does: async ({ office, signedIn }) => ({ recoveryCodes: await renewRecoveryCodes(office, signedIn) }),
  }),
  op('POST /account/passkeys/options', {
    summary: 'Begin to add a passkey',
    may: 'session',
    answer: json(passkeyOptions, 'For navigator.credentials.create(); good for five minutes, once'),
    does: async ({ office, signedIn }) => (await beginPasskey(office, signedIn)).options,
  }),
  op('POST /account/passkeys', {
    summary: 'Add a passkey',
    may: 'session',
    body: addSchema,
    answer: created(addedPasskey, 'Added'),
    does: async ({ office, signedIn, body }) => {
      const { name, passkey: answer } = body
      const { passkey, recoveryCodes: codes } = await addPasskey(office, signedIn, { name, answer })
      return { passkey: passkeyViewOf(passkey), recoveryCodes: codes }
    },
  }),
  op('DELETE /account/passkeys/{id}', {
    summary: 'Remove a passkey',
    may: 'session',
    params: ownId.shape,
    answer: nothing('Removed'),
    does: async ({ office, signedIn, params }) => {
      await removePasskey(office, signedIn, params.id)
    },
  }),
]
