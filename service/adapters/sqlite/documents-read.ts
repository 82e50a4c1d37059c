import type { CollectionSpec, Kept } from '../../storage/collection.ts'

/**
 * Documents as they were last read or written, each for as long as its list of words is held. Whoever changes a
 * document without touching its words hands that very list back, and tells so what the store holds.
 */
export interface DocumentsRead<D extends Kept> {
  /** @returns what it was given */
  note(document: D): D
  /** What the store holds under the document's name, if it still has the document's version. */
  before(document: D): D | null
}

export function documentsRead<D extends Kept>({ words }: CollectionSpec<D>): DocumentsRead<D> {
  const byWords = new WeakMap<readonly string[], D>()
  return {
    note(document) {
      const found = words?.of(document)
      if (found && found.length > 0) byWords.set(found, document)
      return document
    },
    before(document) {
      const known = words && byWords.get(words.of(document))
      const isKnown =
        known?.tenant === document.tenant && known.id === document.id && known.version === document.version
      return isKnown ? known : null
    },
  }
}
