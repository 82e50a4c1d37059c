/** What a page carries, as a browser's parser reads it: nothing of what it says to its visitors. */
export interface SeenPage {
  readonly scripts: readonly SeenScript[]
  /** The text of each import map. */
  readonly importMaps: readonly string[]
  readonly widgets: readonly SeenWidget[]
  readonly frames: readonly { readonly src: string; readonly sandbox: string | null }[]
  /** Where its links lead, as written. */
  readonly links: readonly string[]
  /** Policies in `meta` elements of its head. */
  readonly metaPolicies: readonly string[]
  /** The `href` of its `base` element. */
  readonly base: string | null
  /** The snippet stands there as text that visitors read. */
  readonly showsSnippetAsText: boolean
}

export interface SeenScript {
  /** As written; of a script that another one loads later, what it would load. */
  readonly src: string
  readonly type: string
  readonly integrity: string
  readonly nonce: string
  /** A program of the site keeps the browser from loading it at once, by another name of `src` or another `type`. */
  readonly isDelayed: boolean
}

export interface SeenWidget {
  readonly tenant: string
  readonly service: string | null
  readonly mode: string
  /** The fingerprints that it allows, as written. */
  readonly sealingKey: string | null
  /** A link stands inside, for who has no scripts. */
  readonly hasLink: boolean
}

export type ReadPage = (html: string) => SeenPage
