import { hasChoices, type QuestionKind } from '../../../service/offices/questions/question.ts'
import type { QuestionSettings } from '../../api/wire.ts'

type Choice = QuestionSettings['choices'][number]

/** The first name that is not taken. Nobody reads it; it lasts while the words change. */
function freeCode(prefix: string, taken: readonly { readonly code: string }[]): string {
  let number = taken.length + 1
  while (taken.some(({ code }) => code === `${prefix}${number}`)) number++
  return `${prefix}${number}`
}

const blank = { id: '', en: '' }

export const newQuestion = (among: readonly QuestionSettings[]): QuestionSettings => ({
  code: freeCode('q', among),
  kind: 'text',
  label: blank,
  hint: null,
  required: false,
  choices: [],
  shownWhen: null,
})

export const newChoice = (among: readonly Choice[]): Choice => ({
  code: freeCode('a', among),
  label: blank,
  elsewhere: null,
})

/** Another kind of answer: choices come and go with the kinds that have some. */
export function ofKind(question: QuestionSettings, kind: QuestionKind): QuestionSettings {
  if (!hasChoices({ kind })) return { ...question, kind, choices: [] }
  const first = newChoice([])
  return { ...question, kind, choices: question.choices.length > 0 ? question.choices : [first, newChoice([first])] }
}

/** Without conditions that name a question or an answer which is not there before it any more. */
export const dropBrokenConditions = (questions: readonly QuestionSettings[]): QuestionSettings[] =>
  questions.map((question, at) => {
    const { shownWhen } = question
    if (!shownWhen) return question
    const earlier = questions.slice(0, at).find(({ code }) => code === shownWhen.question)
    if (!earlier || !hasChoices(earlier)) return { ...question, shownWhen: null }
    const answers = shownWhen.answers.filter((answer) => earlier.choices.some(({ code }) => code === answer))
    return { ...question, shownWhen: { ...shownWhen, answers } }
  })
