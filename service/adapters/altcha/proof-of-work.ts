import { createHash } from 'node:crypto'
import { type Challenge, createChallenge, randomInt, type Solution, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { ProofOfWork } from '../../http/proof-of-work.ts'

/** Iterations of one try. A cheap phone does a few thousand tries in some seconds. */
const COST = 1_000
const VALID_FOR = 10 * 60_000

/** @param secret signs challenges, so that none needs to be remembered until it is solved */
export function altchaProofOfWork(secret: string, milliseconds: () => number): ProofOfWork {
  const spent = new Map<string, number>()

  function spend(signature: string): boolean {
    const now = milliseconds()
    for (const [known, until] of spent) {
      if (until > now) break
      spent.delete(known)
    }
    if (spent.has(signature)) return false
    spent.set(signature, now + VALID_FOR)
    return true
  }

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
        return verified && spend(payload.challenge.signature ?? '')
      } catch {
        // The library throws for parameters that no challenge of ours has.
        return false
      }
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
