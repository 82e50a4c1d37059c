import type { Problem } from '../../service/contract/problem.ts'
import type { Wording } from '../texts/languages.ts'

/** The fields of a problem that the widget reads. */
type ReadProblem = Pick<Problem, 'code' | 'detail'> & Partial<Problem> & { challenge?: unknown; standing?: unknown }

/** The service refused, or did not answer. `code` is the problem's code, or `network/…` where there is none. */
export class ServiceFailure extends Error {
  readonly code: string
  readonly status: number
  readonly problem: ReadProblem | undefined
  /** Seconds to wait, from a 429. */
  readonly retryAfter: number

  constructor(code: string, status = 0, problem?: ReadProblem, retryAfter = 0) {
    super(code)
    this.code = code
    this.status = status
    this.problem = problem
    this.retryAfter = retryAfter
  }

  /** The request may have been carried out although no answer came. */
  get isUncertain(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

/** Makes a failure with a code of anything that was thrown. A fault of the widget becomes `widget/fault`. */
export const asFailure = (thrown: unknown): ServiceFailure =>
  thrown instanceof ServiceFailure ? thrown : new ServiceFailure('widget/fault', 400)

/** Explains a failure: in our wording where the code is known here, else in the service's, else in general. */
export function explainFailure(failure: ServiceFailure, { failures }: Wording): string {
  if (failure.status === 429) return failures.wait({ seconds: failure.retryAfter || 60 })
  const known: Record<string, unknown> = failures
  const sentence = failure.code.includes('/') ? known[failure.code] : undefined
  return typeof sentence === 'string' ? sentence : failure.problem?.detail || failures.unknown
}

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
 * not ask in the same second
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

/** Writes JSON also on pages whose libraries give arrays a `toJSON` of their own, as old ones do. */
export const writeJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key]
  })
