import type { Instant } from '../../shared/instant.ts'
import type { Kept } from '../../storage/collection.ts'
import type { StaffId } from '../staff-id.ts'
import type { TemplateWords } from './template-words.ts'

export interface Template extends Kept, TemplateWords {
  /** It is `null` if it came with the tenant's first templates. */
  readonly changedBy: StaffId | null
  readonly changedAt: Instant
}

/** Nobody would find one among more. */
export const MOST_TEMPLATES = 200

const empty = { items: [], outcome: null, reason: null, elsewhere: '' } as const

/** Keeps only the fields that its act has. */
export function tidyTemplate(words: TemplateWords): TemplateWords {
  const { kind, items, outcome, reason, elsewhere } = words
  const own = kind === 'completion' ? { items } : kind === 'answer' ? { outcome } : { reason, elsewhere }
  return { ...words, ...empty, ...(kind === 'message' || kind === 'note' ? {} : own) }
}
