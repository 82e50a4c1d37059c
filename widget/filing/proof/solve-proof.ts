import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { writeJson } from '../../service/exchange.ts'

type Challenge = Parameters<typeof solveChallenge>[0]['challenge']

/**
 * Solves the proof of work that a busy unit asks for, and returns base64 of `{ challenge, solution }` to send back. The
 * result is `undefined` where it cannot be solved: no Web Crypto on plain http, an unknown algorithm, or too little
 * time.
 */
export async function solveProof(challenge: unknown): Promise<string | undefined> {
  const solution = globalThis.isSecureContext
    ? await solveChallenge({ challenge: challenge as Challenge, deriveKey }).catch(() => null)
    : null
  return solution ? btoa(writeJson({ challenge, solution })) : undefined
}
