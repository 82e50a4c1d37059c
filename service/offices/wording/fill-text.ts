export interface FilledText {
  readonly text: string
  readonly filled: ReadonlySet<string>
}

/** `{name}`, on one line. */
const PLACE = /\{([^{}\n]*)\}/g

export const placesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name)),
]

/**
 * Fills the places of a text once: inserted values are never read again. A paragraph is left out if one of its places
 * has no value, so that nobody reads a sentence with a hole.
 * @param wordsFor `null` for a place that is unknown or has no value
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

/** Places without a value stay as written. */
export const showText = (template: string, wordsFor: (name: string) => string | null): string =>
  template.replace(PLACE, (place, name: string) => wordsFor(name) ?? place)
