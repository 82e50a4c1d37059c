import { ServiceFailure } from './failure.ts'

export const makeUnreachable = () => new ServiceFailure('network/unreachable')
export const makeNonsense = () => new ServiceFailure('network/nonsense', 502)

/**
 * Reads a refusal. An answer that is no problem document, such as a proxy's page or an empty body, keeps only its
 * status.
 */
export function readFailure(status: number, body: string, retryAfter: string | null): ServiceFailure {
  const seconds = Number(retryAfter) || 0
  try {
    const problem = JSON.parse(body)
    if (typeof problem?.code === 'string') return new ServiceFailure(problem.code, status, problem, seconds)
  } catch {
    // The status alone is known.
  }
  return new ServiceFailure('network/nonsense', status, undefined, seconds)
}
