import { type Clock, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { normaliseCode } from '../../shared/tracking-code.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/place.ts'
import type { Account, Session } from './account.ts'
import { changeFactors, factorsOf, hasTotp, type SecondFactorPorts, takeCode } from './second-factor.ts'
import {
  forgetSecondFactor,
  isIdle,
  markSession,
  type SignedIn,
  type SignInPorts,
  sessionsOf,
  showSecondFactor,
  startSession,
} from './sessions.ts'

export interface Challenge extends Kept, Asked {
  readonly expiresAt: Instant
}

/** A challenge is made for one purpose and person; signing in begins without a person. */
export interface Asked {
  readonly purpose: 'add' | 'sign-in' | 'confirm' | 'provider'
  readonly account: string | null
}

export const challengeSpec: CollectionSpec<Challenge> = {
  name: 'challenges',
  keys: { expiresAt: ({ expiresAt }) => expiresAt },
  indexes: { expires: { on: ['expiresAt'], acrossTenants: true } },
}

export interface ChallengePorts {
  readonly challenges: Collection<Challenge>
  readonly hashSecret: (secret: string) => string
  readonly now: Clock
}

const CHALLENGE_LASTS = 5 * MINUTE

export async function keepChallenge(
  { challenges, hashSecret, now }: ChallengePorts,
  challenge: string,
  asked: Asked,
): Promise<void> {
  const expiresAt = plusMilliseconds(now(), CHALLENGE_LASTS)
  await challenges.insert({ tenant: PLATFORM, id: hashSecret(challenge), ...asked, expiresAt })
}

/** Succeeds once, for the first answer in time and for the same purpose. */
export async function takeChallenge(
  { challenges, hashSecret, now }: ChallengePorts,
  challenge: string,
  { purpose, account }: Asked,
): Promise<boolean> {
  const id = hashSecret(challenge)
  const kept = await challenges.get(PLATFORM, id)
  if (kept?.purpose !== purpose || kept.account !== account || kept.expiresAt <= now()) return false
  return challenges.delete(PLATFORM, id)
}

export const sweepChallenges = ({ challenges, now }: ChallengePorts): Promise<number> =>
  challenges.deleteAcrossTenants('expires', { to: now() }, 500)

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

export const passkeySpec: CollectionSpec<Passkey> = {
  name: 'passkeys',
  keys: { account: ({ account }) => account },
  indexes: { account: { on: ['account'] } },
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

interface PasskeyPorts extends ChallengePorts {
  readonly passkeys: Collection<Passkey>
  readonly ceremonies: PasskeyCeremonies
}

export const MOST_PASSKEYS = 20

export const passkeysOf = async (
  { passkeys }: Pick<PasskeyPorts, 'passkeys'>,
  account: string,
): Promise<readonly Passkey[]> =>
  (await passkeys.find(PLATFORM, { index: 'account', where: { account }, limit: MOST_PASSKEYS })).items

export async function takePasskey(ports: PasskeyPorts, answer: PasskeyAnswer, asked: Asked): Promise<Passkey | null> {
  const { passkeys, ceremonies, hashSecret, now } = ports
  const challenge = ceremonies.challengeIn(answer)
  if (!challenge || !(await takeChallenge(ports, challenge, asked))) return null
  const passkey = await passkeys.get(PLATFORM, hashSecret(answer.id))
  if (!passkey || (asked.account !== null && passkey.account !== asked.account)) return null
  const counter = await ceremonies.verifyShown(answer, challenge, passkey)
  // If this write loses, the same key was used elsewhere at this moment, with its own counter.
  return counter === null ? null : passkeys.replace({ ...passkey, counter, lastUsedAt: now() })
}

export interface AccountPorts extends SignInPorts, SecondFactorPorts {
  readonly passkeys: Collection<Passkey>
  readonly challenges: Collection<Challenge>
  readonly ceremonies: PasskeyCeremonies
  /** It has 80 bits and can be copied by hand. */
  readonly newRecoveryCode: () => string
}

export interface AccountSecurity {
  readonly totpSince: Instant | null
  readonly recoveryCodesLeft: number
  readonly passkeys: readonly Passkey[]
  readonly sessions: readonly Session[]
}

export async function readAccountSecurity(ports: AccountPorts, { account }: SignedIn): Promise<AccountSecurity> {
  const [{ totp, recoveryCodes }, passkeys, sessions] = await Promise.all([
    factorsOf(ports, account.id),
    passkeysOf(ports, account.id),
    sessionsOf(ports, account.id),
  ])
  return {
    totpSince: totp?.confirmedAt ?? null,
    recoveryCodesLeft: recoveryCodes.length,
    passkeys,
    sessions: sessions.filter((one) => !isIdle(ports, one)),
  }
}

export const hasSecondFactor = async (
  ports: Pick<AccountPorts, 'secondFactors' | 'passkeys'>,
  account: string,
): Promise<boolean> => hasTotp(await factorsOf(ports, account)) || (await passkeysOf(ports, account)).length > 0

/** Without a second factor the recovery codes are void, and no session counts as one with two factors. */
export async function forgetLastFactor(ports: AccountPorts, account: string): Promise<void> {
  if (await hasSecondFactor(ports, account)) return
  await changeFactors(ports, account, (factors) => ({ ...factors, recoveryCodes: [] }))
  await forgetSecondFactor(ports, account)
}

/** The device knows its passkeys, so the person need not say who they are. */
export async function askForPasskey(ports: AccountPorts): Promise<Ceremony> {
  const ceremony = await ports.ceremonies.toShow([])
  await keepChallenge(ports, ceremony.options.challenge, { purpose: 'sign-in', account: null })
  return ceremony
}

/** @throws Refusal `session/wrong-passkey` */
export async function signInWithPasskey(
  ports: AccountPorts,
  answer: PasskeyAnswer,
  device: string | null,
): Promise<SignedIn & { readonly token: string }> {
  const passkey = await takePasskey(ports, answer, { purpose: 'sign-in', account: null })
  const account = passkey && (await ports.staff.account(passkey.account))
  if (!account) throw new Refusal('unauthenticated', 'session/wrong-passkey')
  return startSession(ports, account, { device, secondFactor: true })
}

export async function askForOwnPasskey(ports: AccountPorts, { account }: SignedIn): Promise<Ceremony> {
  const ceremony = await ports.ceremonies.toShow(await passkeysOf(ports, account.id))
  await keepChallenge(ports, ceremony.options.challenge, { purpose: 'confirm', account: account.id })
  return ceremony
}

/** After proving their identity, a person may do dangerous acts for this long. */
export const CONFIRMATION_LASTS = 10 * MINUTE

interface Confirmed {
  readonly confirmedAt?: Instant | null
}

export const confirmedUntil = ({ confirmedAt }: Confirmed): Instant | null =>
  confirmedAt ? plusMilliseconds(confirmedAt, CONFIRMATION_LASTS) : null

/**
 * Guards acts that a borrowed session must not do: changing roles or sign-in, opening many identities, erasing,
 * exporting. Signing in also counts as confirmation.
 * @throws Refusal `session/confirmation-needed`
 */
export function requireFreshConfirmation(who: Confirmed, now: Instant): void {
  const until = confirmedUntil(who)
  if (!until || until <= now) throw new Refusal('unauthenticated', 'session/confirmation-needed')
}

/** A person proves their identity again with one of these. `totp` can be a recovery code. */
export type Proof = { readonly password: string } | { readonly totp: string } | { readonly passkey: PasskeyAnswer }

/** @throws Refusal `session/wrong-password`, `session/wrong-totp`, `session/wrong-passkey` */
export async function confirmSession(
  ports: AccountPorts,
  { account, session }: SignedIn,
  proof: Proof,
): Promise<Session> {
  if ('password' in proof) {
    const isRight = account.passwordHash && (await ports.passwords.matches(account.passwordHash, proof.password))
    if (!isRight) throw new Refusal('unauthenticated', 'session/wrong-password')
    return (await markSession(ports, session.id, { confirmedAt: ports.now() })) ?? session
  }
  if ('totp' in proof) {
    if (!(await takeCode(ports, account.id, proof.totp))) throw new Refusal('unauthenticated', 'session/wrong-totp')
  } else if (!(await takePasskey(ports, proof.passkey, { purpose: 'confirm', account: account.id }))) {
    throw new Refusal('unauthenticated', 'session/wrong-passkey')
  }
  return (await showSecondFactor(ports, session)) ?? session
}

const HOW_MANY = 10

function newSet({ newRecoveryCode, hashSecret }: AccountPorts) {
  const codes = Array.from({ length: HOW_MANY }, newRecoveryCode)
  return { codes, recoveryCodes: codes.map((code) => hashSecret(normaliseCode(code))) }
}

/** Makes the codes for a person's first second factor, or none if some are left. They are shown once. */
export async function firstRecoveryCodes(ports: AccountPorts, account: string): Promise<readonly string[]> {
  const { codes, recoveryCodes } = newSet(ports)
  const saved = await changeFactors(ports, account, (factors) =>
    factors.recoveryCodes.length > 0 ? null : { ...factors, recoveryCodes },
  )
  return saved ? codes : []
}

/**
 * Makes a new set; the old codes become void.
 * @throws Refusal `session/confirmation-needed`, `account/no-second-factor`
 */
export async function renewRecoveryCodes(
  ports: AccountPorts,
  { account, session }: SignedIn,
): Promise<readonly string[]> {
  requireFreshConfirmation(session, ports.now())
  if (!(await hasSecondFactor(ports, account.id))) throw new Refusal('conflict', 'account/no-second-factor')
  const { codes, recoveryCodes } = newSet(ports)
  await changeFactors(ports, account.id, (factors) => ({ ...factors, recoveryCodes }))
  return codes
}

/** @throws Refusal `session/confirmation-needed`, `passkey/too-many` */
export async function beginPasskey(ports: AccountPorts, { account, session }: SignedIn): Promise<Ceremony> {
  requireFreshConfirmation(session, ports.now())
  const known = await passkeysOf(ports, account.id)
  if (known.length >= MOST_PASSKEYS) throw new Refusal('conflict', 'passkey/too-many')
  const ceremony = await ports.ceremonies.toAdd(account, known)
  await keepChallenge(ports, ceremony.options.challenge, { purpose: 'add', account: account.id })
  return ceremony
}

export interface AddedPasskey {
  readonly passkey: Passkey
  readonly recoveryCodes: readonly string[]
}

/** @throws Refusal `passkey/not-accepted`, `passkey/taken` */
export async function addPasskey(
  ports: AccountPorts,
  { account, session }: SignedIn,
  { name, answer }: { readonly name: string; readonly answer: PasskeyAnswer },
): Promise<AddedPasskey> {
  const { ceremonies, passkeys, hashSecret, now } = ports
  const challenge = ceremonies.challengeIn(answer)
  const isInTime = challenge && (await takeChallenge(ports, challenge, { purpose: 'add', account: account.id }))
  const key = isInTime ? await ceremonies.verifyAdded(answer, challenge) : null
  if (!key) throw new Refusal('invalid', 'passkey/not-accepted')
  const id = hashSecret(key.credential)
  const added = { tenant: PLATFORM, id, account: account.id, ...key, name, addedAt: now(), lastUsedAt: null }
  const passkey = await passkeys.insert(added).catch(refuseTaken)
  await showSecondFactor(ports, session)
  return { passkey, recoveryCodes: await firstRecoveryCodes(ports, account.id) }
}

function refuseTaken(cause: unknown): never {
  throw cause instanceof UniqueViolation ? new Refusal('conflict', 'passkey/taken') : cause
}

/** @throws Refusal `session/confirmation-needed`, `passkey/unknown` */
export async function removePasskey(ports: AccountPorts, { account, session }: SignedIn, id: string): Promise<void> {
  requireFreshConfirmation(session, ports.now())
  const passkey = await ports.passkeys.get(PLATFORM, id)
  if (passkey?.account !== account.id) throw new Refusal('not-found', 'passkey/unknown')
  await ports.passkeys.delete(PLATFORM, id)
  await forgetLastFactor(ports, account.id)
}
