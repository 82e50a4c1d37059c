import { plainNames, plainWords, wordsThatAreNamesToo } from './common-names.ts'
import { days } from './name-words.ts'
import { areAlike, endAlike } from './names-in-text.ts'

const [B, D, H, K, O, S] = [...'bdhkos'].map((letter) => letter.charCodeAt(0))

/** The pattern `kh|sh|o|[db]$`, without a pattern: each word of each complaint is asked. */
function hasOwnSound(word: string): boolean {
  let letter = -1
  for (let at = 0; at < word.length; at++) {
    const before = letter
    letter = word.charCodeAt(at)
    if (letter === O || (letter === H && (before === K || before === S))) return true
  }
  return letter === D || letter === B
}

/** Sounds alike: `Rachmad` and `Rahmat`, `Mochamad` and `Muhamad`. */
const soundOf = (word: string): string =>
  hasOwnSound(word)
    ? word.replaceAll('kh', 'h').replaceAll('sh', 's').replaceAll('o', 'u').replace(/d$/, 't').replace(/b$/, 'p')
    : word

const isSwapped = (word: string, part: string): boolean => {
  if (word.length !== part.length || part.length < 4) return false
  let at = 0
  while (at < part.length && word.charCodeAt(at) === part.charCodeAt(at)) at++
  return (
    at < part.length && word[at] === part[at + 1] && word[at + 1] === part[at] && endAlike(word, at + 2, part, at + 2)
  )
}

export const isKnownWord = (word: string): boolean =>
  plainNames.has(word) || wordsThatAreNamesToo.has(word) || plainWords.has(word) || days.has(word)

/** Two letters of a word as a small number, apart for each of the three pairs that are compared. */
const pairAt = (pair: number, word: string, first: number, second: number): number =>
  (pair << 28) | ((word.charCodeAt(first) & 0x3fff) << 14) | (word.charCodeAt(second) & 0x3fff)

// A slip in one half of a word leaves the two letters at the end of the other half. Only in words of four letters a swap
// of the middle two leaves neither, and the first and the last.
const firstTwo = (word: string): number => pairAt(0, word, 0, 1)
const lastTwo = (word: string): number => pairAt(1, word, word.length - 2, word.length - 1)
const outerTwo = (word: string): number => pairAt(2, word, 0, word.length - 1)

/** Words of names, arranged so that a word of a text meets only those that it may stand for. */
export class KnownWords {
  private readonly bySound = new Map<string, string[]>()
  private readonly byPair = new Map<number, string[]>()

  constructor(parts: readonly string[]) {
    for (const part of new Set(parts)) {
      add(this.bySound, soundOf(part), part)
      if (part.length < 4) continue
      for (const pairOf of [firstTwo, lastTwo, outerTwo]) add(this.byPair, pairOf(part), part)
    }
  }

  /**
   * Returns the words of names for which a word of a text may stand. A slip of one letter counts, unless it makes
   * another name or a word: `Agus` is not Bagus.
   */
  meantBy(word: string): readonly string[] {
    const sounds = this.bySound.get(soundOf(word))
    const found = sounds?.filter((part) => Math.abs(word.length - part.length) <= 3) ?? none
    // Shorter words have no slips.
    if (word.length < 4) return found
    const first = this.byPair.get(firstTwo(word))
    const last = this.byPair.get(lastTwo(word))
    const outer = word.length === 4 ? this.byPair.get(outerTwo(word)) : undefined
    if (!(first || last || outer)) return found
    let alike = found
    for (const parts of [first, last, outer]) {
      for (const part of parts ?? none) {
        if ((areAlike(word, part) || isSwapped(word, part)) && !alike.includes(part)) alike = [...alike, part]
      }
    }
    return alike === found || isKnownWord(word) ? found : alike
  }
}

const none: readonly string[] = []

function add<Key>(lists: Map<Key, string[]>, key: Key, part: string): void {
  const list = lists.get(key)
  if (list) list.push(part)
  else lists.set(key, [part])
}
