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
