import type { Instant } from '../../shared/instant.ts'
import type { Collection, Kept } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Sealed, WrappedKey } from '../../storage/vault.ts'
import type { Translated } from '../translated.ts'
import type { Language, Role } from '../vocabulary.ts'
import type { Account, Session } from './account.ts'
import type { AccountMailKind } from './account-texts.ts'
import type { FailedSignIns } from './failed-sign-ins.ts'
import type { PasswordHasher } from './passwords.ts'
import type { StaffOffice } from './staff-office.ts'

export interface SharedSecret {
  readonly key: WrappedKey
  readonly secret: Sealed<string>
  /** It is `null` until a first code shows that the app has the secret. */
  readonly confirmedAt: Instant | null
  /** Each code counts once: this is the last time step whose code was accepted. */
  readonly lastStep: number
}

/** `id` is the account's; passkeys are kept in their own collection. */
export interface SecondFactors extends Kept {
  readonly totp: SharedSecret | null
  readonly recoveryCodes: readonly string[]
}

export interface TotpCodes {
  newSecret(): string
  address(secret: string, accountName: string): string
  /** Returns the time step of a code, at most one away from now, or `null` for a wrong code. */
  stepOf(secret: string, code: string, now: Instant): number | null
}

export interface Challenge extends Kept, Asked {
  readonly expiresAt: Instant
}

/** A challenge is made for one purpose and person; signing in begins without a person. */
export interface Asked {
  readonly purpose: 'add' | 'sign-in' | 'confirm' | 'provider'
  readonly account: string | null
}

/** A person's device keeps the private half. */
export interface PasskeyKey {
  readonly credential: string
  /** This is a COSE key in base64url. */
  readonly publicKey: string
  /** The device reports how often it was used; 0 if it does not count. */
  readonly counter: number
  readonly transports: readonly string[]
}

/** `id` is the hash of the credential's id, under which a device presents it. */
export interface Passkey extends Kept, PasskeyKey {
  readonly account: string
  readonly name: string
  readonly addedAt: Instant
  readonly lastUsedAt: Instant | null
}

export interface PasskeyAnswer {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly response: { readonly clientDataJSON: string }
}

/** The browser asks a device with `options`, which contain the challenge. */
export interface Ceremony {
  readonly options: Readonly<Record<string, unknown>> & { readonly challenge: string }
}

/** WebAuthn for this service's origin. A device must always verify its user, so a passkey counts as two factors. */
export interface PasskeyCeremonies {
  toAdd(person: Pick<Account, 'id' | 'email' | 'name'>, known: readonly PasskeyKey[]): Promise<Ceremony>
  toShow(known: readonly PasskeyKey[]): Promise<Ceremony>
  challengeIn(answer: PasskeyAnswer): string | null
  /** Returns the new key, or `null` when the answer does not match this challenge, origin or standard. */
  verifyAdded(answer: PasskeyAnswer, challenge: string): Promise<PasskeyKey | null>
  /** Returns the new counter, or `null` when the signature, challenge, origin or counter is wrong. */
  verifyShown(answer: PasskeyAnswer, challenge: string, key: PasskeyKey): Promise<number | null>
}

/** A one-time link joins a tenant, sets a new password, or removes the second factor. */
export type LinkPurpose = 'invitation' | 'password' | 'second-factor'

export interface AccountLink extends Kept {
  readonly purpose: LinkPurpose
  readonly account: string
  readonly unit: TenantId | null
  /** The link was mailed and shown to nobody, so its holder owns the mailbox. */
  readonly mailed: boolean
  /** It went to the mail domain of the offices by the service's own account, so who uses it works there. */
  readonly proves?: true
  readonly expiresAt: Instant
}

/** Neither the link nor an address is stored with a waiting mail. */
export interface AccountMail extends Kept {
  readonly kind: AccountMailKind
  readonly account: string
  /** The mail is sent in the name of this tenant, or of the service if it is `null`. */
  readonly unit: TenantId | null
  readonly language: Language
  readonly by: string | null
  readonly role: Role | null
  /** The name of a role of the unit's own. */
  readonly unitRole?: Translated
  readonly madeAt: Instant
  /** The time doubles as the lease of the process that tries it now; `null` once it is done. */
  readonly nextTryAt: Instant | null
  readonly failures: number
  readonly outcome: 'waits' | 'sent' | 'failed'
}

export interface ProvenIdentity {
  readonly issuer: string
  /** The provider never gives it to another person. */
  readonly subject: string
  /** It is `null` if there is none or the provider did not verify it. */
  readonly email: string | null
  readonly secondFactor: boolean
}

export interface Ticket {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Staff of this installation can also sign in there. */
export interface IdentityProvider {
  readonly name: string
  begin(ticket: Ticket): Promise<string>
  /** @param answer the whole address to which the browser came back */
  finish(answer: URL, ticket: Ticket): Promise<ProvenIdentity>
  /** Returns where to sign out at the provider; `null` if it has no such page. */
  signOutUrl(): Promise<string | null>
}

/** What signing in stands on, and all that an account has. */
export interface AccountOffice extends StaffOffice {
  readonly sessions: Collection<Session>
  readonly sessionIdleAfter: number
  readonly passwords: PasswordHasher
  readonly failedSignIns: FailedSignIns
  readonly secondFactors: Collection<SecondFactors>
  readonly totpCodes: TotpCodes
  readonly passkeys: Collection<Passkey>
  readonly challenges: Collection<Challenge>
  readonly ceremonies: PasskeyCeremonies
  /** It has 80 bits and can be copied by hand. */
  readonly newRecoveryCode: () => string
  /** `null` means that staff sign in only here. */
  readonly identityProvider: IdentityProvider | null
  readonly accountLinks: Collection<AccountLink>
  readonly accountMails: Collection<AccountMail>
  /** The service has the key, so the store alone does not reveal the token of a mailed link. */
  readonly platformHasher: () => Promise<(text: string) => string>
  /** Tells whether mail is really sent; the built-in mailbox does not send it. */
  readonly mailLeaves: (unit: TenantId | null) => Promise<boolean>
  /**
   * Tells whether a mail to the address reaches only somebody of the offices. A mail account of the unit's own proves
   * nothing, because its admin reads what it sends.
   */
  readonly provesAddress: (unit: TenantId, email: string) => Promise<boolean>
}
