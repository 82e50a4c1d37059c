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
export interface AccountClient {
  read(signal?: AbortSignal): Promise<AccountView>
  changePassword(request: Read<typeof changePassword>): Promise<void>
  /** Proves once more who one is. */
  confirm(proof: Confirmation): Promise<void>
  askForPasskey(): Promise<PublicKeyCredentialRequestOptionsJSON>
  beginTotp(): Promise<TotpOfferView>
  confirmTotp(code: string): Promise<Read<typeof recoveryCodes>>
  removeTotp(): Promise<void>
  renewRecoveryCodes(): Promise<Read<typeof recoveryCodes>>
  beginPasskey(): Promise<PublicKeyCredentialCreationOptionsJSON>
  addPasskey(name: string, passkey: PasskeyAnswer): Promise<Read<typeof addedPasskey>>
  removePasskey(id: string): Promise<void>
  endSession(id: string): Promise<void>
  endOtherSessions(): Promise<void>
  readPush(signal?: AbortSignal): Promise<PushView>
  /** @param endpoint the address that the browser got; it is the last of the devices in the answer */
  addPush(endpoint: string): Promise<PushView>
  removePush(id: string): Promise<void>
}

export function createAccountClient({ json, send }: Transport): AccountClient {
  // A wrong password or code is the answer itself, not the end of the session.
  const judged = (body: unknown) => ({ body, answersWrong: true })
  return {
    read: (signal) => json('GET', '/account', { signal }),
    changePassword: (request) => send('POST', '/account/password', judged(request)),
    confirm: (proof) => send('POST', '/session/confirmation', judged(proof)),
    askForPasskey: () => json('POST', '/session/confirmation/passkey-options'),
    beginTotp: () => json('POST', '/account/totp'),
    confirmTotp: (code) => json('POST', '/account/totp/confirmation', judged({ code })),
    removeTotp: () => send('DELETE', '/account/totp'),
    renewRecoveryCodes: () => json('POST', '/account/recovery-codes'),
    beginPasskey: () => json('POST', '/account/passkeys/options'),
    addPasskey: (name, passkey) => json('POST', '/account/passkeys', { body: { name, passkey } }),
    removePasskey: (id) => send('DELETE', `/account/passkeys/${id}`),
    endSession: (id) => send('DELETE', `/account/sessions/${id}`),
    endOtherSessions: () => send('DELETE', '/account/sessions'),
    readPush: (signal) => json('GET', '/account/push', { signal }),
    addPush: (endpoint) => json('POST', '/account/push', { body: { endpoint } }),
    removePush: (id) => send('DELETE', `/account/push/${id}`),
  }
}
