import type { TenantView } from '../../../service/contract/tenant-view.ts'
import type { Wording } from '../../wording/id.ts'
import type { Draft, StepName } from './draft.ts'

export const findCategory = ({ categories }: TenantView, { category }: Draft) =>
  categories.find(({ code }) => code === category)

/** Lists the steps in order. A unit that takes no files has no evidence step. */
export const listSteps = (unit: TenantView, draft: Draft): StepName[] =>
  (['procedure', 'category', 'questions', 'story', 'evidence', 'identity', 'review'] as const).filter(
    (step) =>
      (step !== 'evidence' || unit.form.evidence.maxFiles > 0) &&
      (step !== 'questions' || findCategory(unit, draft)?.questions),
  )

const stepOfField: Readonly<Record<string, StepName | undefined>> = {
  privacy: 'procedure',
  category: 'category',
  evidence: 'evidence',
}

/** Finds the step that asks a field. The service names paths too, so any text is taken. */
export function findStep(path: string): StepName {
  if (path.startsWith('reporter')) return 'identity'
  if (path.startsWith('statements')) return 'review'
  if (path.startsWith('answers')) return 'questions'
  return stepOfField[path] ?? 'story'
}

export const titleStep = (step: StepName, draft: Draft, { steps }: Wording): string =>
  step === 'identity' && draft.privacy === 'anonymous' ? steps.contact : steps[step]
