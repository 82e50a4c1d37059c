import type { Problem } from '../../service/contract/problem.ts'
import type { Messages } from '../wording/id.ts'

/** What is read of a problem. */
type Said = Pick<Problem, 'code' | 'detail'> & Partial<Problem> & { challenge?: unknown; standing?: unknown }

/** The service said no, or said nothing. `code` is the problem's code, or `network/…` where there is none. */
export class ServiceFailure extends Error {
  readonly code: string
  readonly status: number
  readonly problem: Said | undefined
  /** Seconds to wait, from a 429. */
  readonly retryAfter: number

  constructor(code: string, status = 0, problem?: Said, retryAfter = 0) {
    super(code)
    this.code = code
    this.status = status
    this.problem = problem
    this.retryAfter = retryAfter
  }

  /** True when the request may have been carried out although no answer came. */
  get isUncertain(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

/** Turns whatever was thrown into a failure with a code; a fault of the widget itself becomes `widget/fault`. */
export const failureOf = (thrown: unknown): ServiceFailure =>
  thrown instanceof ServiceFailure ? thrown : new ServiceFailure('widget/fault', 400)

/** The sentence for a failure: ours where the code is known here, else the service's own, else an honest shrug. */
export function failureSentence(failure: ServiceFailure, { failures }: Messages): string {
  if (failure.status === 429) return failures.wait(failure.retryAfter || 60)
  const known: Record<string, unknown> = failures
  const sentence = failure.code.includes('/') ? known[failure.code] : undefined
  return typeof sentence === 'string' ? sentence : failure.problem?.detail || failures.unknown
}
