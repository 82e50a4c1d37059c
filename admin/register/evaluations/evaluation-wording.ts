import type evaluations from '../../texts/id/evaluations.json'
import { type Language, wordFor } from '../../wording/wording.ts'

export type EvaluationWording = typeof evaluations

const sources: Readonly<Record<Language, () => Promise<{ readonly default: EvaluationWording }>>> = {
  id: () => import('../../texts/id/evaluations.json'),
  en: () => import('../../texts/en/evaluations.json'),
}

export const evaluationWordsIn = async (language: Language): Promise<EvaluationWording> =>
  (await sources[language]()).default

export function nameMonths(id: string, { one, parts }: EvaluationWording): string {
  const [year = '', part = ''] = id.split('-')
  return one({ part: wordFor(parts, part) ?? '', year })
}
