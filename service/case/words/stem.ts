/** Complaints share most of their words and a stem costs a dozen patterns, so stems are cached. */
const MOST_KEPT = 20_000
const kept = new Map<string, readonly string[]>()

/**
 * Returns the stems of an Indonesian word: several where a prefix hides the first letter of the root, as `menikah` may
 * come from `nikah` or `tikah`. They need not be real roots, but forms of a word must share one.
 */
export function stemsOf(word: string): readonly string[] {
  const known = kept.get(word)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const stems = [...new Set(withoutPrefix(withoutSuffix(word)).flatMap((rest) => withoutPrefix(rest)))].map(dropFinalK)
  kept.set(word, stems)
  return stems
}

/**
 * Removes possessives, then one suffix. `kan` and `an` after `k` look alike, so a final `k` is removed from every word
 * too.
 */
function withoutSuffix(word: string): string {
  const owned = cutEnding(cutEnding(word, /nya$/, 3), /(?:ku|mu)$/, 4)
  return cutEnding(cutEnding(owned, /an$/, 4), /i$/, 4)
}

const dropFinalK = (stem: string): string => cutEnding(stem, /(?<=.[^g])k$/, 3)

const cutEnding = (word: string, ending: RegExp, least: number): string => {
  const shorter = word.replace(ending, '')
  return shorter.length >= least ? shorter : word
}

interface Prefix {
  readonly prefix: RegExp
  /** The root may begin with these letters where the prefix replaced the first one. */
  readonly begins: readonly string[]
  readonly least: number
}

const prefixes: readonly Prefix[] = [
  { prefix: /^(?:meny|peny)(?=[aiueo])/, begins: ['s', 'ny'], least: 4 },
  { prefix: /^(?:menge|penge)(?=[^aiueo][aiueo][^aiueo])/, begins: ['', 'ke'], least: 3 },
  { prefix: /^(?:meng|peng)(?=[aiueo])/, begins: ['', 'k'], least: 3 },
  { prefix: /^(?:meng|peng)/, begins: [''], least: 3 },
  { prefix: /^(?:mem|pem)(?=[aiueo])/, begins: ['p', 'm'], least: 4 },
  { prefix: /^(?:mem|pem)/, begins: [''], least: 4 },
  { prefix: /^(?:men|pen)(?=[aiueo])/, begins: ['t', 'n'], least: 4 },
  { prefix: /^(?:men|pen)/, begins: [''], least: 4 },
  { prefix: /^di/, begins: [''], least: 3 },
  { prefix: /^be(?=kerj)/, begins: [''], least: 4 },
  { prefix: /^(?:ber|ter|per|ke|se|me|pe)/, begins: [''], least: 4 },
]

function withoutPrefix(word: string): readonly string[] {
  const found = prefixes.find(({ prefix }) => prefix.test(word))
  if (!found) return [word]
  const rest = word.replace(found.prefix, '')
  return rest.length >= found.least - 1 && (found.begins[0] ?? '').length + rest.length >= found.least
    ? found.begins.map((begin) => begin + rest)
    : [word]
}
