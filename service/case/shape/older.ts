import type { Instant } from '../../shared/instant.ts'
import type { Message, Note } from './correspondence.ts'
import type { HistoryEvent, HistoryLine } from './history.ts'
import type { IdentityOpening } from './identity-request.ts'
import type { Notice } from './notice.ts'

/** A page is named by its number and the version of the case from which it was made. */
export type PageName = string & { readonly pageName: unique symbol }

/**
 * A page holds a past period of a case, without the newest items. It is written once, before the case that names it;
 * only the outcome of a notice may change later.
 */
export interface OlderPage {
  readonly messages: readonly Message[]
  readonly notes: readonly Note[]
  readonly history: readonly HistoryLine[]
  readonly openings: readonly IdentityOpening[]
  readonly notices: readonly Notice[]
  readonly previous: PageName | null
}

export interface NamedPage {
  readonly name: PageName
  readonly page: OlderPage
}

export interface Older {
  readonly newest: PageName
  readonly pages: number
  readonly events: readonly HistoryEvent[]
  readonly lastPublicAt: Instant | null
  readonly openings: number
  /** Ids of recent messages and moments of recent news of a leading case, which may arrive again. */
  readonly arrived: readonly string[]
  readonly words: readonly string[]
}
