import type { Language } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'

export type BreachTexts = Readonly<Record<Language, string>>

/** The reporter of an affected case was notified of the incident with this. It is sealed with the case. */
export interface BreachNotice {
  readonly incident: string
  readonly at: Instant
  /**
   * It becomes `null` once later notices come: the texts then stand in the history, and so on the pages of the case.
   */
  readonly texts: BreachTexts | null
}
