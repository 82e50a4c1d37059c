import { type Clock, type Instant, MINUTE, plusMilliseconds } from '../shared/instant.ts'
import type { Collection, CollectionSpec, Kept } from '../storage/collection.ts'
import { PLATFORM } from '../tenants/tenant-id.ts'

/** What a passkey was asked to sign, or a provider to answer, for one purpose, once. `id` is the challenge's hash. */
export interface Challenge extends Kept, Asked {
  readonly expiresAt: Instant
}

/** What a challenge was made for, and for whom; signing in begins with nobody. */
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

/** True for the first who brings a challenge back in time, for what it was made for. */
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
