import { hasChoices, type Question, questionLimits } from './questions.ts'

/** The path is relative to the list of questions, for example `2.choices.1.code`. */
export interface QuestionProblem {
  readonly path: string
  readonly code: 'taken' | 'too-many' | 'required' | 'not-earlier' | 'unknown' | 'stops-everybody' | 'invalid'
}

/**
 * Finds what makes a list of questions unusable. A question may depend on earlier ones only, so there are no circles.
 */
export function questionProblems(questions: readonly Question[]): readonly QuestionProblem[] {
  const tooMany = questions.length > questionLimits.questions
  return [
    ...(tooMany ? [{ path: String(questionLimits.questions), code: 'too-many' as const }] : []),
    ...questions.flatMap((question, at) => problemsOf(question, questions.slice(0, at)).map(under(at))),
  ]
}

const under =
  (at: number) =>
  ({ path, code }: QuestionProblem): QuestionProblem => ({ path: `${at}.${path}`, code })

function problemsOf(question: Question, earlier: readonly Question[]): readonly QuestionProblem[] {
  const isTaken = earlier.some(({ code }) => code === question.code)
  return [
    ...(isTaken ? [{ path: 'code', code: 'taken' as const }] : []),
    ...choiceProblems(question),
    ...branchProblems(question, earlier),
  ]
}

function choiceProblems(question: Question): readonly QuestionProblem[] {
  const { choices, required, shownWhen } = question
  if (!hasChoices(question)) return choices.length > 0 ? [{ path: 'choices', code: 'invalid' }] : []
  if (choices.length === 0) return [{ path: 'choices', code: 'required' }]
  const codes = choices.map(({ code }) => code)
  const stops = choices.filter(({ elsewhere }) => elsewhere && !elsewhere.mayFile)
  // Such a question would leave a category in which nobody can file.
  const stopsAll = required && shownWhen === null && stops.length === choices.length
  return [
    ...(stopsAll ? [{ path: 'choices', code: 'stops-everybody' as const }] : []),
    ...codes.flatMap((code, at) =>
      codes.indexOf(code) === at ? [] : [{ path: `choices.${at}.code`, code: 'taken' as const }],
    ),
  ]
}

function branchProblems({ shownWhen }: Question, earlier: readonly Question[]): readonly QuestionProblem[] {
  if (!shownWhen) return []
  const asked = earlier.find(({ code }) => code === shownWhen.question)
  if (!asked || !hasChoices(asked)) return [{ path: 'shownWhen.question', code: 'not-earlier' }]
  if (shownWhen.answers.length === 0) return [{ path: 'shownWhen.answers', code: 'required' }]
  const isKnown = shownWhen.answers.every((answer) => asked.choices.some(({ code }) => code === answer))
  return isKnown ? [] : [{ path: 'shownWhen.answers', code: 'unknown' }]
}
