import type { Problem } from '../../../service/contract/problem.ts'
import type { Wording } from '../../wording/id.ts'
import type { Draft, FieldName, TextFieldName } from './draft.ts'
import type { Problems } from './problems.ts'

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

/**
 * Keeps the problems that still stand after a change. A corrected field loses its problem at once, and no new problem
 * appears while somebody types.
 */
export function keepStanding(problems: Problems, { before, after, found, refused }: Change): Problems {
  const untouched = (name: string) => before.texts[name as TextFieldName] === after.texts[name as TextFieldName]
  const stands = ([name]: [string, string]) => name in found || (refused.has(name) && untouched(name))
  return Object.fromEntries(
    (Object.entries(problems) as [string, string][])
      .filter(stands)
      .map(([name, problem]) => [name, found[name as FieldName] ?? problem]),
  )
}
