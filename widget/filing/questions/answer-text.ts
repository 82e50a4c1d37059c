import type { QuestionView } from '../../../service/contract/questions.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { isPlace } from '../../../service/offices/questions/answer-problems.ts'
import { type Answer, type Coordinates, chosenIn } from '../../../service/offices/questions/question.ts'
import { formatDate } from '../../element/dates.ts'
import { readPartWording } from '../../wording/languages.ts'
import type { Draft } from '../draft/draft.ts'
import { findAsked } from './asked-here.ts'

type Speaking = Pick<TenantView, 'language'>

export const formatAmount = (rupiah: number, { language }: Speaking): string => `Rp ${rupiah.toLocaleString(language)}`

/** Five decimals of a degree are about a metre. */
export function formatCoordinates({ latitude, longitude, accuracy }: Coordinates, { language }: Speaking): string {
  const metres = Math.round(accuracy).toLocaleString(language)
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)} (${readPartWording(language).questions.accuracy(metres)})`
}

function formatAnswer({ kind, choices }: QuestionView, answer: Answer, unit: TenantView): string {
  if (kind === 'choice' || kind === 'choices') {
    const chosen = chosenIn(answer)
    return choices
      .filter(({ code }) => chosen.includes(code))
      .map(({ label }) => label)
      .join('; ')
  }
  if (kind === 'amount') return formatAmount(Number(answer), unit)
  if (kind === 'date') return formatDate(String(answer), { ...unit, timeZone: 'UTC' })
  if (!isPlace(answer)) return String(answer)
  return [answer.text, answer.at && formatCoordinates(answer.at, unit)].filter(Boolean).join('\n')
}

/** Lists every asked question with its answer as text, which is empty where there is no answer. */
export function listAnswers(draft: Draft, unit: TenantView): (readonly [question: string, answer: string])[] {
  const { questions, asked, answers } = findAsked(draft, unit)
  return questions
    .filter(({ code }) => asked.some((one) => one.code === code))
    .map((question) => {
      const answer = answers[question.code]
      return [question.label, answer === undefined ? '' : formatAnswer(question, answer, unit)]
    })
}
