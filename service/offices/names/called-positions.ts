import { addresses } from './find-names.ts'
import { titles, todaysSpelling, wordsOf } from './names-in-text.ts'

/** Offices shorten their positions like this. Left in today's spelling, right as written out. */
const shortened: Readonly<Record<string, string>> = {
  kasi: 'kepala seksi',
  kasie: 'kepala seksi',
  kabag: 'kepala bagian',
  kbag: 'kepala bagian',
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
  kanit: 'kepala unit',
  sekdes: 'sekretaris desa',
  sekcam: 'sekretaris camat',
  sekdin: 'sekretaris dinas',
  sekban: 'sekretaris badan',
  seklur: 'sekretaris lurah',
  sekda: 'sekretaris daerah',
  asda: 'asisten daerah',
  irban: 'inspektur pembantu',
  ka: 'kepala',
  kep: 'kepala',
  sie: 'seksi',
  bag: 'bagian',
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

/** What people call somebody by what they do, besides their position. */
const byRole: Readonly<Record<string, readonly string[]>> = {
  unit_head: [
    ...[
      'kepala',
      'pimpinan',
      'pemimpin',
      'ketua',
      'bos',
      'boss',
      'atasan',
      'komandan',
      'kapten',
      'direktur',
      'pejabat',
    ],
    ...['orang nomor 1', 'orang no 1', 'paling atas', 'head', 'chief', 'leader', 'manager', 'manajer'],
  ],
  parent_head: ['atasan', 'bupati', 'wali kota'],
  verifier: ['verifikator', 'petugas verifikasi', 'tukang verifikasi', 'pemverifikasi', 'pemeriksa', 'verifier'],
  intake_officer: [
    ...['penerima pengaduan', 'penerima aduan', 'penerima laporan', 'petugas penerima', 'petugas pengaduan'],
    ...['petugas aduan', 'loket pengaduan', 'meja pengaduan', 'resepsionis', 'front office', 'penerima tamu'],
  ],
  case_handler: ['penangan', 'petugas menangani', 'petugas penangan', 'penanggung jawab', 'case handler'],
  identity_custodian: ['kustodian', 'pemegang kunci', 'pemegang identitas', 'custodian'],
  internal_auditor: ['auditor', 'inspektur', 'orang inspektorat', 'petugas inspektorat', 'pegawai inspektorat', 'apip'],
  tenant_admin: ['admin', 'administrator', 'operator', 'petugas it', 'orang it'],
}

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(todaysSpelling))

/** These stand between the words of a position, or before it, and change nothing. */
const fillers = listOf('di pada dari no nomor nomer plt plh pj yang dan si para oknum atau')

/** Many have such a position, so it tells of somebody only beside a word that is theirs alone. */
const usual = listOf(
  'petugas staf pegawai anggota pelaksana pengelola penata pengadministrasi loket meja layanan pelayanan umum muda ' +
    'madya ahli pertama bagian bidang seksi sub kantor dinas badan unit desa kecamatan',
)

const desks = listOf('loket meja ruang pintu')

/** A word of a position after one of these says who is meant: `orang perizinan`, `mbak kasir`. */
const callers = new Set([...titles, ...addresses, ...listOf('petugas pegawai staf orang admin tukang')])

/** The head of these is somebody else, unless the position names them too; and some heads are nobody's. */
const otherHeads = listOf('keluarga desa dusun sekolah negara daerah suku rumah polisi puskesmas kampung stasiun rt rw')

const longForms = new Map(
  Object.entries(shortened).map(([word, long]) => [word, long.split(' ').map(todaysSpelling)] as const),
)

const none: ReadonlySet<string> = new Set()

/** `pimpinannya` as `pimpinan`, whose `n` today's spelling writes once. @param known tells which it is */
function withoutSuffix(word: string, known: ReadonlySet<string>): string {
  if (!word.endsWith('nia')) return word
  return [word.slice(0, -3), word.slice(0, -2)].find((plain) => known.has(plain) || longForms.has(plain)) ?? word
}

