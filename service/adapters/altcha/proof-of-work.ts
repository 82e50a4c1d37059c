import { createHash } from 'node:crypto'
import { type Challenge, createChallenge, randomInt, type Solution, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { ProofOfWork } from '../../http/proof-of-work.ts'

/** Iterations of one try. A cheap phone does a few thousand tries in some seconds. */
const COST = 1_000
const VALID_FOR = 10 * 60_000

/** Tells whether a proof comes for the first time; it need not be remembered after that moment. */
export type SpendProof = (signature: string, until: Date) => Promise<boolean>

/** @param secret signs challenges, so that none needs to be remembered until it is solved */
export function altchaProofOfWork(secret: string, milliseconds: () => number, spend: SpendProof): ProofOfWork {
  const secrets = {
    deriveKey,
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret: createHash('sha256').update(secret).digest('hex'),
  }

  return {
    challenge: (difficulty) =>
      createChallenge({
        ...secrets,
        algorithm: 'PBKDF2/SHA-256',
        cost: COST,
        counter: randomInt(difficulty * 1_500, difficulty * 500),
        expiresAt: new Date(milliseconds() + VALID_FOR),
      }),

    async solved(proof) {
      const payload = readProof(proof)
      if (!payload) return false
      try {
        const { verified } = await verifySolution({ ...secrets, ...payload })
        if (!verified) return false
      } catch {
        // The library throws for parameters that no challenge of ours has.
        return false
      }
      return spend(payload.challenge.signature ?? '', new Date(milliseconds() + VALID_FOR))
    },
  }
}

function readProof(proof: string): { challenge: Challenge; solution: Solution } | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(proof, 'base64').toString('utf8'))
    const complete = typeof read === 'object' && read !== null && 'challenge' in read && 'solution' in read
    return complete ? (read as { challenge: Challenge; solution: Solution }) : null
  } catch {
    return null
  }
}
