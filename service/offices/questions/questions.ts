import type { Translated } from '../translated.ts'

/**
 * `choice` takes one of several, `choices` any of several, `amount` whole rupiah, `place` words, coordinates or both.
 */
export const questionKinds = ['text', 'choice', 'choices', 'date', 'amount', 'place', 'person'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Nobody answers more questions on a phone, and longer texts belong in the story. */
export const questionLimits = {
  questions: 12,
  choices: 12,
  label: 200,
  hint: 300,
  choice: 120,
  elsewhere: 400,
  phone: 40,
  link: 300,
  text: 1_000,
  person: 200,
  place: 200,
  /** A thousand trillion whole rupiah exceeds the budget of any office. */
  amount: 1_000_000_000_000_000,
} as const

export interface Referral<Text = Translated> {
  readonly text: Text
  readonly phone: string | null
  readonly link: string | null
  /** False stops the filing here. */
  readonly mayFile: boolean
}

export interface Choice<Text = Translated> {
  readonly code: string
  readonly label: Text
  readonly elsewhere: Referral<Text> | null
}

/** An office asks this besides the story in one category. `Text` is a string once a language is chosen. */
export interface Question<Text = Translated> {
  /** The code stays when the wording changes. */
  readonly code: string
  readonly kind: QuestionKind
  readonly label: Text
  readonly hint: Text | null
  readonly required: boolean
  readonly choices: readonly Choice<Text>[]
  /** The question is asked only if that earlier question got one of these answers; `null` asks it always. */
  readonly shownWhen: { readonly question: string; readonly answers: readonly string[] } | null
}

/** Position in degrees as the browser reports it, with its possible error in metres. */
export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
  readonly accuracy: number
}

export interface PlaceAnswer {
  readonly text?: string | undefined
  readonly at?: Coordinates | undefined
}

/** Text, choice, person and date (`2026-11-25`) are strings, choices are codes, and an amount is in whole rupiah. */
export type Answer = string | number | readonly string[] | PlaceAnswer

export type Answers = Readonly<Record<string, Answer | undefined>>

export const hasChoices = ({ kind }: Pick<Question, 'kind'>): boolean => kind === 'choice' || kind === 'choices'

export const chosenIn = (answer: Answer | undefined): readonly string[] =>
  typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : []

export interface SelectedQuestions<Text> {
  readonly asked: readonly Question<Text>[]
  /** This answer does not allow filing here, so later questions are not asked. */
  readonly stoppedBy: { readonly question: Question<Text>; readonly choice: Choice<Text> } | null
}

/**
 * Decides which questions are asked, given the answers so far. Form and service use the same rule: an answer to a
 * question that is not asked is ignored, also where later questions depend on it.
 */
export function selectQuestions<Text>(questions: readonly Question<Text>[], answers: Answers): SelectedQuestions<Text> {
  const asked: Question<Text>[] = []
  for (const question of questions) {
    const { shownWhen } = question
    if (shownWhen) {
      const isAsked = asked.some(({ code }) => code === shownWhen.question)
      if (!isAsked || !chosenIn(answers[shownWhen.question]).some((one) => shownWhen.answers.includes(one))) continue
    }
    asked.push(question)
    const choice = findReferrals(question, answers).find(({ elsewhere }) => !elsewhere?.mayFile)
    if (choice) return { asked, stoppedBy: { question, choice } }
  }
  return { asked, stoppedBy: null }
}

/** For an officer who writes down what somebody tells, no question is required and no answer stops the filing. */
export const relaxForOfficer = <Text>(questions: readonly Question<Text>[]): readonly Question<Text>[] =>
  questions.map((question) => ({
    ...question,
    required: false,
    choices: question.choices.map((choice) => ({ ...choice, elsewhere: null })),
  }))

/** Returns the choices that refer to another body, whether or not one can still file here. */
export function findReferrals<Text>(question: Question<Text>, answers: Answers): readonly Choice<Text>[] {
  const chosen = chosenIn(answers[question.code])
  return question.choices.filter(({ code, elsewhere }) => elsewhere !== null && chosen.includes(code))
}

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
