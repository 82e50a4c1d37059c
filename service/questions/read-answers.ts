import { isEmpty } from './answer-problems.ts'
import { askedOf } from './asked-of.ts'
import type { Answer, Answers, Coordinates, Question, QuestionKind } from './question.ts'

/** What stands in the fields of a form, before it is an answer. */
export interface Written {
  readonly texts: readonly string[]
  readonly at?: Coordinates | undefined
}

/** What people write for whole rupiah: `Rp 1.500.000,00`, `1,500,000` or `1500000`. */
function amountIn(text: string): number {
  const digits = text
    .replace(/^\s*rp\.?/i, '')
    .replace(/[.,](?:00|-)\s*$/, '')
    .replace(/[\s.,]/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}

/** An answer from what was written. Something that is no amount stays what it is, to be refused where it stands. */
export function answerFrom(kind: QuestionKind, { texts, at }: Written): Answer | undefined {
  const [text = ''] = texts.map((one) => one.trim())
  switch (kind) {
    case 'choices':
      return texts.length > 0 ? [...texts] : undefined
    case 'amount': {
      const amount = amountIn(text)
      return text === '' ? undefined : Number.isNaN(amount) ? text : amount
    }
    case 'place':
      return text || at ? { ...(text && { text }), ...(at && { at }) } : undefined
    default:
      return text || undefined
  }
}

/** The answers to what is asked, in the order of the questions; the rest of what was written is left out. */
export function answersFrom<Text>(
  questions: readonly Question<Text>[],
  written: (code: string) => Written | undefined,
): Answers {
  const all = Object.fromEntries(
    questions.map(({ code, kind }) => [code, answerFrom(kind, written(code) ?? { texts: [] })] as const),
  )
  const { asked } = askedOf(questions, all)
  return Object.fromEntries(asked.map(({ code }) => [code, all[code]] as const).filter(([, one]) => !isEmpty(one)))
}
