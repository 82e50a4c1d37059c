import type { Language } from '../../offices/vocabulary.ts'

type InBoth = Readonly<Record<Language, string>>

/** All of it is invented. */
export interface DemoSite {
  readonly slug: string
  readonly look: 'navy' | 'green'
  /** The widget in the page, or a button that opens it. */
  readonly mode: 'inline' | 'button'
  readonly crest: 'crest' | 'crestContoh'
  readonly headline: InBoth
  readonly welcome: InBoth
  readonly services: readonly { readonly title: InBoth; readonly text: InBoth }[]
  readonly news: readonly { readonly day: string; readonly title: InBoth; readonly text: InBoth }[]
  readonly complaintHeading: InBoth
  readonly complaintText: InBoth
}
