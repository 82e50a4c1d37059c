import {
  type Answer,
  type Answers,
  type Coordinates,
  isEmpty,
  type Question,
  type QuestionKind,
  selectQuestions,
} from './questions.ts'

export interface WrittenAnswer {
  readonly texts: readonly string[]
  readonly at?: Coordinates | undefined
}

/** Reads whole rupiah as people write them: `Rp 1.500.000,00`, `1,500,000` or `1500000`. */
function readAmount(text: string): number {
  const digits = text
    .replace(/^\s*rp\.?/i, '')
    .replace(/[.,](?:00|-)\s*$/, '')
    .replace(/[\s.,]/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}

/** Reads an answer from the fields. Text that is not an amount is kept, so that it is refused at its question. */
export function readAnswer(kind: QuestionKind, { texts, at }: WrittenAnswer): Answer | undefined {
  const [text = ''] = texts.map((one) => one.trim())
  switch (kind) {
    case 'choices':
      return texts.length > 0 ? [...texts] : undefined
    case 'amount': {
      const amount = readAmount(text)
      return text === '' ? undefined : Number.isNaN(amount) ? text : amount
    }
    case 'place':
      return text || at ? { ...(text && { text }), ...(at && { at }) } : undefined
    default:
      return text || undefined
  }
}

export function parseAnswers<Text>(
  questions: readonly Question<Text>[],
  written: (code: string) => WrittenAnswer | undefined,
): Answers {
  const all = Object.fromEntries(
    questions.map(({ code, kind }) => [code, readAnswer(kind, written(code) ?? { texts: [] })] as const),
  )
  const { asked } = selectQuestions(questions, all)
  return Object.fromEntries(asked.map(({ code }) => [code, all[code]] as const).filter(([, one]) => !isEmpty(one)))
}
