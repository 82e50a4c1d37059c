import { todaysSpelling, wordsOf } from './names-in-text.ts'
import { isPlain, tokensOf } from './tokens.ts'

const [A = 0, Z = 0, ZERO = 0, NINE = 0] = [...'az09'].map((letter) => letter.charCodeAt(0))
const NEITHER = 0
const LETTER = 1
const DIGIT = 2

/**
 * The words of a text with their places, as `tokensOf` finds them, and all its words and numbers, as `wordsOf` does. What
 * surrounds a word is read only where somebody asks, which is at few of the words of each complaint.
 */
export class WordsRead {
  /** In lower case, without accents, in today's spelling. */
  readonly words: string[] = []
  /** The same words, with numbers among them. */
  readonly spoken: readonly string[]
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  constructor(readonly text: string) {
    const isSimple = isPlain(text) && !text.includes("'")
    if (!isSimple) for (const { word, start, end } of tokensOf(text)) this.take(word, start, end)
    this.spoken = isSimple ? this.readSimple(text.toLowerCase()) : wordsOf(text)
  }

  private take(word: string, start: number, end: number): void {
    this.words.push(word)
    this.starts.push(start)
    this.ends.push(end)
  }

  /** In a text without accents and apostrophes both are the same letters, so they are cut out once. */
  private readSimple(text: string): string[] {
    const spoken: string[] = []
    let kind = NEITHER
    let from = 0
    let whole = 0
    for (let at = 0; at <= text.length; at++) {
      const code = text.charCodeAt(at)
      const next = code >= A && code <= Z ? LETTER : code >= ZERO && code <= NINE ? DIGIT : NEITHER
      if (next === kind) continue
      if (kind === NEITHER) whole = at
      else {
        const word = todaysSpelling(text.slice(from, at))
        if (kind === LETTER) this.take(word, from, at)
        if (next === NEITHER) spoken.push(whole === from ? word : todaysSpelling(text.slice(whole, at)))
      }
      from = at
      kind = next
    }
    return spoken
  }

  /** Returns what stands between the word before and this one. */
  gapBefore(at: number): string {
    return this.text.slice(at > 0 ? this.ends[at - 1] : 0, this.starts[at] ?? 0)
  }

  /** It has a capital first letter and small ones after it, or is a single capital letter. */
  isCapital(at: number): boolean {
    const raw = this.asWritten(at)
    const [first = ''] = raw
    return first !== first.toLowerCase() && (raw === first || !hasOnlyCapitals(raw))
  }

  isUpper(at: number): boolean {
    const raw = this.asWritten(at)
    const [first] = raw
    return raw !== first && hasOnlyCapitals(raw)
  }

  beginsSentence(at: number): boolean {
    return at === 0 || /[.!?:;\n"“]/.test(this.gapBefore(at))
  }

  private asWritten(at: number): string {
    return this.text.slice(this.starts[at] ?? 0, this.ends[at] ?? 0)
  }
}

const hasOnlyCapitals = (raw: string): boolean => raw !== raw.toLowerCase() && raw === raw.toUpperCase()
