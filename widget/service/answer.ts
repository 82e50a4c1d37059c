import { ServiceFailure } from './failure.ts'

export const unreachable = () => new ServiceFailure('network/unreachable')
export const nonsense = () => new ServiceFailure('network/nonsense', 502)

/** Reads a refusal. What is no problem document (a proxy's page, an empty body) keeps only its status. */
export function failureFrom(status: number, body: string, retryAfter: string | null): ServiceFailure {
  const seconds = Number(retryAfter) || 0
  try {
    const problem = JSON.parse(body)
    if (typeof problem?.code === 'string') return new ServiceFailure(problem.code, status, problem, seconds)
  } catch {
    // Falls through: the status alone says what is known.
  }
  return new ServiceFailure('network/nonsense', status, undefined, seconds)
}