/** `kabag` in full, `loket2` as two words, and no fillers. @param words in today's spelling, as `wordsOf` returns them */
const unfold = (words: readonly string[], known = none): string[] =>
  words
    .flatMap((word) => {
      const plain = withoutSuffix(word, known)
      return longForms.get(plain) ?? (/^[a-z]{3,}\d{1,2}$/.test(plain) ? plain.split(/(?=\d{1,2}$)/) : plain)
    })
    .filter((word) => !fillers.has(word))

export interface Placed {
  readonly position: string
  readonly roles?: readonly string[] | undefined
}

/** Some words in a row that mean a few of the staff. */
interface Phrase {
  readonly words: readonly string[]
  /** Their places among all staff. */
  readonly places: readonly number[]
  /** It is a title alone, after which `otherHeads` means somebody else. */
  readonly isTitle: boolean
}

/** The places among all staff of those whom a text calls by what they do. */
export interface Called {
  readonly places: ReadonlySet<number>
  /** They are called by two words and more. */
  readonly clearly: ReadonlySet<number>
}

/** Everybody's positions and what they do, as phrases that are looked for in all texts. */
export class KnownPositions {
  private readonly byFirst = new Map<string, Phrase[]>()
  private readonly vocabulary = new Set<string>()

  constructor(staff: readonly Placed[]) {
    const phrases = new Map<string, Set<number>>()
    for (const [place, { position, roles = [] }] of staff.entries()) {
      const words = unfold(wordsOf(position))
      const ofRoles = roles.flatMap((role) => byRole[role] ?? []).map((text) => unfold(wordsOf(text)))
      for (const phrase of [...phrasesOf(words), ...ofRoles]) {
        const text = phrase.join(' ')
        phrases.set(text, (phrases.get(text) ?? new Set()).add(place))
      }
    }
    for (const [text, places] of phrases) this.take(text.split(' '), [...places])
  }

  private take(words: readonly string[], places: readonly number[]): void {
    const [first = ''] = words
    // What says nothing by itself means somebody only if it is theirs alone.
    const isUsual = words.every((word) => usual.has(word) && !/^\d+$/.test(word))
    if (first === '' || (isUsual && (places.length > 1 || words.length === 1))) return
    for (const word of words) this.vocabulary.add(word)
    const phrase = { words, places, isTitle: words.length === 1 }
    this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), phrase])
  }

  /** @param words of a text, as `wordsOf` returns them */
  findCalled(words: readonly string[]): Called {
    const [places, clearly] = [new Set<number>(), new Set<number>()]
    if (this.byFirst.size === 0) return { places, clearly }
    const spoken = unfold(words, this.vocabulary)
    for (let at = 0; at < spoken.length; at++) {
      const there = this.byFirst.get(spoken[at] ?? '')?.filter((phrase) => stands(phrase, spoken, at)) ?? []
      // `kepala bagian` is not just any Kepala.
      for (const phrase of there.some(({ isTitle }) => !isTitle) ? there.filter(({ isTitle }) => !isTitle) : there) {
        for (const place of phrase.places) {
          places.add(place)
          if (!phrase.isTitle) clearly.add(place)
        }
      }
    }
    return { places, clearly }
  }
}

function stands({ words, isTitle }: Phrase, spoken: readonly string[], at: number): boolean {
  if (!words.every((word, step) => spoken[at + step] === word)) return false
  if (!isTitle) return true
  const [before = '', next = ''] = [spoken[at - 1], spoken[at + 1]]
  return !otherHeads.has(next) && before !== 'sakit' && before !== 'pusing'
}

/**
 * The phrases that mean who has this position: its title alone or with any later word of it, a counter, and each word of
 * its own after what calls somebody. A position of one word is its title.
 */
function phrasesOf(words: readonly string[]): readonly (readonly string[])[] {
  const [title, ...rest] = words
  if (title === undefined) return []
  const found: (readonly string[])[] = [[title]]
  for (const [at, word] of rest.entries()) {
    found.push([title, word])
    if (desks.has(word) && /^\d+$/.test(rest[at + 1] ?? '')) found.push([word, rest[at + 1] ?? ''])
    if (word.length < 4) continue
    // `pak pelayanan` says no more than `pelayanan`.
    for (const caller of callers) if (!usual.has(word) || usual.has(caller)) found.push([caller, word])
  }
  if (desks.has(title) && /^\d+$/.test(rest[0] ?? '')) found.push([title, rest[0] ?? ''])
  return found
}
