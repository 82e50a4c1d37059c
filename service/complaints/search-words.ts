const stopWords = new Set(
  'yang dan untuk dari pada dengan ini itu tidak saya kami kita dia mereka akan ada oleh juga sudah karena atau the and for was with that this'.split(
    ' ',
  ),
)

/** Longest list of words under which one complaint is found. */
const MOST_WORDS = 400

/** The words of a text as search compares them: lower case, without accents, three characters or more, by their stem. */
export function searchWords(texts: readonly (string | null)[]): string[] {
  const words = new Set<string>()
  for (const text of texts) {
    if (text === null) continue
    for (const word of text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)) {
      if (word.length < 3 || word.length > 40 || stopWords.has(word)) continue
      words.add(knownStem(word))
      if (words.size >= MOST_WORDS) return [...words]
    }
  }
  return [...words]
}

/** Complaints share most of their words, and a stem costs a dozen patterns. */
const MOST_KEPT = 20_000
const stems = new Map<string, string>()

function knownStem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= MOST_KEPT) stems.clear()
  const stemmed = stem(word)
  stems.set(word, stemmed)
  return stemmed
}

/**
 * A light stemmer for Indonesian: it takes particles, possessives, one suffix and up to two prefixes, and leaves at
 * least four letters. It need not find the true root; it must treat a word and its question alike.
 */
export function stem(word: string): string {
  let rest = cut(word, /(?:lah|kah|tah|pun)$/)
  rest = cut(rest, /(?:nya|ku|mu)$/)
  rest = cut(rest, /(?:kan|an|i)$/)
  rest = cutPrefix(rest)
  return cutPrefix(rest)
}

const cut = (word: string, ending: RegExp): string => {
  const shorter = word.replace(ending, '')
  return shorter.length >= 4 ? shorter : word
}

const prefixes: readonly (readonly [prefix: RegExp, restored: string])[] = [
  [/^(?:meny|peny)(?=[aiueo])/, 's'],
  [/^(?:meng|peng)(?=[aiueo])/, ''],
  [/^(?:meng|peng)/, ''],
  [/^(?:mem|pem)(?=[aiueo])/, 'p'],
  [/^(?:mem|pem)/, ''],
  [/^(?:men|pen)(?=[aiueo])/, 't'],
  [/^(?:men|pen)/, ''],
  [/^(?:ber|ter|per|di|ke|se|me|pe)/, ''],
]

function cutPrefix(word: string): string {
  for (const [prefix, restored] of prefixes) {
    if (!prefix.test(word)) continue
    const shorter = word.replace(prefix, restored)
    return shorter.length >= 4 ? shorter : word
  }
  return word
}
