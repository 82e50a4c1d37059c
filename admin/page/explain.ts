import { ServiceProblem, ServiceUnreachable } from '../api/problems.ts'
import type { Wording } from '../wording/wording.ts'

/** The sentence that a person reads about what went wrong. */
export function explain(error: unknown, wording: Wording): string {
  if (error instanceof ServiceUnreachable) return wording.problems.unreachable
  if (!(error instanceof ServiceProblem)) return wording.problems.unknown
  const { code, detail, title, requestId } = error.problem
  const known = wording.problems.byCode[code]
  if (known) return known
  // A service that has much to do, or whose store rests, says so itself; nothing broke.
  const isRefusal = error.problem.status === 503 && detail
  if (error.problem.status >= 500 && !isRefusal) return wording.problems.fault(requestId)
  return detail || title || wording.problems.unknown
}
