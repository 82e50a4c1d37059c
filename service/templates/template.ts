import type { Act } from '../complaints/desk.ts'
import type { Status, TemplateKind } from '../complaints/vocabulary.ts'
import { placesIn } from '../notices/wording/fill-text.ts'
import type { Instant } from '../shared/instant.ts'
import type { FieldProblem } from '../shared/refusal.ts'
import type { StaffId } from '../staff/staff-member.ts'
import type { Kept } from '../storage/collection.ts'
import { placeIn } from './template-places.ts'
import type { TemplateWords } from './template-words.ts'

export interface Template extends Kept, TemplateWords {
  /** `null`: it came with the unit. */
  readonly changedBy: StaffId | null
  readonly changedAt: Instant
}

/** More than these nobody finds again. */
export const MOST_TEMPLATES = 200

/** The acts that say a template's words. */
export const actsOf = {
  message: ['message'],
  note: ['note'],
  completion: ['ask-for-completion'],
  answer: ['propose-answer', 'answer'],
  decline: ['decline'],
} as const satisfies Record<TemplateKind, readonly Act[]>

const empty = { items: [], outcome: null, reason: null, elsewhere: '' } as const

/** Only what its act has. */
export function tidied(words: TemplateWords): TemplateWords {
  const { kind, items, outcome, reason, elsewhere } = words
  const own = kind === 'completion' ? { items } : kind === 'answer' ? { outcome } : { reason, elsewhere }
  return { ...words, ...empty, ...(kind === 'message' || kind === 'note' ? {} : own) }
}

/** Categories that the unit does not have, and places that nothing fills. */
export function templateProblems(words: TemplateWords, categories: readonly string[]): FieldProblem[] {
  const isKnown = (text: string) => placesIn(text).every((name) => placeIn(words.language, name))
  const unbalanced = (text: string) => /[{}]/.test(text.replace(/\{[^{}\n]*\}/g, ''))
  return [
    ...(words.categories.every((code) => categories.includes(code)) ? [] : [{ path: 'categories', code: 'unknown' }]),
    ...(['text', 'elsewhere'] as const).flatMap((path) =>
      unbalanced(words[path]) || !isKnown(words[path]) ? [{ path, code: 'unknown-place' }] : [],
    ),
  ]
}

/** Offered for a case of that category and status, to whoever can do what it says. */
export const isOffered = (
  template: TemplateWords,
  { category, status }: { readonly category: string; readonly status: Status },
  open: readonly Act[],
): boolean =>
  (template.categories.length === 0 || template.categories.includes(category)) &&
  (template.statuses.length === 0 || template.statuses.includes(status)) &&
  actsOf[template.kind].some((act) => open.includes(act))
