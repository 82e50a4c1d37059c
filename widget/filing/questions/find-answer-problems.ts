import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { answerPath, answerProblems } from '../../../service/offices/questions/answer-problems.ts'
import type { Question } from '../../../service/offices/questions/question.ts'
import { questionLimits } from '../../../service/offices/questions/question.ts'
import { readPartWording } from '../../wording/languages.ts'
import type { PartWording } from '../../wording/parts-id.ts'
import type { Draft } from '../draft/draft.ts'
import type { Problems } from '../draft/problems.ts'
import { findAsked } from './asked-here.ts'

/** Finds what is wrong with the answers, by the service's rules, in sentences of the form. */
export function findAnswerProblems(draft: Draft, unit: TenantView): Problems {
  const { questions, answers } = findAsked(draft, unit)
  const wording = readPartWording(unit.language).questions
  return Object.fromEntries(
    answerProblems(questions, answers).map(({ path, code }) => {
      const question = questions.find((one) => answerPath(one.code) === path)
      return [path, question ? writeSentence(question, code, wording, unit) : wording.changed]
    }),
  )
}

function writeSentence(
  { kind, label }: Question<string>,
  code: ReturnType<typeof answerProblems>[number]['code'],
  wording: PartWording['questions'],
  { language }: TenantView,
): string {
  if (code === 'elsewhere') return wording.stops
  if (code === 'required') return wording.required(label)
  if (code === 'too-long' && (kind === 'text' || kind === 'person' || kind === 'place')) {
    return wording.tooLong(questionLimits[kind].toLocaleString(language))
  }
  if (kind === 'amount') return wording.amount
  return kind === 'date' ? wording.date : wording.invalid
}
