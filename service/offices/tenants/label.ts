import type { FieldProblem } from '../../shared/refusal.ts'
import type { LabelColour } from '../vocabulary.ts'

/** A sub-status of the unit's own. Cases keep its id, so that it can be renamed. */
export interface Label {
  readonly id: string
  readonly name: string
  readonly colour: LabelColour
  /** Cases that have it keep it, and no other gets it. */
  readonly archived?: boolean | undefined
}

/** So many labels a case has. */
export const MOST_ON_A_CASE = 8

type WithLabels = { readonly labels?: readonly Label[] | undefined }

export const labelsOf = ({ labels = [] }: WithLabels): readonly Label[] => labels

/** The labels of a case in the unit's order. */
export const labelsOn = (settings: WithLabels, ids: readonly string[]): Label[] =>
  labelsOf(settings).filter(({ id }) => ids.includes(id))

/** Labels that a case can still get. */
export const labelsInUse = (settings: WithLabels): Label[] => labelsOf(settings).filter(({ archived }) => !archived)

/** Nobody could say which of two labels with one name is meant. */
export function labelProblems(labels: readonly Label[]): FieldProblem[] {
  const ids = labels.map(({ id }) => id)
  const names = labels.map(({ name }) => name.toLowerCase())
  return labels.flatMap((_, at) =>
    ids.indexOf(ids[at] ?? '') !== at || names.indexOf(names[at] ?? '') !== at
      ? [{ path: `labels.${at}.name`, code: 'taken' }]
      : [],
  )
}
