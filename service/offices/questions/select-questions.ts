import { type Answers, type Choice, chosenIn, type Question } from './question.ts'

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
