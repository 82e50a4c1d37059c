import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type {
  AccountView,
  addedPasskey,
  Confirmation,
  changePassword,
  recoveryCodes,
  TotpOfferView,
} from '../../service/contract/account.ts'
import type { PushView } from '../../service/contract/push.ts'
import type { PasskeyAnswer } from './passkeys.ts'
import type { Transport } from './transport.ts'

type Read<Schema extends { _zod: { output: unknown } }> = Schema['_zod']['output']

/** Calls about one's own account, whatever the unit. */
export function createAccountClient({ json, send }: Transport) {
  // A wrong password or code is the answer itself, not the end of the session.
  const judged = (body: unknown) => ({ body, answersWrong: true })
  return {
    read: (signal?: AbortSignal): Promise<AccountView> => json('GET', '/account', { signal }),
    changePassword: (request: Read<typeof changePassword>): Promise<void> =>
      send('POST', '/account/password', judged(request)),
    /** Proves once more who one is. */
    confirm: (proof: Confirmation): Promise<void> => send('POST', '/session/confirmation', judged(proof)),
    askForPasskey: (): Promise<PublicKeyCredentialRequestOptionsJSON> =>
      json('POST', '/session/confirmation/passkey-options'),
    beginTotp: (): Promise<TotpOfferView> => json('POST', '/account/totp'),
    confirmTotp: (code: string): Promise<Read<typeof recoveryCodes>> =>
      json('POST', '/account/totp/confirmation', judged({ code })),
    removeTotp: (): Promise<void> => send('DELETE', '/account/totp'),
    renewRecoveryCodes: (): Promise<Read<typeof recoveryCodes>> => json('POST', '/account/recovery-codes'),
    beginPasskey: (): Promise<PublicKeyCredentialCreationOptionsJSON> => json('POST', '/account/passkeys/options'),
    addPasskey: (name: string, passkey: PasskeyAnswer): Promise<Read<typeof addedPasskey>> =>
      json('POST', '/account/passkeys', { body: { name, passkey } }),
    removePasskey: (id: string): Promise<void> => send('DELETE', `/account/passkeys/${id}`),
    endSession: (id: string): Promise<void> => send('DELETE', `/account/sessions/${id}`),
    endOtherSessions: (): Promise<void> => send('DELETE', '/account/sessions'),
    readPush: (signal?: AbortSignal): Promise<PushView> => json('GET', '/account/push', { signal }),
    /** @param endpoint the address that the browser got; it is the last of the devices in the answer */
    addPush: (endpoint: string): Promise<PushView> => json('POST', '/account/push', { body: { endpoint } }),
    removePush: (id: string): Promise<void> => send('DELETE', `/account/push/${id}`),
  }
}
