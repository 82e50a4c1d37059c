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
