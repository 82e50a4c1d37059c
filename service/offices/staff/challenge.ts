import { type Clock, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import type { Collection, CollectionSpec, Kept } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/tenant-id.ts'

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
