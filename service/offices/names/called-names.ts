import { tokensOf } from './find-addresses.ts'
import { addresses, days, initialWords, titledRoles } from './find-names.ts'
import { isKnownWord, KnownWords, type WordsRead } from './known-words.ts'
import { plainWords, todaysSpelling } from './names-in-text.ts'

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(todaysSpelling))

/** These stand before or after a name, and identify nobody. */
export const degrees = listOf(
  'sh mh se mm si st mt ssi spd mpd sos ssos sip mip map amd ak akt kes skm kom skom mkom hum mhum ag sag mag sp msi mkes ' +
    'dipl sst str keb kep ns apt phd ma mba bsc msc ba bin binti alm almh haji hajah raden rr rm cpns pns asn',
)

/** A name follows these, whatever it looks like. */
const calling = new Set([
  ...addresses,
  ...titledRoles,
  ...initialWords,
  ...listOf(
    'bernama nama namanya panggilan dipanggil panggilannya petugas pegawai staf oknum pelaku pelakunya terlapor atasnama ' +
      'orangnya yaitu yakni oleh si sama dilayani bertemu menemui kepala kasi kabag kabid kasubag lurah camat sekdes ' +
      'satpam sopir loket ketua sekretaris bendahara operator verifikator',
  ),
])

/** What somebody does whom a text blames, by how the word begins: a name stands before it. */
const blaming = (
  'minta meminta dimintai memungut menarik menyuruh menolak memarahi membentak mempersulit memeras mengancam menipu ' +
  'marah kasar memaksa menghina menerima mengambil bilang yang'
)
  .split(' ')
  .map(todaysSpelling)

const dayNames = new Set([...days].map(todaysSpelling))

/** Words of nearly every complaint that are names too: alone they count only where something calls them a name. */
const everyday: ReadonlySet<string> = new Set([
  ...plainWords,
  ...dayNames,
  ...listOf(
    'hari bagus indah untung utama putra putri jaya harum makmur maju sejahtera sentosa abadi rejeki rezeki mulya sakti ' +
      'subur nama jabatan damai terima layanan murni cahaya muda akbar aman tenang lancar mulai',
  ),
])

/** A street, a village or a river bears a name that is nobody's here: `Jalan Dewi Sartika`. */
const placeNames = listOf(
  'jalan jl jln gang gg desa dusun dsn kelurahan kecamatan perumahan perum kampung kp sungai gunung kompleks komplek blok',
)

const isTitle = (word: string): boolean => addresses.has(word) || degrees.has(word)

/** Returns the words of a name that tell it from others, without titles and degrees. */
function tellingWords(name: string): readonly string[] {
  const words = tokensOf(name.replace(/,.*$/, '')).map(({ word }) => word)
  const telling = words.filter((word) => !isTitle(word))
  const long = telling.filter((word) => word.length >= 3)
  return long.length > 0 ? long : telling.filter((word) => word.length === 2)
}

/** First letters as written and as they are written today: `Djoko` begins with D and with J. */
function initialsOf(name: string): readonly string[] {
  const raw = name
    .replace(/,.*$/, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 2 && !isTitle(todaysSpelling(word.toLowerCase())))
  const written = raw.map((word) => word.charAt(0).toLowerCase()).join('')
  const today = raw.map((word) => todaysSpelling(word.toLowerCase()).charAt(0)).join('')
  return [...new Set([written, today])]
}

/** A name, taken apart once for all texts in which it is looked for. */
export interface KnownName {
  readonly telling: readonly string[]
  /** Its telling words as one; empty where that would be too short to tell anything. */
  readonly together: string
  readonly initials: readonly string[]
}

export function knowName(name: string): KnownName {
  const telling = tellingWords(name)
  const together = telling.length < 2 ? '' : telling.join('')
  return { telling, together: together.length >= 6 ? together : '', initials: initialsOf(name) }
}

/** The words of all names, and what each may be shortened to. */
export class NameWords {
  private readonly known: KnownWords
  /** Words of names by their beginnings and ends of three letters and more. */
  private readonly short = new Map<string, Set<string>>()
  readonly parts: readonly string[]

  constructor(names: readonly KnownName[]) {
    this.parts = [...new Set(names.flatMap(({ telling }) => telling))]
    this.known = new KnownWords(this.parts)
    for (const part of this.parts) {
      for (let length = 3; length < part.length; length++) {
        this.addShort(part.slice(0, length), part)
        this.addShort(part.slice(-length), part)
        for (let at = 1; length >= 4 && at + length < part.length; at++)
          this.addShort(part.slice(at, at + length), part)
      }
    }
  }

