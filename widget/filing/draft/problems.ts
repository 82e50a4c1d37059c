import type { Problem } from '../../../service/contract/problem.ts'
import type { Wording } from '../../texts/languages.ts'
import type { Draft, FieldName } from './draft.ts'

/** What is wrong, by field, in sentences for the person. An empty record means that the step is complete. */
export type Problems = Readonly<Partial<Record<FieldName, string>>>

export const hasAny = (problems: Problems): boolean => Object.keys(problems).length > 0

/** Reads the fields that the service refused, by the names of the form. Unknown fields are left out. */
export function readProblems(problem: Pick<Problem, 'errors'> | undefined, { fields }: Wording): Problems {
  const named = (problem?.errors ?? []).map(({ path, message }) => {
    const field = path === 'reporter' ? 'reporter.name' : path.replace(/\.\d+$/, '')
    return [field, message] as const
  })
  return Object.fromEntries(named.filter(([field]) => field in fields || field.startsWith('answers.')))
}

interface Change {
  readonly before: Draft
  readonly after: Draft
  /** What the form's own rules find after the change. */
  readonly found: Problems
  /** Fields that only the service could judge. */
  readonly refused: ReadonlySet<string>
}

type ByName = Readonly<Record<string, string | undefined>>

/**
 * Keeps the problems that still stand after a change. A corrected field loses its problem at once, and no new problem
 * appears while somebody types.
 */
export function keepStanding(problems: Problems, { before, after, found, refused }: Change): Problems {
  const then: ByName = before.texts
  const now: ByName = after.texts
  const current: ByName = found
  return Object.fromEntries(
    Object.entries(problems)
      .filter(([name]) => name in found || (refused.has(name) && then[name] === now[name]))
      .map(([name, problem]) => [name, current[name] ?? problem]),
  )
}
