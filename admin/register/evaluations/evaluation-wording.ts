import type { evaluations } from '../../wording/id/evaluations.ts'
import type { Language } from '../../wording/wording.ts'

/** What is said on the pages of reports alone; it comes with them, so that the desk opens sooner. */
export type EvaluationWording = typeof evaluations

const sources: Readonly<Record<Language, () => Promise<{ readonly evaluations: EvaluationWording }>>> = {
  id: () => import('../../wording/id/evaluations.ts'),
  en: () => import('../../wording/en/evaluations.ts'),
}

export const evaluationWordsIn = async (language: Language): Promise<EvaluationWording> =>
  (await sources[language]()).evaluations

/** What the months of a report are called. */
export function monthsCalled(id: string, { one, parts }: EvaluationWording): string {
  const [year = '', part = ''] = id.split('-')
  return one(parts[part] ?? '', year)
}
