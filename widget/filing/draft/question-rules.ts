import type { TenantView } from '../../../service/contract/tenant-view.ts'
import type { Answers } from '../../../service/offices/questions/questions.ts'
import type { Draft } from './draft.ts'
import type { Problems } from './problems.ts'

/** Judges and reads back the answers to a category's questions. It is fetched with the part that asks them. */
export interface QuestionRules {
  readAnswers(draft: Draft, unit: TenantView): Answers
  findAnswerProblems(draft: Draft, unit: TenantView): Problems
  /** Each question that is asked with its answer as text; an empty text means that it was not answered. */
  listAnswers(draft: Draft, unit: TenantView): readonly (readonly [question: string, answer: string])[]
}
