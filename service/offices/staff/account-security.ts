import { type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { normaliseCode } from '../../shared/tracking-code.ts'
import { type CollectionSpec, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/place.ts'
import type { Session } from './account.ts'
import type { AccountOffice, Asked, Ceremony, Challenge, Passkey, PasskeyAnswer } from './account-office.ts'
import { changeFactors, factorsOf, hasTotp, takeCode } from './second-factor.ts'
import {
  forgetSecondFactor,
  isIdle,
  markSession,
  type SignedIn,
  sessionsOf,
  showSecondFactor,
  startSession,
} from './sessions.ts'

export const challengeSpec: CollectionSpec<Challenge> = {
  name: 'challenges',
  keys: { expiresAt: ({ expiresAt }) => expiresAt },
  indexes: { expires: { on: ['expiresAt'], acrossTenants: true } },
}

const CHALLENGE_LASTS = 5 * MINUTE

export async function keepChallenge(
  { challenges, hashSecret, now }: AccountOffice,
  challenge: string,
  asked: Asked,
): Promise<void> {
  const expiresAt = plusMilliseconds(now(), CHALLENGE_LASTS)
  await challenges.insert({ tenant: PLATFORM, id: hashSecret(challenge), ...asked, expiresAt })
}

/** Succeeds once, for the first answer in time and for the same purpose. */
export async function takeChallenge(
  { challenges, hashSecret, now }: AccountOffice,
  challenge: string,
  { purpose, account }: Asked,
): Promise<boolean> {
  const id = hashSecret(challenge)
  const kept = await challenges.get(PLATFORM, id)
  if (kept?.purpose !== purpose || kept.account !== account || kept.expiresAt <= now()) return false
  return challenges.delete(PLATFORM, id)
}

export const sweepChallenges = ({ challenges, now }: AccountOffice): Promise<number> =>
  challenges.deleteAcrossTenants('expires', { to: now() }, 500)

export const passkeySpec: CollectionSpec<Passkey> = {
  name: 'passkeys',
  keys: { account: ({ account }) => account },
  indexes: { account: { on: ['account'] } },
}

export const MOST_PASSKEYS = 20

export const passkeysOf = async ({ passkeys }: AccountOffice, account: string): Promise<readonly Passkey[]> =>
  (await passkeys.find(PLATFORM, { index: 'account', where: { account }, limit: MOST_PASSKEYS })).items

export async function takePasskey(office: AccountOffice, answer: PasskeyAnswer, asked: Asked): Promise<Passkey | null> {
  const { passkeys, ceremonies, hashSecret, now } = office
  const challenge = ceremonies.challengeIn(answer)
  if (!challenge || !(await takeChallenge(office, challenge, asked))) return null
  const passkey = await passkeys.get(PLATFORM, hashSecret(answer.id))
  if (!passkey || (asked.account !== null && passkey.account !== asked.account)) return null
  const counter = await ceremonies.verifyShown(answer, challenge, passkey)
  // If this write loses, the same key was used elsewhere at this moment, with its own counter.
  return counter === null ? null : passkeys.replace({ ...passkey, counter, lastUsedAt: now() })
}

export interface AccountSecurity {
  readonly totpSince: Instant | null
  readonly recoveryCodesLeft: number
  readonly passkeys: readonly Passkey[]
  readonly sessions: readonly Session[]
}

export async function readAccountSecurity(office: AccountOffice, { account }: SignedIn): Promise<AccountSecurity> {
  const [{ totp, recoveryCodes }, passkeys, sessions] = await Promise.all([
    factorsOf(office, account.id),
    passkeysOf(office, account.id),
    sessionsOf(office, account.id),
  ])
  return {
    totpSince: totp?.confirmedAt ?? null,
    recoveryCodesLeft: recoveryCodes.length,
    passkeys,
    sessions: sessions.filter((one) => !isIdle(office, one)),
  }
}

export const hasSecondFactor = async (office: AccountOffice, account: string): Promise<boolean> =>
  hasTotp(await factorsOf(office, account)) || (await passkeysOf(office, account)).length > 0

/** Without a second factor the recovery codes are void, and no session counts as one with two factors. */
export async function forgetLastFactor(office: AccountOffice, account: string): Promise<void> {
  if (await hasSecondFactor(office, account)) return
  await changeFactors(office, account, (factors) => ({ ...factors, recoveryCodes: [] }))
  await forgetSecondFactor(office, account)
}

/** The device knows its passkeys, so the person need not say who they are. */
export async function askForPasskey(office: AccountOffice): Promise<Ceremony> {
  const ceremony = await office.ceremonies.toShow([])
  await keepChallenge(office, ceremony.options.challenge, { purpose: 'sign-in', account: null })
  return ceremony
}

export async function signInWithPasskey(
  office: AccountOffice,
  answer: PasskeyAnswer,
  device: string | null,
): Promise<SignedIn & { readonly token: string }> {
  const passkey = await takePasskey(office, answer, { purpose: 'sign-in', account: null })
  const account = passkey && (await office.staff.account(passkey.account))
  if (!account) throw new Refusal('unauthenticated', 'session/wrong-passkey')
  return startSession(office, account, { device, secondFactor: true })
}

export async function askForOwnPasskey(office: AccountOffice, { account }: SignedIn): Promise<Ceremony> {
  const ceremony = await office.ceremonies.toShow(await passkeysOf(office, account.id))
  await keepChallenge(office, ceremony.options.challenge, { purpose: 'confirm', account: account.id })
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
 */
export function requireFreshConfirmation(who: Confirmed, now: Instant): void {
  const until = confirmedUntil(who)
  if (!until || until <= now) throw new Refusal('unauthenticated', 'session/confirmation-needed')
}

/** A person proves their identity again with one of these. `totp` can be a recovery code. */
export type Proof = { readonly password: string } | { readonly totp: string } | { readonly passkey: PasskeyAnswer }

export async function confirmSession(
  office: AccountOffice,
  { account, session }: SignedIn,
  proof: Proof,
): Promise<Session> {
  if ('password' in proof) {
    const isRight = account.passwordHash && (await office.passwords.matches(account.passwordHash, proof.password))
    if (!isRight) throw new Refusal('unauthenticated', 'session/wrong-password')
    return (await markSession(office, session.id, { confirmedAt: office.now() })) ?? session
  }
  if ('totp' in proof) {
    if (!(await takeCode(office, account.id, proof.totp))) throw new Refusal('unauthenticated', 'session/wrong-totp')
  } else if (!(await takePasskey(office, proof.passkey, { purpose: 'confirm', account: account.id }))) {
    throw new Refusal('unauthenticated', 'session/wrong-passkey')
  }
  return (await showSecondFactor(office, session)) ?? session
}

const HOW_MANY = 10

function newSet({ newRecoveryCode, hashSecret }: AccountOffice) {
  const codes = Array.from({ length: HOW_MANY }, newRecoveryCode)
  return { codes, recoveryCodes: codes.map((code) => hashSecret(normaliseCode(code))) }
}

/** Makes the codes for a person's first second factor, or none if some are left. They are shown once. */
export async function firstRecoveryCodes(office: AccountOffice, account: string): Promise<readonly string[]> {
  const { codes, recoveryCodes } = newSet(office)
  const saved = await changeFactors(office, account, (factors) =>
    factors.recoveryCodes.length > 0 ? null : { ...factors, recoveryCodes },
  )
  return saved ? codes : []
}

/** Makes a new set; the old codes become void. */
export async function renewRecoveryCodes(
  office: AccountOffice,
  { account, session }: SignedIn,
): Promise<readonly string[]> {
  requireFreshConfirmation(session, office.now())
  if (!(await hasSecondFactor(office, account.id))) throw new Refusal('conflict', 'account/no-second-factor')
  const { codes, recoveryCodes } = newSet(office)
  await changeFactors(office, account.id, (factors) => ({ ...factors, recoveryCodes }))
  return codes
}

export async function beginPasskey(office: AccountOffice, { account, session }: SignedIn): Promise<Ceremony> {
  requireFreshConfirmation(session, office.now())
  const known = await passkeysOf(office, account.id)
  if (known.length >= MOST_PASSKEYS) throw new Refusal('conflict', 'passkey/too-many')
  const ceremony = await office.ceremonies.toAdd(account, known)
  await keepChallenge(office, ceremony.options.challenge, { purpose: 'add', account: account.id })
  return ceremony
}

export interface AddedPasskey {
  readonly passkey: Passkey
  readonly recoveryCodes: readonly string[]
}

export async function addPasskey(
  office: AccountOffice,
  { account, session }: SignedIn,
  { name, answer }: { readonly name: string; readonly answer: PasskeyAnswer },
): Promise<AddedPasskey> {
  const { ceremonies, passkeys, hashSecret, now } = office
  const challenge = ceremonies.challengeIn(answer)
  const isInTime = challenge && (await takeChallenge(office, challenge, { purpose: 'add', account: account.id }))
  const key = isInTime ? await ceremonies.verifyAdded(answer, challenge) : null
  if (!key) throw new Refusal('invalid', 'passkey/not-accepted')
  const id = hashSecret(key.credential)
  const added = { tenant: PLATFORM, id, account: account.id, ...key, name, addedAt: now(), lastUsedAt: null }
  const passkey = await passkeys.insert(added).catch(refuseTaken)
  await showSecondFactor(office, session)
  return { passkey, recoveryCodes: await firstRecoveryCodes(office, account.id) }
}

function refuseTaken(cause: unknown): never {
  throw cause instanceof UniqueViolation ? new Refusal('conflict', 'passkey/taken') : cause
}

export async function removePasskey(office: AccountOffice, { account, session }: SignedIn, id: string): Promise<void> {
  requireFreshConfirmation(session, office.now())
  const passkey = await office.passkeys.get(PLATFORM, id)
  if (passkey?.account !== account.id) throw new Refusal('not-found', 'passkey/unknown')
  await office.passkeys.delete(PLATFORM, id)
  await forgetLastFactor(office, account.id)
}
