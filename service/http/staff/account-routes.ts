import {
  accountView,
  changePassword as changeSchema,
  confirmation,
  confirmed,
  ownId,
  passkeyOptions,
} from '../../contract/account.ts'
import {
  askForOwnPasskey,
  CONFIRMATION_LASTS,
  confirmSession,
  readAccountSecurity,
} from '../../offices/staff/account-security.ts'
import { changePassword } from '../../offices/staff/begin-anew.ts'
import { forgetPushDevices } from '../../offices/staff/push-devices.ts'
import { endOtherSessions, endSession } from '../../offices/staff/sessions.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import { json, nothing, op } from '../operation.ts'
import { accountViewOf } from '../views/session-view.ts'
import { countGuess } from './session-routes.ts'

export const accountOperations = [
  op('GET /account', {
    summary: 'How one’s own account is guarded, and where one is signed in',
    may: 'session',
    answer: json(accountView, 'The account'),
    does: async ({ office, signedIn }) => {
      return accountViewOf(await readAccountSecurity(office, signedIn), signedIn)
    },
  }),
  op('POST /account/password', {
    summary: 'Change the password, which ends all other sessions',
    may: 'session',
    body: changeSchema,
    answer: nothing('Changed'),
    does: async ({ office, signedIn, body }) => {
      const takeBack = office.limits.beforeConfirming(signedIn.session.id)
      await countGuess(takeBack, () => changePassword(office, signedIn, body))
    },
  }),
  op('DELETE /account/sessions/{id}', {
    summary: 'End one of one’s own sessions',
    may: 'session',
    params: ownId.shape,
    answer: nothing('Ended; its next call is refused'),
    does: async ({ office, signedIn, params }) => {
      await endSession(office, signedIn, params.id)
    },
  }),
  op('DELETE /account/sessions', {
    summary: 'End all of one’s own sessions but this one, and wake no browser any more',
    may: 'session',
    answer: nothing('Ended'),
    does: async ({ office, signedIn }) => {
      await endOtherSessions(office, signedIn)
      await forgetPushDevices(office, signedIn.account.id)
    },
  }),
  op('POST /session/confirmation', {
    summary: 'Prove once more who one is, before a dangerous act',
    may: 'session',
    body: confirmation,
    answer: json(confirmed, 'Confirmed for ten minutes'),
    does: async ({ office, signedIn, body }) => {
      const takeBack = office.limits.beforeConfirming(signedIn.session.id)
      const session = await countGuess(takeBack, () => confirmSession(office, signedIn, body))
      return { confirmedUntil: plusMilliseconds(session.confirmedAt, CONFIRMATION_LASTS) }
    },
  }),
  op('POST /session/confirmation/passkey-options', {
    summary: 'Begin to confirm with a passkey',
    may: 'session',
    answer: json(passkeyOptions, 'For navigator.credentials.get(); good for five minutes, once'),
    does: async ({ office, signedIn }) => (await askForOwnPasskey(office, signedIn)).options,
  }),
]
