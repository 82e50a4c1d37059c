import type { Instant } from '../../shared/instant.ts'
import type { Kept } from '../../storage/collection.ts'
import type { StaffId } from '../staff-id.ts'
import type { TemplateWords } from './template-words.ts'

export interface Template extends Kept, TemplateWords {
  /** `null`: it came with the unit. */
  readonly changedBy: StaffId | null
  readonly changedAt: Instant
}

/** More than these nobody finds again. */
export const MOST_TEMPLATES = 200

const empty = { items: [], outcome: null, reason: null, elsewhere: '' } as const

/** Only what its act has. */
export function tidied(words: TemplateWords): TemplateWords {
  const { kind, items, outcome, reason, elsewhere } = words
  const own = kind === 'completion' ? { items } : kind === 'answer' ? { outcome } : { reason, elsewhere }
  return { ...words, ...empty, ...(kind === 'message' || kind === 'note' ? {} : own) }
}
