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

/**
 * People write these in several ways: abbreviations, spellings and everyday words of complaints. Each gets one common
 * word.
 */
const spellings = {
  ktp: ['ektp', 'kartu tanda penduduk', 'kartu penduduk'],
  kk: ['kartu keluarga'],
  akta: ['akte'],
  pungli: ['pungutan liar'],
  uang: ['duit'],
  antre: ['antri', 'antrian', 'antrean', 'ngantri', 'ngantre', 'mengantri', 'mengantre'],
  izin: ['ijin'],
  perizinan: ['perijinan'],
  sertifikat: ['sertipikat'],
  apotek: ['apotik'],
  jalan: ['jln'],
  jalanan: ['jlnan'],
  alamat: ['almt'],
  bansos: ['bantuan sosial'],
  puskesmas: ['pusat kesehatan masyarakat'],
  rs: ['rumah sakit', 'rsud'],
  sd: ['sekolah dasar'],
  rt: [],
  rw: [],
  wc: ['toilet', 'kamar kecil', 'jamban'],
  hp: ['handphone', 'ponsel', 'telepon genggam'],
  situs: ['website', 'web', 'laman'],
  online: ['daring'],
  error: ['eror', 'galat'],
  email: ['surel'],
  whatsapp: ['wa', 'whatsap'],
  pbb: ['pajak bumi bangunan', 'pajak bumi dan bangunan'],
  pkl: ['pedagang kaki lima', 'kaki lima'],
  pju: ['penerangan jalan', 'penerangan jalan umum', 'lampu jalan'],
  kades: ['kepala desa'],
  lansia: ['lanjut usia'],
  disabilitas: ['difabel', 'penyandang cacat'],
  ambulans: ['ambulan', 'ambulance'],
  bus: ['bis'],
  calo: ['percaloan', 'makelar'],
  sim: ['surat izin mengemudi'],
  imb: ['izin mendirikan bangunan'],
  ppdb: ['penerimaan siswa baru', 'penerimaan murid baru'],
  siswa: ['murid'],
  suap: ['sogok', 'sogokan'],
  selokan: ['got', 'parit', 'drainase'],
} satisfies Readonly<Record<string, readonly string[]>>

interface Phrase {
  readonly words: readonly string[]
  readonly word: string
}

const all = Object.entries(spellings).flatMap(([word, others]) =>
  [word, ...others].map((spelling) => ({ words: spelling.split(' '), word })),
)

export const sameAs: ReadonlyMap<string, string> = new Map(
  all.filter(({ words }) => words.length === 1).map(({ words: [spelling = ''], word }) => [spelling, word]),
)

export const oneWordOf = (word: string): string => sameAs.get(word) ?? word

const phrases = byFirst()

function byFirst(): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>()
  for (const phrase of all) {
    const [first = ''] = phrase.words
    if (phrase.words.length > 1) found.set(first, [...(found.get(first) ?? []), phrase])
  }
  for (const same of found.values()) same.sort((one, other) => other.words.length - one.words.length)
  return found
}

export function longestPhrase(words: readonly string[], at: number): { word: string; length: number } | null {
  const found = phrases.get(words[at] ?? '')?.find((phrase) => phrase.words.every((word, n) => words[at + n] === word))
  return found ? { word: found.word, length: found.words.length } : null
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']

/**
 * Returns all texts that one typing error makes of a word: a letter too many, too few, another one, or two that changed
 * places. Some 53 for each letter; most are no words.
 */
export function oneLetterAway(word: string): readonly string[] {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    for (const letter of letters) found.add(before + letter + after)
    if (after === '') continue
    found.add(before + after.slice(1))
    for (const letter of letters) found.add(before + letter + after.slice(1))
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2))
  }
  found.delete(word)
  return [...found]
}
