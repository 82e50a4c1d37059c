import type { Problem } from '../../service/contract/problem.ts'
import type { Wording } from '../wording/id.ts'

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
  if (failure.status === 429) return failures.wait(failure.retryAfter || 60)
  const known: Record<string, unknown> = failures
  const sentence = failure.code.includes('/') ? known[failure.code] : undefined
  return typeof sentence === 'string' ? sentence : failure.problem?.detail || failures.unknown
}
