import { isPlain, tokensOf } from './find-addresses.ts'
import { addresses, days, places, titledRoles } from './find-names.ts'
import { isKnownWord, KnownWords, WordsRead } from './known-words.ts'
import { plainWords, todaysSpelling, wordsThatAreNamesToo } from './names-in-text.ts'

/** `who`: an answer to “whom is it about”. `story`: a text that tells of much else too. */
export type TextKind = 'who' | 'story'

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(todaysSpelling))

/** These stand before or after a name, and identify nobody. */
const degrees = listOf(
  'sh mh se mm si st mt ssi spd mpd sos ssos sip mip map amd ak akt kes skm kom skom mkom hum mhum ag sag mag sp msi mkes ' +
    'dipl sst str keb kep ns apt phd ma mba bsc msc ba bin binti alm almh haji hajah raden rr rm cpns pns asn',
)

/** A name that follows these is somebody's, also in small letters. */
const introducing = listOf(
  'bernama nama namanya inisial berinisial panggilan dipanggil panggilannya petugas pegawai staf oknum pelaku terlapor ' +
    'atasnama kepala kasi kabag kabid kasubag lurah camat kades sekdes satpam sopir loket namania ketua sekretaris bendahara',
)

/** Thanks and greetings name who is spoken to, which is not who is complained of. */
const greeting =
  /(?:\b(?:terima ?kasih|makasih|trims|thanks|yth|dear|halo|hai|hormat saya|selamat \p{L}+)\b|(?:^|\n)\s*(?:kepada|kpd|assalam\S*|salam)\b)[\s.,]*(?:yth[\s.]*)?(?:(?:bapak|pak|bpk|ibu|bu|mas|mbak|kak)[\s./]*){1,3}\p{L}+/giu

/** The same, for texts without other letters: it is found in a third of the time. */
const plainGreeting = new RegExp(greeting.source.replaceAll('\\p{L}', '[a-z]'), 'gi')

function withoutGreetings(read: WordsRead): WordsRead {
  const { text } = read
  const rest = text.replace(isPlain(text) ? plainGreeting : greeting, ' ')
  return rest === text ? read : new WordsRead(rest)
}

/** Returns the words of a name that tell it from others, without titles and degrees. */
function tellingWords(name: string): readonly string[] {
  const words = tokensOf(name.replace(/,.*$/, '')).map(({ word }) => word)
  const telling = words.filter((word) => !addresses.has(word) && !degrees.has(word))
  const long = telling.filter((word) => word.length >= 3)
  return long.length > 0 ? long : telling.filter((word) => word.length === 2)
}

/** First letters as written and as they are written today: `Djoko` begins with D and with J. */
function initialsOf(name: string): readonly string[] {
  const raw = name
    .replace(/,.*$/, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 2 && !isTitle(todaysSpelling(word.toLowerCase())))
  if (raw.length < 2) return []
  const written = raw.map((word) => word.charAt(0).toLowerCase()).join('')
  const today = raw.map((word) => todaysSpelling(word.toLowerCase()).charAt(0)).join('')
  return [...new Set([written, today])]
}

const isTitle = (word: string): boolean => addresses.has(word) || degrees.has(word)

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

/** The words of these names, for the texts in which they are looked for. */
export const wordsOfNames = (names: readonly KnownName[]): KnownWords =>
  new KnownWords(names.flatMap(({ telling }) => telling))

/** A text, read once for all whose names are looked for in it. */
export class NamesRead {
  private readonly read: WordsRead
  /** Which words of the text may stand for a word of a name. Nothing of it outlives the text. */
  private readonly standing = new Map<string, Set<string>>()
  /** Where those words stand. */
  private readonly places: number[] = []
  private readonly initials: readonly string[]
  readonly kind: TextKind

  /** @param known the words of all names that are looked for */
  constructor(read: WordsRead, kind: TextKind, known: KnownWords) {
    this.kind = kind
    this.read = kind === 'story' ? withoutGreetings(read) : read
    for (let at = 0; at < this.read.words.length; at++) {
      const parts = known.meantBy(this.word(at))
      if (parts.length > 0) this.take(at, parts)
    }
    this.initials = initialsIn(this.read.text, kind)
  }

  private take(at: number, parts: readonly string[]): void {
    this.places.push(at)
    for (const part of parts) {
      const standing = this.standing.get(part)
      if (standing) standing.add(this.word(at))
      else this.standing.set(part, new Set([this.word(at)]))
    }
  }

