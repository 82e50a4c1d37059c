import { type Answers, type Choice, chosenIn, type Question } from './question.ts'

/** What is asked of somebody who answered so, in order, and the answer that ends it. */
export interface Asked<Text> {
  readonly asked: readonly Question<Text>[]
  /** An answer with which nobody files here; what comes after it is not asked. */
  readonly stoppedBy: { readonly question: Question<Text>; readonly choice: Choice<Text> } | null
}

/**
 * Which questions are asked of somebody, from what they answered so far. The same in the form and in the service: an
 * answer to a question that is not asked counts for nothing, also where later questions hang on it.
 */
export function askedOf<Text>(questions: readonly Question<Text>[], answers: Answers): Asked<Text> {
  const asked: Question<Text>[] = []
  for (const question of questions) {
    const { shownWhen } = question
    if (shownWhen) {
      const isAsked = asked.some(({ code }) => code === shownWhen.question)
      if (!isAsked || !chosenIn(answers[shownWhen.question]).some((one) => shownWhen.answers.includes(one))) continue
    }
    asked.push(question)
    const choice = pointersOf(question, answers).find(({ elsewhere }) => !elsewhere?.mayFile)
    if (choice) return { asked, stoppedBy: { question, choice } }
  }
  return { asked, stoppedBy: null }
}

/** An officer who writes down what somebody tells asks what can be asked: nothing must be answered, and nothing stops them. */
export const asOfficerAsks = <Text>(questions: readonly Question<Text>[]): readonly Question<Text>[] =>
  questions.map((question) => ({
    ...question,
    required: false,
    choices: question.choices.map((choice) => ({ ...choice, elsewhere: null })),
  }))

/** The answers to a question that point elsewhere, whether or not one can still file here. */
export function pointersOf<Text>(question: Question<Text>, answers: Answers): readonly Choice<Text>[] {
  const chosen = chosenIn(answers[question.code])
  return question.choices.filter(({ code, elsewhere }) => elsewhere !== null && chosen.includes(code))
}
