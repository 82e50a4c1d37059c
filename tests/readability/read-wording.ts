/** What stands in each place of a message, so that each of its choices is read: by a name, by yes and by one. */
const samples: readonly unknown[] = ['Kantor', true, 1]

/** The widget's own texts are functions of values in a row: names, numbers, lists. */
const rows: readonly (readonly unknown[])[] = [
  ['Kantor', 'Senin', 'Senin', 'Senin'],
  [3, 3, 3, 3],
  ['Kantor', ['Ya'], ['Ya']],
  [['email'], ['email']],
]

type Say = (...values: readonly unknown[]) => unknown

/** Reads a wording as people meet it: every text, with something in each of its places. */
export function textsOf(wording: unknown): string[] {
  if (typeof wording === 'string') return [wording]
  if (typeof wording === 'function') return textsOf(fill(wording as Say))
  return wording && typeof wording === 'object' ? Object.values(wording).flatMap(textsOf) : []
}

/** A text of the widget takes a row; a message of a catalogue takes values by their names, and reads otherwise by each. */
function fill(say: Say): unknown {
  for (const row of rows) {
    try {
      const filled = say(...row)
      if (!textsOf(filled).some((one) => one.includes('undefined'))) return filled
    } catch {
      // It wants values of another kind.
    }
  }
  const read = samples.map((sample) =>
    String(say(new Proxy({}, { get: () => sample }))).replaceAll(String(sample), 'Kantor'),
  )
  return [...new Set(read)]
}

/** Takes the sentences out of texts. A label is none: it ends without a stop. */
export const sentencesOf = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/(?<=[.?!][”"]?)\s+|\n+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[.?!][”"]?$/.test(sentence) && wordsOf(sentence).length >= 3)

export const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}]+(?:[-’'.][\p{L}\p{N}]+)*/gu) ?? []