  private isSame(word: string, part: string): boolean {
    return this.standing.get(part)?.has(word) === true
  }

  private word(at: number): string {
    return this.read.words[at] ?? ''
  }

  private isNear(at: number): boolean {
    return /^[\s.,("“/-]{1,3}$/.test(this.read.gapBefore(at))
  }

  private readonly ofPlace: boolean[] = []
  private readonly called: boolean[] = []

  // What surrounds a word is looked at once, not for each name.
  private isOfPlace(at: number): boolean {
    this.ofPlace[at] ??= this.findPlaceBefore(at)
    return this.ofPlace[at] === true
  }

  private isCalled(at: number): boolean {
    this.called[at] ??= this.findCallBefore(at)
    return this.called[at] === true
  }

  /** `Pak Joko`, `Bpk. H. Joko`, `petugas bernama Joko`. */
  private findCallBefore(at: number): boolean {
    return this.isAfterAddress(at) || this.isIntroduced(at)
  }

  private isAfterAddress(at: number): boolean {
    return at > 0 && addresses.has(this.word(at - 1)) && this.isNear(at) && !this.isOfPlace(at - 1)
  }

  private isIntroduced(at: number): boolean {
    if (at === 0) return false
    const before = this.word(at - 1)
    const isRole =
      introductions.has(before) || (this.kind === 'who' && (introducing.has(before) || titledRoles.has(before)))
    return isRole && this.isNear(at)
  }

  /** A street or a month bears a name that is nobody's here: `Jalan Dewi Sartika`. */
  private findPlaceBefore(at: number): boolean {
    for (let back = at - 1; back >= Math.max(0, at - 3); back--) {
      if (!/^[ .]+$/.test(this.read.gapBefore(back + 1))) return false
      if (placeNames.has(this.word(back))) return true
      if (!this.read.isCapital(back) && !addresses.has(this.word(back))) return false
    }
    return false
  }

  /** Where the whole name stands, or two of its words side by side. */
  findWhole({ telling, together }: Pick<KnownName, 'telling' | 'together'>): readonly number[] {
    if (telling.length < 2 || !this.hasAnyOf(telling)) return this.findTogether(together)
    for (const at of this.places) {
      const first = telling.findIndex((part) => this.isSame(this.word(at), part))
      if (first < 0 || this.isOfPlace(at)) continue
      for (const next of [at + 1, at + 2]) {
        const second = telling.findIndex((part, place) => place !== first && this.isSame(this.word(next), part))
        if (second < 0 || this.isApart(at, next)) continue
        if (this.areWords(at, next) && next - at > 1) continue
        if (this.areWords(at, next) && !this.isCalled(at)) continue
        return [at, next]
      }
    }
    return this.findTogether(together)
  }

  private isApart(at: number, next: number): boolean {
    for (let place = at + 1; place <= next; place++) if (/[!?;\n]/.test(this.read.gapBefore(place))) return true
    return false
  }

  private hasAnyOf = (telling: readonly string[]): boolean => telling.some((part) => this.standing.has(part))

  /** Both are plain words and stand there as such: `indah lestari`. */
  private areWords(at: number, next: number): boolean {
    return [at, next].every((one) => isWord(this.word(one)) && !this.read.isCapital(one) && !this.read.isUpper(one))
  }

  /** `citraperaga` */
  private findTogether(together: string): readonly number[] {
    if (together === '') return []
    const { words } = this.read
    for (let at = 0; at < words.length; at++) {
      const word = this.word(at)
      if (word.length >= together.length && word.includes(together)) return [at]
    }
    return []
  }

  /** A name of one word, or one word of a name. @param isOpen leaves out words that say already who is meant */
  hasPart({ telling }: Pick<KnownName, 'telling'>, isOpen: (word: string) => boolean): boolean {
    const partAt = (at: number) => telling.find((one) => this.isSame(this.word(at), one))
    const isPart = (at: number): boolean => {
      const part = partAt(at)
      return (
        part !== undefined &&
        !this.isOfPlace(at) &&
        this.agreesWithInitials(at, part, telling) &&
        this.standsAsName(at) &&
        isOpen(this.word(at))
      )
    }
    if (this.hasAnyOf(telling) && this.places.some(isPart)) return true
    this.nicknames ??= this.findNicknames()
    return this.nicknames.some(
      (at) => partAt(at) === undefined && this.isShortFor(this.word(at), telling) && isOpen(this.word(at)),
    )
  }

  private standsAsName(at: number): boolean {
    if (this.isCalled(at)) return true
    if (this.kind === 'story') return false
    if (at === 0 || this.read.words.length === 1 || !isWord(this.word(at))) return true
    return this.read.isCapital(at) && !this.read.beginsSentence(at)
  }

  private nicknames: readonly number[] | null = null

  /** Where somebody is called by a word that may be short for a name. */
  private findNicknames(): readonly number[] {
    const least = this.kind === 'who' ? 3 : 4
    const { words } = this.read
    const isAlone = this.kind === 'who' && words.length === 1
    const found: number[] = []
    for (let at = 0; at < words.length; at++) {
      const word = this.word(at)
      if (word.length < least || !(isAlone || this.findCallBefore(at))) continue
      if (this.isOfPlace(at) || plainWords.has(word) || degrees.has(word) || days.has(word)) continue
      found.push(at)
    }
    return found
  }

  private isShortFor = (word: string, telling: readonly string[]): boolean =>
    telling.some((part) => {
      // Agus is nobody's short name for Bagus.
      if (isKnownWord(word) && part.length - word.length < 2) return false
      return part.startsWith(word) || part.endsWith(word) || (word.length >= 4 && part.includes(word))
    })

  /** `Citra P.` is not Citra Contoh, and `B. Contoh` is not either. */
  private agreesWithInitials(at: number, part: string, telling: readonly string[]): boolean {
    const others = telling.filter((one) => one !== part)
    const agrees = (place: number) => {
      const word = this.word(place)
      if (word.length !== 1 || !this.read.isCapital(place) || addresses.has(word)) return true
      return others.length === 0 || others.some((one) => one.startsWith(word))
    }
    return agrees(at + 1) && agrees(at - 1)
  }

  hasInitials({ initials }: Pick<KnownName, 'initials'>): boolean {
    return this.initials.length > 0 && initials.some((own) => this.initials.some((letters) => own.startsWith(letters)))
  }
}

/** Shops, villages and wishes are called so, and people too. */
const wishes = listOf('jaya harum makmur maju sejahtera sentosa abadi rejeki rezeki mulya sakti subur')

const isWord = (word: string): boolean =>
  wordsThatAreNamesToo.has(word) || plainWords.has(word) || days.has(word) || wishes.has(word)

/** In a story a name follows these whatever it looks like. */
const introductions = listOf('bernama namanya inisial berinisial oknum dipanggil')

/** A department bears no person's name, so a name after it is who works there. */
const placeNames: ReadonlySet<string> = new Set([
  ...[...places].filter((word) => word !== 'bagian' && word !== 'dinas'),
  ...listOf('kampung kp sungai gunung apotek salon bengkel kompleks komplek blok'),
])

/** Finds initials that begin an answer, are its only word, or are called so: `C.P.`, `Bu CP`, `inisial cp`. */
function initialsIn(text: string, kind: TextKind): readonly string[] {
  const found: string[] = []
  const take = (letters: string) => {
    const plain = letters.replace(/[^\p{L}]/gu, '').toLowerCase()
    if (plain.length >= 2 && plain.length <= 4 && !addresses.has(plain) && !degrees.has(plain)) found.push(plain)
  }
  for (const [, letters = ''] of text.matchAll(
    /\b(?:ber)?inisial(?:nya)?[\s:.]+((?:\p{L}[. ]{0,2}){2,4})(?![\p{L}])/giu,
  )) {
    take(letters)
  }
  if (kind === 'story') return found
  const called =
    /(?:^\s*|\b(?:[Bb]apak|[Pp]ak|[Bb]pk|[Ii]bu|[Bb]u|[Mm]as|[Mm]bak|[Ss]dr|[Ss]dri|[Pp]etugas|[Pp]egawai)[\s.]+)(\p{Lu}(?:[. ]{0,2}\p{Lu}){1,3})\.?(?=$|[\s,;)])/gu
  for (const [, letters = ''] of text.matchAll(called)) take(letters)
  const [only = ''] = /^\s*(?:\p{L}[. ]{0,2}){2,3}\s*$/u.exec(text) ?? []
  take(only)
  return found
}
