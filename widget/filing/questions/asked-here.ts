import type { QuestionView } from '../../../service/contract/questions.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import type { Answers } from '../../../service/offices/questions/question.ts'
import { parseAnswers } from '../../../service/offices/questions/read-answers.ts'
import { selectQuestions } from '../../../service/offices/questions/select-questions.ts'
import type { Draft } from '../draft/draft.ts'

/** What the chosen category asks of this reporter, and the answers so far. */
export interface AskedHere {
  readonly questions: readonly QuestionView[]
  readonly asked: ReturnType<typeof selectQuestions<string>>['asked']
  readonly answers: Answers
}

export function findAsked({ category, answers: written = {} }: Draft, { categories }: TenantView): AskedHere {
  const { questions = [] } = categories.find(({ code }) => code === category) ?? {}
  const answers = parseAnswers(questions, (code) => written[code])
  return { questions, answers, asked: selectQuestions(questions, answers).asked }
}

/** Reads the answers to send. The same draft gives the same ones in the same order. */
export const readAnswers = (draft: Draft, unit: TenantView): Answers => findAsked(draft, unit).answers
