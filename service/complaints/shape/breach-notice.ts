import type { Instant } from '../../shared/instant.ts'
import type { Language } from '../vocabulary.ts'

/** What reporters are told, in both languages: each reads their own. */
export type BreachTexts = Readonly<Record<Language, string>>

/** An incident as the reporter of one affected case was told of it. Sealed with the case. */
export interface BreachNotice {
  readonly incident: string
  readonly at: Instant
  /** `null` once later ones are told: then the words stand in the history, and so on the pages of the case. */
  readonly texts: BreachTexts | null
}
