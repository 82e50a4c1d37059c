import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

type Challenge = Parameters<typeof solveChallenge>[0]['challenge']

/** Does the work that the door asks for. `undefined` where this browser cannot, as on a page without TLS. */
export async function solveProof(challenge: unknown): Promise<string | undefined> {
  if (!globalThis.isSecureContext) return undefined
  const solution = await solveChallenge({ challenge: challenge as Challenge, deriveKey }).catch(() => null)
  return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined
}
