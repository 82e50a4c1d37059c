import type { QuestionView } from '../../../service/contract/questions.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { isPlace } from '../../../service/offices/questions/answer-problems.ts'
import { type Answer, type Coordinates, chosenIn } from '../../../service/offices/questions/question.ts'
import { longDate } from '../../element/dates.ts'
import { partMessages } from '../../wording/languages.ts'
import type { Draft } from '../draft/draft.ts'
import { askedHere } from './asked-here.ts'

type Speaking = Pick<TenantView, 'language'>

export const sayAmount = (rupiah: number, { language }: Speaking): string => `Rp ${rupiah.toLocaleString(language)}`

/** Five places of a degree are about a metre. */
export function sayCoordinates({ latitude, longitude, accuracy }: Coordinates, { language }: Speaking): string {
  const metres = Math.round(accuracy).toLocaleString(language)
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)} (${partMessages(language).questions.accuracy(metres)})`
}

/** An answer as it is read back. */
function sayAnswer({ kind, choices }: QuestionView, answer: Answer, unit: TenantView): string {
  if (kind === 'choice' || kind === 'choices') {
    const chosen = chosenIn(answer)
    return choices
      .filter(({ code }) => chosen.includes(code))
      .map(({ label }) => label)
      .join('; ')
  }
  if (kind === 'amount') return sayAmount(Number(answer), unit)
  if (kind === 'date') return longDate(String(answer), { ...unit, timeZone: 'UTC' })
  if (!isPlace(answer)) return String(answer)
  return [answer.text, answer.at && sayCoordinates(answer.at, unit)].filter(Boolean).join('\n')
}

/** Every question that is asked, with what is sent as its answer; an empty one was not answered. */
export function answerLines(draft: Draft, unit: TenantView): (readonly [question: string, answer: string])[] {
  const { questions, asked, answers } = askedHere(draft, unit)
  return questions
    .filter(({ code }) => asked.some((one) => one.code === code))
    .map((question) => {
      const answer = answers[question.code]
      return [question.label, answer === undefined ? '' : sayAnswer(question, answer, unit)]
    })
}
