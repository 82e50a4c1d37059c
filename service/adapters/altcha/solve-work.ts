import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'

type Challenge = Parameters<typeof solveChallenge>[0]['challenge']

/** Does the work that a busy door asks for, as base64; `null` where the challenge cannot be solved. */
export async function solveWork(challenge: unknown): Promise<string | null> {
  const solution = await solveChallenge({ challenge: challenge as Challenge, deriveKey }).catch(() => null)
  return solution ? Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') : null
}
