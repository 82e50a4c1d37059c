import { ServiceFailure } from '../../service/exchange.ts'

/**
 * Fetches the solver, which few people ever need, and solves the challenge with it.
 *
 * @throws ServiceFailure `limit/unsolvable` where this browser cannot
 */
export async function fetchProof(challenge: unknown): Promise<string> {
  const { solveProof } = await import('./solve-proof.ts').catch(() => {
    throw new ServiceFailure('network/unreachable')
  })
  const proof = await solveProof(challenge)
  if (!proof) throw new ServiceFailure('limit/unsolvable', 428)
  return proof
}
