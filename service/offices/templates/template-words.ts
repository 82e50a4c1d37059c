import type { CompletionItem, DeclineReason, Language, Outcome, Status, TemplateKind } from '../vocabulary.ts'

/** Words that a unit keeps for what it says again and again, with the fields of the act that says them. */
export interface TemplateWords {
  readonly name: string
  readonly kind: TemplateKind
  readonly language: Language
  /** Where it is offered; empty: everywhere. */
  readonly categories: readonly string[]
  readonly statuses: readonly Status[]
  readonly text: string
  /** What to ask for, of a completion. */
  readonly items: readonly CompletionItem[]
  /** Of an answer. */
  readonly outcome: Outcome | null
  /** Of a decline, with where to go instead. */
  readonly reason: DeclineReason | null
  readonly elsewhere: string
}
