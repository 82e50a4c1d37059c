/** A text with its places filled, and the names of the places that stand in it. */
export interface FilledText {
  readonly text: string
  readonly filled: ReadonlySet<string>
}

/** `{name}`, on one line. */
const PLACE = /\{([^{}\n]*)\}/g

/** The names of the places in a text, each once. */
export const placesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name)),
]

/**
 * Fills the places of a text, once: what is filled in is never read again. A paragraph is left out when one of its
 * places has nothing to say, so that nobody reads a sentence with a hole.
 * @param wordsFor `null` for a place that is unknown or has nothing to say
 */
export function fillText(template: string, wordsFor: (name: string) => string | null): FilledText {
  const filled = new Set<string>()
  const paragraphs = template.split(/\n{2,}/).flatMap((paragraph) => {
    const names = placesIn(paragraph)
    if (names.some((name) => wordsFor(name) === null)) return []
    for (const name of names) filled.add(name)
    return [paragraph.replace(PLACE, (_, name: string) => wordsFor(name) ?? '')]
  })
  return { text: paragraphs.join('\n\n'), filled }
}

/** The text with every place filled that can be; the others stand as they were written. */
export const showText = (template: string, wordsFor: (name: string) => string | null): string =>
  template.replace(PLACE, (place, name: string) => wordsFor(name) ?? place)
