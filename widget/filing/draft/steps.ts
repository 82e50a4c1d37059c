import type { TenantView } from '../../../service/contract/tenant-view.ts'
import type { Messages } from '../../wording/id.ts'
import type { Draft, FieldName, StepName } from './draft.ts'

/** What the unit says of the category that was chosen. */
export const chosenCategory = ({ categories }: TenantView, { category }: Draft) =>
  categories.find(({ code }) => code === category)

/** The steps in order. A unit that takes no files has no evidence step. */
export const stepsOf = (unit: TenantView, draft: Draft): StepName[] =>
  (['procedure', 'category', 'questions', 'story', 'evidence', 'identity', 'review'] as const).filter(
    (step) =>
      (step !== 'evidence' || unit.form.evidence.maxFiles > 0) &&
      (step !== 'questions' || chosenCategory(unit, draft)?.questions),
  )

const stepOfField: Readonly<Partial<Record<FieldName, StepName>>> = {
  privacy: 'procedure',
  category: 'category',
  evidence: 'evidence',
}

/** Where a field is asked. Paths come from the service too, so any text is taken. */
export function stepOf(path: string): StepName {
  if (path.startsWith('reporter')) return 'identity'
  if (path.startsWith('statements')) return 'review'
  if (path.startsWith('answers')) return 'questions'
  return (stepOfField as Record<string, StepName | undefined>)[path] ?? 'story'
}

export const stepTitle = (step: StepName, draft: Draft, { steps }: Messages): string =>
  step === 'identity' && draft.privacy === 'anonymous' ? steps.contact : steps[step]
