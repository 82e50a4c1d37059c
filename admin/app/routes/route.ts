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

/** What stands in the navigation, in this order. `unit` is a page that leads to everything an office sets for itself. */
export const entries = ['today', 'cases', 'intake', 'decisions', 'reports', 'unit'] as const
export type Entry = (typeof entries)[number]

/** Headings of the page that leads to what is set, in this order. */
export const sections = ['people', 'wording', 'sites', 'keeping', 'settings', 'service'] as const
export type Section = (typeof sections)[number]

export interface Route {
  readonly pattern: string
  /** Permission in the unit of the address, or one of several; `operator` for who runs the service, `session` for everybody. */
  readonly needs: string | readonly string[]
  readonly icon: IconName
  /** The page stands under this entry of the navigation; `null` where other pages lead to it. */
  readonly entry: Entry | null
  /** On the page of the entry `unit` it stands under this heading. */
  readonly section?: Section
  /** Fills the screen, so that people before it see nothing of other pages. */
  readonly isAlone?: (place: Place) => boolean
  /** Leads to all pages of its entry, so the application itself brings it. */
  readonly isOverview?: true
  title(wording: Wording, place: Place): string
  load(): Promise<unknown>
  /** The page that most go to from here: it is fetched while nothing else is done. */
  fetchNext?(): Promise<unknown>
  render(place: Place): TemplateResult
}

export const TODAY = '/admin/{tenant}/today'
export const UNIT = '/admin/{tenant}/unit'
export const SERVICE = '/admin/service'
export const UNITS = '/admin/operator'
