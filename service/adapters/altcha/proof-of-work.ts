import { createHash } from 'node:crypto'
import { type Challenge, createChallenge, randomInt, type Solution, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { ProofOfWork, WorkFor } from '../../http/rates.ts'

/** Iterations of one try. A cheap phone does a few thousand tries in some seconds. */
const COST = 1_000
const VALID_FOR = 10 * 60_000

/** Tells whether a proof is used for the first time; it may be forgotten after `until`. */
export type SpendProof = (signature: string, until: Date) => Promise<boolean>

/** @param secret signs challenges, so that none must be stored until it is solved */
export function altchaProofOfWork(secret: string, milliseconds: () => number, spend: SpendProof): ProofOfWork {
  const secrets = {
    deriveKey,
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret: createHash('sha256').update(secret).digest('hex'),
  }

  return {
    challenge: ({ purpose, subject }, difficulty) =>
      createChallenge({
        ...secrets,
        algorithm: 'PBKDF2/SHA-256',
        cost: COST,
        counter: randomInt(difficulty * 1_500, difficulty * 500),
        expiresAt: new Date(milliseconds() + VALID_FOR),
        // It is signed too. The sender returns the whole challenge, so that no page has to know its parts.
        data: { purpose, subject, difficulty },
      }),

    async judge(of, difficulty, proof) {
      const payload = readProof(proof)
      if (!payload) return 'wrong'
      try {
        const { verified } = await verifySolution({ ...secrets, ...payload })
        if (!verified || !isFor(of, payload.challenge)) return 'wrong'
      } catch {
        // The library throws for parameters that no challenge of ours has.
        return 'wrong'
      }
      const { parameters, signature = '' } = payload.challenge
      if (Number(parameters.data?.difficulty) < difficulty) return 'too-little'
      return (await spend(signature, new Date(milliseconds() + VALID_FOR))) ? 'accepted' : 'wrong'
    },
  }
}

/** A challenge of an earlier version names no purpose and is refused. */
const isFor = ({ purpose, subject }: WorkFor, { parameters: { data } }: Challenge): boolean =>
  data?.purpose === purpose && data.subject === subject && typeof data.difficulty === 'number'

function readProof(proof: string): { challenge: Challenge; solution: Solution } | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(proof, 'base64').toString('utf8'))
    const complete = typeof read === 'object' && read !== null && 'challenge' in read && 'solution' in read
    return complete ? (read as { challenge: Challenge; solution: Solution }) : null
  } catch {
    return null
  }
}
