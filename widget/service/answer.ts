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

/**
 * Waits before a further try; the network's return, the signal or `end` end it early, and nothing is left behind.
 * @param begin gets `end`, and how long the wait is: a part is left to chance, so that the forms of a whole village do
 *   not ask in the same second
 */
export async function pause(
  milliseconds: number,
  signal: AbortSignal,
  begin: (end: () => void, wait: number) => void,
): Promise<void> {
  const wait = milliseconds * (0.7 + Math.random() * 0.6)
  const over = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  await new Promise<void>((done) => {
    timer = setTimeout(done, wait)
    addEventListener('online', () => done(), over)
    signal.addEventListener('abort', () => done(), over)
    begin(done, wait)
  })
  clearTimeout(timer)
  over.abort()
}
