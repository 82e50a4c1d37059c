import type { CompletionItem, DeclineReason, Language, Outcome, Status, TemplateKind } from '../vocabulary.ts'

/** A template's text, with the fields of the act that uses it. */
export interface TemplateWords {
  readonly name: string
  readonly kind: TemplateKind
  readonly language: Language
  /** The categories where it is offered; an empty list means everywhere. */
  readonly categories: readonly string[]
  readonly statuses: readonly Status[]
  readonly text: string
  /** The requested items of a completion. */
  readonly items: readonly CompletionItem[]
  /** It is set for an answer. */
  readonly outcome: Outcome | null
  /** They are set for a decline, with where to go instead. */
  readonly reason: DeclineReason | null
  readonly elsewhere: string
}
