import type { TemplateResult } from 'lit'
import type { IconName } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'

/** What the address says about where the person is. */
export interface Place {
  readonly path: string
  readonly tenant: string | null
  readonly number: string | null
  readonly query: URLSearchParams
}

/** Headings of the navigation, in this order. */
export const groups = ['cases', 'decisions', 'reports', 'unit', 'service'] as const
export type Group = (typeof groups)[number]

export interface Route {
  readonly pattern: string
  /** Permission in the unit of the address, or one of several; `operator` for who runs the service, `session` for everybody. */
  readonly needs: string | readonly string[]
  readonly icon: IconName
  /** Under which heading of the navigation the page stands; `null` where other pages lead to it. */
  readonly group: Group | null
  /** Fills the screen, so that people before it see nothing of other pages. */
  readonly isAlone?: true
  title(wording: Wording, place: Place): string
  load(): Promise<unknown>
  /** The page that most go to from here: it is fetched while nothing else is done. */
  fetchNext?(): Promise<unknown>
  render(place: Place): TemplateResult
}

export const WORK = '/admin/{tenant}/work'
