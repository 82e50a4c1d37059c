import type { Translated } from '../translated.ts'
import {
  type Answer,
  type Answers,
  type Coordinates,
  chosenIn,
  isEmpty,
  isPlace,
  type Question,
  selectQuestions,
} from './questions.ts'

/** An answer is kept with the wording that was asked and chosen, whatever the office asks later. */
export type Answered<Text = Translated> = { readonly code: string; readonly question: Text } & (
  | { readonly kind: 'text' | 'person'; readonly text: string }
  | { readonly kind: 'choice' | 'choices'; readonly chosen: readonly Text[] }
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'amount'; readonly rupiah: number }
  | { readonly kind: 'place'; readonly text: string | null; readonly at: Coordinates | null }
)

/** Returns the answers in the order of the questions; callers have checked that they have no problems. */
export const keepAnswers = <Text>(questions: readonly Question<Text>[], answers: Answers): readonly Answered<Text>[] =>
  selectQuestions(questions, answers).asked.flatMap((question) => {
    const answer = answers[question.code]
    return answer === undefined || isEmpty(answer) ? [] : [keepAnswer(question, answer)]
  })

function keepAnswer<Text>({ code, kind, label, choices }: Question<Text>, answer: Answer): Answered<Text> {
  const question = label
  switch (kind) {
    case 'choice':
    case 'choices': {
      const chosen = chosenIn(answer)
      return {
        code,
        question,
        kind,
        chosen: choices.filter((one) => chosen.includes(one.code)).map((one) => one.label),
      }
    }
    case 'date':
      return { code, question, kind, day: String(answer) }
    case 'amount':
      return { code, question, kind, rupiah: Number(answer) }
    case 'place': {
      const { text, at } = isPlace(answer) ? answer : {}
      return { code, question, kind, text: text || null, at: at ?? null }
    }
    default:
      return { code, question, kind, text: String(answer) }
  }
}

/** Returns the people whom the answers name as involved; they are protected like the person complained about. */
export const personsIn = (answers: readonly Answered[]): readonly string[] =>
  answers.flatMap((one) => (one.kind === 'person' ? [one.text] : []))

export const wordsIn = (answers: readonly Answered[]): readonly string[] =>
  answers.flatMap((one) => ((one.kind === 'text' || one.kind === 'place') && one.text ? [one.text] : []))
