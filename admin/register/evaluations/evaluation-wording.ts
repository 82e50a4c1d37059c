import type { evaluations } from '../../wording/id/evaluations.ts'
import type { Language } from '../../wording/wording.ts'

export type EvaluationWording = typeof evaluations

const sources: Readonly<Record<Language, () => Promise<{ readonly evaluations: EvaluationWording }>>> = {
  id: () => import('../../wording/id/evaluations.ts'),
  en: () => import('../../wording/en/evaluations.ts'),
}

export const evaluationWordsIn = async (language: Language): Promise<EvaluationWording> =>
  (await sources[language]()).evaluations

/** Names the months of a report. */
export function nameMonths(id: string, { one, parts }: EvaluationWording): string {
  const [year = '', part = ''] = id.split('-')
  return one(parts[part] ?? '', year)
}
