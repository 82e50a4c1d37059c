import { titles, todaysSpelling, wordsOf } from './names-in-text.ts'

/** Offices shorten their positions like this. Left in today's spelling, right as written out. */
const shortened: Readonly<Record<string, string>> = {
  kasi: 'kepala seksi',
  kasie: 'kepala seksi',
  kabag: 'kepala bagian',
  kabid: 'kepala bidang',
  kasubag: 'kepala sub bagian',
  kasubid: 'kepala sub bidang',
  kasubsi: 'kepala sub seksi',
  subag: 'sub bagian',
  subagian: 'sub bagian',
  subid: 'sub bidang',
  subidang: 'sub bidang',
  kadis: 'kepala dinas',
  kadin: 'kepala dinas',
  kaban: 'kepala badan',
  kakan: 'kepala kantor',
  kades: 'kepala desa',
  kadus: 'kepala dusun',
  kapus: 'kepala puskesmas',
  kepsek: 'kepala sekolah',
  kaur: 'kepala urusan',
  kabiro: 'kepala biro',
  karo: 'kepala biro',
  kaupt: 'kepala upt',
  sekdes: 'sekretaris desa',
  sekcam: 'sekretaris camat',
  sekdin: 'sekretaris dinas',
  sekban: 'sekretaris badan',
  seklur: 'sekretaris lurah',
  ka: 'kepala',
  sie: 'seksi',
  konter: 'loket',
  kounter: 'loket',
  counter: 'loket',
  cs: 'petugas layanan',
  satu: '1',
  dua: '2',
  tiga: '3',
  empat: '4',
  lima: '5',
  enam: '6',
  tujuh: '7',
  delapan: '8',
  sembilan: '9',
  sepuluh: '10',
  ii: '2',
  iii: '3',
}

/** These stand between the words of a position, or before it, and change nothing. */
const fillers = new Set(['di', 'pada', 'dari', 'bagian', 'no', 'nomor', 'nomer', 'plt', 'plh', 'pj', 'yang', 'dan'])

/** Many have such a position, so it identifies somebody only if it is the only one. */
const usual = new Set(
  'petugas staf pegawai anggota operator admin pelaksana pengelola loket layanan pelayanan umum verifikator'
    .split(' ')
    .map(todaysSpelling),
)

const desks = new Set(['loket', 'meja', 'ruang', 'pintu'])

const longForms = new Map(
  Object.entries(shortened).map(([word, long]) => [word, long.split(' ').map(todaysSpelling)] as const),
)

/** @param words in today's spelling, as `wordsOf` returns them */
function unfold(words: readonly string[]): string[] {
  const unfolded: string[] = []
  for (const word of words) {
    const long = longForms.get(word)
    if (long) unfolded.push(...long)
    else unfolded.push(word)
  }
  return unfolded
}

const withoutFillers = (words: readonly string[]): string[] => words.filter((word) => !fillers.has(word))

const stands = (part: readonly string[], text: readonly string[]): boolean =>
  part.length > 0 && ` ${text.join(' ')} `.includes(` ${part.join(' ')} `)

/** `loket 2` of `Petugas Loket 2`. */
const deskOf = (words: readonly string[]): string | null => {
  const at = words.findIndex((word, place) => desks.has(word) && /^\d+$/.test(words[place + 1] ?? ''))
  return at < 0 ? null : `${words[at]} ${words[at + 1]}`
}

const countSame = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function isCalled(words: readonly string[], spoken: readonly string[], isOnlyOne: boolean): boolean {
  if (words.length === 0) return false
  const desk = deskOf(words)
  if (desk !== null && stands(desk.split(' '), spoken)) return true
  const isUsual = words.every((word) => usual.has(word) || titles.has(word))
  if (words.length === 1) return isOnlyOne && !isUsual && stands(words, spoken)
  if (stands(words, spoken)) return isOnlyOne || !isUsual
  // `kasi pelayanan` is the Kepala Seksi Pelayanan Perizinan.
  return words.length > 3 && stands(words.slice(0, 3), spoken)
}

/** What a person does whom a story blames, by how the word begins. */
const blaming = (
  'minta meminta dimintai memungut menarik menyuruh menolak memarahi membentak mempersulit memeras mengancam menipu ' +
  'marah kasar memaksa menghina menerima mengambil'
)
  .split(' ')
  .map(todaysSpelling)

/** Everybody's positions, taken apart once for all texts in which they are looked for. */
export class KnownPositions {
  private readonly called: readonly { readonly words: readonly string[]; readonly isOnlyOne: boolean }[]
  /** Positions of two words and more that only one has, with their place among all, by their first word. */
  private readonly whole = new Map<string, (readonly [place: number, words: readonly string[]])[]>()
  /** The words of a text in which one of those may begin, long or shortened. */
  private readonly openings: ReadonlySet<string>
  /** How many words the longest of those has. */
  private readonly longest: number
  private readonly amount: number

  constructor(positions: readonly string[]) {
    const unfolded = positions.map((position) => unfold(wordsOf(position)))
    const cores = unfolded.map(withoutFillers)
    const counts = countSame(cores.map((words) => words.join(' ')))
    this.called = cores.map((words) => ({ words, isOnlyOne: counts.get(words.join(' ')) === 1 }))
    const wholes = countSame(unfolded.map((words) => words.join(' ')))
    for (const [place, words] of unfolded.entries()) {
      const [first] = words
      if (first === undefined || words.length < 2 || wholes.get(words.join(' ')) !== 1) continue
      this.whole.set(first, [...(this.whole.get(first) ?? []), [place, words]])
    }
    this.openings = new Set(
      [...this.whole.keys(), ...longForms.keys()].filter((word) => unfold([word]).some((one) => this.whole.has(one))),
    )
    this.longest = Math.max(0, ...unfolded.map((words) => words.length))
    this.amount = positions.length
  }

  /** Compares them with one answer to “whom is it about”. */
  findCalled(text: string): readonly boolean[] {
    const spoken = withoutFillers(unfold(wordsOf(text)))
    return this.called.map(({ words, isOnlyOne }) => isCalled(words, spoken, isOnlyOne))
  }

  /**
   * In a story a position counts where it stands as who did something: `diminta oleh kasi pelayanan`.
   * @param words of the story, as `wordsOf` returns them
   */
  findBlamed(words: readonly string[]): readonly boolean[] {
    const found = Array.from({ length: this.amount }, () => false)
    if (this.whole.size === 0) return found
    for (let at = 0; at < words.length; at++) {
      if (!this.openings.has(words[at] ?? '')) continue
      // So many words around it decide.
      this.takeBlamed(unfold(words.slice(Math.max(0, at - 1), at + this.longest + VERB_WITHIN)), found)
    }
    return found
  }

  private takeBlamed(spoken: readonly string[], found: boolean[]): void {
    for (let at = 0; at < spoken.length; at++) {
      for (const [place, words] of this.whole.get(spoken[at] ?? '') ?? []) {
        if (!found[place] && words.every((word, step) => spoken[at + step] === word))
          found[place] = isBlamed(spoken, at, words.length)
      }
    }
  }
}

/** A verb that blames is at most the second word after a position. */
const VERB_WITHIN = 2

function isBlamed(spoken: readonly string[], at: number, length: number): boolean {
  const after = spoken.slice(at + length, at + length + VERB_WITHIN)
  return spoken[at - 1] === 'oleh' || after.some((word) => blaming.some((verb) => word.startsWith(verb)))
}
