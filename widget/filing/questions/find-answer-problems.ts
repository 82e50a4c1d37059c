import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { answerPath, answerProblems } from '../../../service/offices/questions/answer-problems.ts'
import type { Question } from '../../../service/offices/questions/question.ts'
import { questionLimits } from '../../../service/offices/questions/question.ts'
import { partMessages } from '../../wording/languages.ts'
import type { PartMessages } from '../../wording/parts-id.ts'
import type { Draft } from '../draft/draft.ts'
import type { Problems } from '../draft/problems.ts'
import { askedHere } from './asked-here.ts'

/** What keeps the questions from being answered, by the rules of the service, in sentences of the form. */
export function findAnswerProblems(draft: Draft, unit: TenantView): Problems {
  const { questions, answers } = askedHere(draft, unit)
  const messages = partMessages(unit.language).questions
  return Object.fromEntries(
    answerProblems(questions, answers).map(({ path, code }) => {
      const question = questions.find((one) => answerPath(one.code) === path)
      return [path, question ? sentenceFor(question, code, messages, unit) : messages.changed]
    }),
  )
}

function sentenceFor(
  { kind, label }: Question<string>,
  code: ReturnType<typeof answerProblems>[number]['code'],
  messages: PartMessages['questions'],
  { language }: TenantView,
): string {
  if (code === 'elsewhere') return messages.stops
  if (code === 'required') return messages.required(label)
  if (code === 'too-long' && (kind === 'text' || kind === 'person' || kind === 'place')) {
    return messages.tooLong(questionLimits[kind].toLocaleString(language))
  }
  if (kind === 'amount') return messages.amount
  return kind === 'date' ? messages.date : messages.invalid
}
