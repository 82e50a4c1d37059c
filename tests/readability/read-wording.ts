/** Values that a text may want, in the order in which they are tried: names, numbers, lists. */
const samples: readonly (readonly unknown[])[] = [
  ['Kantor', 'Senin', 'Senin', 'Senin'],
  [3, 3, 3, 3],
  ['Kantor', ['Ya'], ['Ya']],
  [['email'], ['email']],
  [
    {
      office: 'Kantor',
      officeShort: 'Kantor',
      number: 'BO-1',
      trackingCode: 'KODE',
      followUrl: 'alamat',
      pageUrl: 'alamat',
    },
  ],
  [{ day: 'Senin', axe: 4, states: 3, narrowest: 320 }],
]

/** Reads a wording as people meet it: every text, with something in each of its places. */
export function textsOf(wording: unknown): string[] {
  if (typeof wording === 'string') return [wording]
  if (typeof wording === 'function') return textsOf(fill(wording as (...values: unknown[]) => unknown))
  return wording && typeof wording === 'object' ? Object.values(wording).flatMap(textsOf) : []
}

function fill(text: (...values: unknown[]) => unknown): unknown {
  for (const values of samples) {
    try {
      const filled = text(...values)
      if (!textsOf(filled).some((one) => one.includes('undefined'))) return filled
    } catch {
      // It wants values of another kind.
    }
  }
  throw new Error(`No sample fills this text: ${text}`)
}

/** Takes the sentences out of texts. A label is none: it ends without a stop. */
export const sentencesOf = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/(?<=[.?!][”"]?)\s+|\n+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[.?!][”"]?$/.test(sentence) && wordsOf(sentence).length >= 3)

export const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}]+(?:[-’'.][\p{L}\p{N}]+)*/gu) ?? []