  private addShort(short: string, part: string): void {
    const parts = this.short.get(short)
    if (parts) parts.add(part)
    else this.short.set(short, new Set([part]))
  }

  meantBy = (word: string): readonly string[] => this.known.meantBy(word)

  /** Agus is nobody's short name for Bagus. */
  shortenedTo = (word: string): readonly string[] =>
    [...(this.short.get(word) ?? [])].filter((part) => !isKnownWord(word) || part.length - word.length >= 2)
}

/** A text, read once for all whose names are looked for in it. What it finds lives no longer than the text. */
export class NamesRead {
  private readonly read: WordsRead
  /** The words of names that may be meant, and where: `called` where the text calls somebody so. */
  private readonly standing = new Map<string, number[]>()
  private readonly called = new Set<string>()
  private readonly initials: ReadonlySet<string>

  constructor(read: WordsRead, known: NameWords) {
    this.read = read
    const { words } = read
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? ''
      if (word.length < 2) continue
      const parts = asWritten(word).flatMap((one) => known.meantBy(one))
      if (parts.length > 0) this.take(at, parts)
      else if (word.length >= 3) this.takeShort(at, known.shortenedTo(word))
    }
    for (const hidden of hiddenWords(read.text)) {
      for (const part of hidden.isMasked
        ? known.parts.filter((one) => fitsMask(one, hidden))
        : known.meantBy(hidden.start))
        this.add(part, -1)
    }
    this.initials = new Set(initialsIn(read.text))
  }

  private word = (at: number): string => this.read.words[at] ?? ''

  private take(at: number, parts: readonly string[]): void {
    const isCalled = this.isCalled(at)
    if (!isCalled && (this.isOfPlace(at) || (everyday.has(this.word(at)) && !this.standsAsName(at)))) return
    for (const part of parts) {
      this.add(part, at)
      if (isCalled) this.called.add(part)
    }
  }

  /** A short name counts where somebody is called so, and four letters and more of one wherever they stand. */
  private takeShort(at: number, parts: readonly string[]): void {
    const word = this.word(at)
    if (parts.length === 0 || everyday.has(word) || isTitle(word)) return
    const isCalled = this.isCalled(at)
    const isAlone = this.read.words.length === 1
    if (!isCalled && !isAlone && (word.length < 4 || this.isOfPlace(at))) return
    for (const part of parts) {
      if (!isCalled && !isAlone && !part.startsWith(word) && !part.endsWith(word)) continue
      this.add(part, at)
      if (isCalled) this.called.add(part)
    }
  }

  private add(part: string, at: number): void {
    const places = this.standing.get(part)
    if (places) places.push(at)
    else this.standing.set(part, [at])
  }

  private isNear = (at: number): boolean => /^[\s.,:("“/-]{1,3}$/.test(this.read.gapBefore(at))

  private isCalled = (at: number): boolean => at > 0 && calling.has(this.word(at - 1)) && this.isNear(at)

  private standsAsName(at: number): boolean {
    if (this.read.words.length === 1) return true
    if (dayNames.has(this.word(at))) return false
    if (this.read.isCapital(at) && !this.read.beginsSentence(at)) return true
    const after = this.word(at + 1)
    return after !== '' && this.isNear(at + 1) && blaming.some((verb) => after.startsWith(verb))
  }

  private isOfPlace(at: number): boolean {
    for (let back = at - 1; back >= Math.max(0, at - 3); back--) {
      if (!/^[ .]+$/.test(this.read.gapBefore(back + 1))) return false
      if (placeNames.has(this.word(back))) return true
      if (!this.read.isCapital(back) && !addresses.has(this.word(back))) return false
    }
    return false
  }

  /** The whole name stands there, or two of its words within three. */
  hasWhole({ telling, together }: KnownName): boolean {
    if (together !== '' && this.read.words.some((word) => word.length >= together.length && word.includes(together)))
      return true
    const there = telling.flatMap((part) => (this.standing.get(part) ?? []).map((at) => ({ part, at })))
    return there.some((one) =>
      there.some((other) => other.part !== one.part && one.at >= 0 && other.at > one.at && other.at - one.at <= 2),
    )
  }

  /** @param isOpen leaves out words that say already who is meant */
  hasPart({ telling, initials }: KnownName, isOpen: (part: string) => boolean): boolean {
    return telling.some((part) => this.standing.has(part) && isOpen(part)) || this.hasInitials(initials)
  }

  private hasInitials = (initials: readonly string[]): boolean =>
    initials.some((own) => [...this.initials].some((letters) => own.startsWith(letters)))

  calls = ({ telling, initials }: KnownName, isOpen: (part: string) => boolean): boolean =>
    telling.some((part) => this.called.has(part) && isOpen(part)) || this.hasInitials(initials)
}

/** A word and what it may be besides: `Sutrisnonya`, `Dewie`. */
function asWritten(word: string): readonly string[] {
  if (word.length < 5 || everyday.has(word)) return [word]
  if (word.endsWith('nia')) return [word, word.slice(0, -3), word.slice(0, -2)]
  return /[aeiouh]$/.test(word) ? [word, word.slice(0, -1)] : [word]
}

interface Hidden {
  readonly start: string
  readonly end: string
  readonly isMasked: boolean
}

const fitsMask = (part: string, { start, end }: Hidden): boolean =>
  part.length > start.length + end.length && part.startsWith(start) && part.endsWith(end)

const inFigures: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', '@': 'a', $: 's' }

/** Names that somebody half hid: `C*tra`, `D**i`, `C i t r a`, `Ci-tra`, `C1tra`. */
function hiddenWords(text: string): readonly Hidden[] {
  const found: Hidden[] = []
  const spell = (raw: string) => todaysSpelling(raw.toLowerCase())
  for (const [, start = '', end = ''] of text.matchAll(
    /(?<![\p{L}\p{N}*])(\p{L}{1,8})(?:\*+|_{2,}|\.{2,}|•+|x{3,})(\p{L}{0,8})(?!\p{L})/gu,
  )) {
    if (end !== '' || start.length >= 2 || text.includes('*'))
      found.push({ start: spell(start), end: spell(end), isMasked: true })
  }
  const join = (pattern: RegExp, letters: RegExp) => {
    for (const [raw] of text.matchAll(pattern))
      found.push({ start: spell(raw.replace(letters, '')), end: '', isMasked: false })
  }
  join(/(?<!\p{L})\p{L}(?:[ .\-_]\p{L}){2,15}(?!\p{L})/gu, /[ .\-_]/g)
  join(/(?<![\p{L}-])\p{L}{1,6}(?:[-_]\p{L}{1,6}){1,3}(?!\p{L})/gu, /[-_]/g)
  for (const [raw] of text.matchAll(/(?<![\p{L}\d])(?=\p{L}*[01345@$])\p{L}[\p{L}01345@$]{2,}(?![\p{L}\d])/gu))
    found.push({ start: spell(raw.replace(/[01345@$]/g, (one) => inFigures[one] ?? one)), end: '', isMasked: false })
  return found
}

/** Finds initials: `C.P.`, `Bu CP`, `Bu C`, `inisial cp`, and an answer of two or three letters. */
function initialsIn(text: string): readonly string[] {
  const found: string[] = []
  const take = (letters: string, least = 2) => {
    const plain = letters.replace(/[^\p{L}]/gu, '').toLowerCase()
    if (plain.length >= least && plain.length <= 4 && !isTitle(plain)) found.push(plain)
  }
  for (const [, letters = ''] of text.matchAll(
    /\b(?:(?:ber)?inisial(?:nya)?|huruf)[\s:."]+((?:\p{L}[. ]{0,2}){1,4})(?![\p{L}])/giu,
  ))
    take(letters, 1)
  for (const [all, letters = ''] of text.matchAll(
    /(?:^\s*|\b(?:[Bb]apak|[Pp]ak|[Bb]pk|[Ii]bu|[Bb]u|[Mm]as|[Mm]bak|[Ss]dri?|[Ss]i|[Oo]knum|[Pp]etugas|[Pp]egawai)[\s.]+)(\p{Lu}(?:[. ]{0,2}\p{Lu}){0,3})\.?(?=$|[\s,;)])/gu,
  ))
    take(letters, all.trimStart() === letters ? 2 : 1)
  for (const [letters] of text.matchAll(/(?<![\p{L}.])\p{Lu}\. ?(?:\p{Lu}\. ?){0,2}\p{Lu}\.?(?![\p{L}])/gu))
    take(letters)
  const [only = ''] = /^\s*(?:\p{L}[. ]{0,2}){2,3}\s*$/u.exec(text) ?? []
  take(only)
  return found
}
