import { type Answer, type Answers, type PlaceAnswer, type Question, questionLimits } from './question.ts'
import { selectQuestions } from './select-questions.ts'

/** The path names the answer, for example `answers.kind_of_road`. */
export interface AnswerProblem {
  readonly path: string
  readonly code: 'required' | 'invalid' | 'too-long' | 'not-asked' | 'elsewhere'
}

export const answerPath = (code: string) => `answers.${code}` as const

export function answerProblems<Text>(questions: readonly Question<Text>[], answers: Answers): readonly AnswerProblem[] {
  const { asked, stoppedBy } = selectQuestions(questions, answers)
  if (stoppedBy) return [{ path: answerPath(stoppedBy.question.code), code: 'elsewhere' }]
  const unasked = Object.keys(answers).filter((code) => asked.every((question) => question.code !== code))
  return [
    ...asked.flatMap((question) => {
      const code = problemWith(question, answers[question.code])
      return code ? [{ path: answerPath(question.code), code }] : []
    }),
    ...unasked.map((code) => ({ path: answerPath(code), code: 'not-asked' as const })),
  ]
}

/** An answer is empty without text, ticked choice or place. */
export const isEmpty = (answer: Answer | undefined): boolean =>
  answer === undefined ||
  answer === '' ||
  (Array.isArray(answer) ? answer.length === 0 : isPlace(answer) && !answer.text && !answer.at)

export const isPlace = (answer: Answer | undefined): answer is PlaceAnswer =>
  typeof answer === 'object' && !Array.isArray(answer)

export function problemWith<Text>(
  { kind, choices, required }: Question<Text>,
  answer: Answer | undefined,
): AnswerProblem['code'] | null {
  if (answer === undefined || isEmpty(answer)) return required ? 'required' : null
  const isOffered = (one: string) => choices.some(({ code }) => code === one)
  switch (kind) {
    case 'text':
    case 'person':
      if (typeof answer !== 'string') return 'invalid'
      return answer.length > questionLimits[kind] ? 'too-long' : null
    case 'choice':
      return typeof answer === 'string' && isOffered(answer) ? null : 'invalid'
    case 'choices': {
      const ticked: readonly unknown[] = Array.isArray(answer) ? answer : [null]
      const isRight = ticked.every((one) => typeof one === 'string' && isOffered(one))
      return isRight && new Set(ticked).size === ticked.length ? null : 'invalid'
    }
    case 'date':
      return typeof answer === 'string' && isDay(answer) ? null : 'invalid'
    case 'amount':
      return Number.isInteger(answer) && Number(answer) >= 0 && Number(answer) <= questionLimits.amount
        ? null
        : 'invalid'
    case 'place':
      if (!isPlace(answer)) return 'invalid'
      return (answer.text ?? '').length > questionLimits.place ? 'too-long' : null
  }
}

/** Accepts days of the calendar between 1900 and 2100. */
function isDay(text: string): boolean {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
