/** Parts of a page as a browser's parser reads them, without its text. */
export interface SeenPage {
  readonly scripts: readonly SeenScript[]
  readonly importMaps: readonly string[]
  readonly widgets: readonly SeenWidget[]
  readonly frames: readonly { readonly src: string; readonly sandbox: string | null }[]
  readonly links: readonly string[]
  readonly metaPolicies: readonly string[]
  readonly base: string | null
  /** The snippet is on the page as visible text. */
  readonly showsSnippetAsText: boolean
}

export interface SeenScript {
  /** As written; for a delayed script, the address that it will load. */
  readonly src: string
  readonly type: string
  readonly integrity: string
  readonly nonce: string
  /** An optimiser of the site delays it, by another name of `src` or another `type`. */
  readonly isDelayed: boolean
}

export interface SeenWidget {
  readonly tenant: string
  readonly service: string | null
  readonly mode: string
  /** The fingerprints that it allows, as written. */
  readonly sealingKey: string | null
  /** A link inside serves visitors without scripts. */
  readonly hasLink: boolean
}

export type ReadPage = (html: string) => Promise<SeenPage>
