import { html, nothing, type TemplateResult } from 'lit'
import type { IntakeRequestInput } from '../../../service/contract/complaint-request.ts'
import type { QuestionView } from '../../../service/contract/questions.ts'
import {
  type Answers,
  answerPath,
  findReferrals,
  questionLimits,
  relaxForOfficer,
  selectQuestions,
} from '../../../service/offices/questions/questions.ts'
import { parseAnswers, type WrittenAnswer } from '../../../service/offices/questions/read-answers.ts'
import questionWording from '../../texts/question.json'
import { checksField, radioField, textField } from '../../ui/field.ts'
import type { FieldErrors } from '../../ui/form.ts'
import type { Wording } from '../../wording/wording.ts'

export type WrittenAnswers = Readonly<Record<string, WrittenAnswer | undefined>>

export interface Answering {
  readonly questions: readonly QuestionView[]
  readonly written: WrittenAnswers
  readonly errors?: FieldErrors
  readonly wording: Wording
  /** If left out, an officer writes down what somebody says, and no answer is required. */
  readonly asReporter?: boolean
  change(written: WrittenAnswers): void
}

export function officersAnswers(
  questions: readonly QuestionView[],
  written: WrittenAnswers,
): Pick<IntakeRequestInput, 'answers'> {
  const answers = parseAnswers(relaxForOfficer(questions), (code) => written[code])
  return Object.keys(answers).length > 0 ? { answers: answers as NonNullable<IntakeRequestInput['answers']> } : {}
}

export function questionFields(answering: Answering): TemplateResult | typeof nothing {
  const { questions, written, asReporter } = answering
  if (questions.length === 0) return nothing
  const asking = asReporter ? questions : relaxForOfficer(questions)
  const answers = parseAnswers(asking, (code) => written[code])
  const asked = selectQuestions(asking, answers).asked.map(({ code }) => code)
  return html`${questions
    .filter(({ code }) => asked.includes(code))
    .map((question) => html`${field(answering, question)} ${pointers(answering, question, answers)}`)}`
}

function field({ written, errors = {}, wording, asReporter, change }: Answering, question: QuestionView) {
  const { code, kind, label, choices, required } = question
  const name = answerPath(code)
  const { texts = [] } = written[code] ?? {}
  const write = (...answer: readonly string[]) => change({ ...written, [code]: { ...written[code], texts: answer } })
  const common = {
    ...{ name, label, error: errors[name] },
    hint:
      [question.hint, kind === 'amount' ? questionWording(wording).amountHint : null].filter(Boolean).join(' ') ||
      undefined,
    optional: asReporter && required ? undefined : wording.common.optional,
  }
  const options = choices.map((choice) => ({ value: choice.code, label: choice.label }))
  if (kind === 'choice') return radioField({ ...common, options, value: texts[0], chosen: write })
  if (kind === 'choices') return checksField({ ...common, options, values: texts, chosen: (all) => write(...all) })
  const limited = kind === 'text' || kind === 'person' || kind === 'place'
  return textField({
    ...common,
    value: texts[0] ?? '',
    type: kind === 'date' ? 'date' : 'text',
    ...(kind === 'text' && { rows: 3 }),
    ...(limited && { limit: questionLimits[kind] }),
    written: write,
  })
}

function pointers({ wording, asReporter }: Answering, question: QuestionView, answers: Answers) {
  const texts = questionWording(wording)
  return findReferrals(question, answers).map(({ elsewhere }) =>
    elsewhere
      ? html`<div class="banner" role="status">
          <div>
            ${asReporter ? nothing : html`<strong>${texts.tellThem}</strong>`}
            <p>${elsewhere.text}</p>
            <p>${[elsewhere.phone, elsewhere.link].filter(Boolean).join(' · ')}</p>
            ${asReporter ? html`<p class="soft">${elsewhere.mayFile ? texts.previewMayFile : texts.previewStops}</p>` : nothing}
          </div>
        </div>`
      : nothing,
  )
}
