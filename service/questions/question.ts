import type { Language } from '../complaints/vocabulary.ts'

/** `choice`: one of several; `choices`: any of several; `amount`: whole rupiah; `place`: words, coordinates or both. */
export const questionKinds = ['text', 'choice', 'choices', 'date', 'amount', 'place', 'person'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** A sentence of the unit in every language that it writes. */
export type Worded = Readonly<Record<Language, string>>

/** More questions than this nobody answers on a phone; longer texts belong in the story. */
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
  /** Whole rupiah: a thousand trillion, more than the budget of any office. */
  amount: 1_000_000_000_000_000,
} as const

/** Where an answer points: another body, or an emergency call. */
export interface Elsewhere<Text = Worded> {
  readonly text: Text
  readonly phone: string | null
  readonly link: string | null
  /** False: filing stops here. */
  readonly mayFile: boolean
}

export interface Choice<Text = Worded> {
  readonly code: string
  readonly label: Text
  readonly elsewhere: Elsewhere<Text> | null
}

/** What a unit asks besides the story in one category. `Text` is a string where one language was chosen. */
export interface Question<Text = Worded> {
  /** Lasts while the words change. */
  readonly code: string
  readonly kind: QuestionKind
  readonly label: Text
  readonly hint: Text | null
  readonly required: boolean
  /** Of a question with choices; otherwise none. */
  readonly choices: readonly Choice<Text>[]
  /** Asked only when an earlier question with choices was answered with one of these; `null`: always. */
  readonly shownWhen: { readonly question: string; readonly answers: readonly string[] } | null
}

/** Where a browser says that it is, in degrees, and how far that may be wrong, in metres. */
export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
  readonly accuracy: number
}

export interface PlaceAnswer {
  readonly text?: string | undefined
  readonly at?: Coordinates | undefined
}

/** A string for text, choice, person and date (`2026-11-25`); codes for choices; whole rupiah for an amount. */
export type Answer = string | number | readonly string[] | PlaceAnswer

/** By the codes of their questions. */
export type Answers = Readonly<Record<string, Answer | undefined>>

export const hasChoices = ({ kind }: Pick<Question, 'kind'>): boolean => kind === 'choice' || kind === 'choices'

/** The codes that were chosen; none where something else was answered. */
export const chosenIn = (answer: Answer | undefined): readonly string[] =>
  typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : []
