import { todaysSpelling } from './names-in-text.ts'
import { isPlain, tokensOf } from './tokens.ts'

const [A, Z, APOSTROPHE] = [97, 122, 39]

/**
 * The words of a text, with their places, as `tokensOf` finds them. What surrounds a word is read only where somebody
 * asks, which is at few of the words of each complaint.
 */
export class WordsRead {
  /** In lower case, without accents, in today's spelling. */
  readonly words: string[] = []
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  constructor(private readonly text: string) {
    if (isPlain(text)) this.readPlain(text.toLowerCase())
    else for (const { word, start, end } of tokensOf(text)) this.take(word, start, end)
  }

  private take(word: string, start: number, end: number): void {
    this.words.push(word)
    this.starts.push(start)
    this.ends.push(end)
  }

  private readPlain(text: string): void {
    let start = -1
    let isQuoted = false
    for (let at = 0; at <= text.length; at++) {
      const letter = text.charCodeAt(at)
      if (letter >= A && letter <= Z) {
        if (start < 0) start = at
      } else if (start >= 0) {
        if (letter === APOSTROPHE) isQuoted = true
        else {
          const word = text.slice(start, at)
          this.take(todaysSpelling(isQuoted ? word.replaceAll("'", '') : word), start, at)
          start = -1
          isQuoted = false
        }
      }
    }
  }

  /** Returns what stands between the word before and this one. */
  gapBefore = (at: number): string => this.text.slice(at > 0 ? this.ends[at - 1] : 0, this.starts[at] ?? 0)

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

  beginsSentence = (at: number): boolean => at === 0 || /[.!?:;\n"“]/.test(this.gapBefore(at))

  private asWritten = (at: number): string => this.text.slice(this.starts[at] ?? 0, this.ends[at] ?? 0)
}

const hasOnlyCapitals = (raw: string): boolean => raw !== raw.toLowerCase() && raw === raw.toUpperCase()
