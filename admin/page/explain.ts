import { ServiceProblem, ServiceUnreachable } from '../api/problems.ts'
import type { Words } from '../wording/wording.ts'

/** The sentence that a person reads about what went wrong. */
export function explain(error: unknown, words: Words): string {
  if (error instanceof ServiceUnreachable) return words.problems.unreachable
  if (!(error instanceof ServiceProblem)) return words.problems.unknown
  const { code, detail, title, requestId } = error.problem
  const known = words.problems.byCode[code]
  if (known) return known
  if (error.problem.status >= 500) return words.problems.fault(requestId)
  return detail || title || words.problems.unknown
}
