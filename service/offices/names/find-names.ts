import { isShouted, type Token, tokensOf } from './find-addresses.ts'
import { areAlike, nameEnding, plainNames, plainWords, titles, wordsThatAreNamesToo } from './names-in-text.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

// All are spelt as `todaysSpelling` does.

/** A name follows these, also in small letters. */
export const addresses = /* @__PURE__ */ set(
  'bapak pak bpk ibu bu mas mbak mbk mba mbah sdr sdri saudara saudari haji hj h kh kiai ustads ustad ust gus ning cak ' +
    'pakde bude pakdhe paklik bulik om tante abah umi ni dr drs dra ir prof kang neng teh bang kak dik iu almarhum ' +
    'almarhumah alm',
)

/** Somebody's role or relation; a name follows it only if it looks like one. */
export const roles = /* @__PURE__ */ set(
  'kades lurah camat bidan dokter guru perawat sekdes carik modin mandor sopir satpam petugas kepsek rt rw dusun desa ' +
    'anak istri suami adik kakak ipar mertua keponakan tetangga teman rekan bos paman bibi nenek kakek kepada pemilik ' +
    'menurut oleh sama ke dan bersama kepala ketua haji gus',
)

/** These are near enough a title: a name with a capital follows them. */
export const titledRoles = /* @__PURE__ */ set(
  'petugas pegawai bidan guru dokter perawat mantri satpam sopir modin carik dukuh kasun ustads',
)

/** `saya Karno,` and `anak saya, Rizky`. */
export const ownRoles = /* @__PURE__ */ set('saia kami')
export const initialWords = /* @__PURE__ */ set('inisial berinisial')

const afterwards = /^[\s:,"“]+$/
const colon = /^\s*:\s*$/
const kin = ['ibu', 'bapak', 'aiah', 'suami', 'istri', 'anak', 'adik', 'kakak']

/** The words after these are a name, whatever they look like. */
export const introductions: readonly (readonly [before: readonly string[], gap: RegExp])[] = /* @__PURE__ */ [
  [['nama', 'saia'], afterwards],
  [['nama', 'saia', 'adalah'], afterwards],
  [['nama', 'lengkap'], afterwards],
  ...kin.map((who) => [['nama', who, 'saia'], afterwards] as const),
  [['bernama'], afterwards],
  [['namania'], afterwards],
  [['nama'], colon],
  [['atas', 'nama'], /^[\s:"“]+$/],
  [['a', 'n'], /^\.?\s*$/],
  [['panggilan', 'saia'], afterwards],
  [['dipanggil'], afterwards],
  [['td'], /^[\s:.]+$/],
  [['tertanda'], /^[\s:.,]+$/],
  [['pelapor'], colon],
  [['saksi'], colon],
  [['perkenalkan', 'saia'], /^[\s:,]+$/],
  [['bawah', 'ini'], /^\s*[,:]\s*$/],
]

/** What bears a person's name without being one. */
export const places = /* @__PURE__ */ set(
  'jalan jl jln gang g desa dusun kelurahan kecamatan gedung masjid mushola pasar toko warung rs rsud rsi puskesmas ' +
    'klinik sd sdn smp smpn sma sman smk mi mts ma universitas kampus pt cv ud iaiasan stadion bandara terminal stasiun ' +
    'hotel taman idul lapangan kabupaten kota profinsi hari bulan perumahan perum bank dinas kantor bagian',
)

export const days = /* @__PURE__ */ set(
  'senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober ' +
    'nofember desember',
)

/** A verb or a noun looks like this in small letters. */
export const affixed =
  /^(?:m[ae]m\w{3}|meng|meni|men[cdjt]|ber|ter|pen[gy]|pem|per|se[bp]|di[bcdghjklprst]\w{3}|ke\w{4,}an$)|(?:kan|nia|lah|kah)$/

interface Place {
  readonly start: number
  readonly end: number
}

const nothing: Token = { start: 0, end: 0, word: '', isCapital: false, isUpper: false, gap: '', beginsSentence: true }

/** Answers what the words of one text look like. */
class Reading {
  readonly tokens: readonly Token[]
  readonly isShouted: boolean

  constructor(text: string) {
    this.tokens = tokensOf(text)
    this.isShouted = isShouted(this.tokens)
  }

  at = (place: number): Token => this.tokens[place] ?? nothing
  word = (place: number): string => this.at(place).word

  isPlain(place: number): boolean {
    const word = this.word(place)
    return plainWords.has(word) || days.has(word) || places.has(word)
  }

  isListed = (place: number): boolean => plainNames.has(this.word(place)) || this.isAmbiguous(place)
  isCapital = (place: number): boolean => !this.isShouted && this.at(place).isCapital
  isAmbiguous = (place: number): boolean => wordsThatAreNamesToo.has(this.word(place))
  isAffixed = (place: number): boolean => affixed.test(this.word(place))

  mayBeName = (place: number): boolean =>
    this.word(place).length >= 2 && !this.isPlain(place) && !addresses.has(this.word(place))

  looksLikeName(place: number): boolean {
    const word = this.word(place)
    return this.isListed(place) || (word.length >= 6 && nameEnding.test(word) && !this.isPlain(place))
  }

  /** A word of these stands before, with no more than a sign between. */
  isAfter = (place: number, words: ReadonlySet<string>, gap = /^[\s.,("“]{1,3}$/): boolean =>
    place > 0 && words.has(this.word(place - 1)) && gap.test(this.at(place).gap)

  /** It stands right after the word before, where a full stop ends an abbreviation and no sentence. */
  isJoined(place: number): boolean {
    const { gap } = this.at(place)
    const { start, end } = this.at(place - 1)
    return place < this.tokens.length && (/^[ \u00a0]+$/.test(gap) || (/^\. ?$/.test(gap) && end - start <= 3))
  }

  /** Says where a name ends that begins here. */
  extend(from: number): number {
    let to = from + 1
    while (to - from < 4 && this.isJoined(to)) {
      const goesOn = this.isCapital(to)
        ? !this.isPlain(to)
        : this.looksLikeName(to) && (this.isShouted || !this.isAmbiguous(to))
      if (!goesOn) break
      to++
    }
    return to
  }

  follows = (place: number, words: readonly string[]): boolean =>
    words.every((word, step) => this.word(place - words.length + step) === word)
}

/** Says where a name ends that begins here; 0: none begins. */
type Rule = (text: Reading, at: number) => number

const isIntroduced: Rule = (text, at) => {
  const { gap } = text.at(at)
  const isAnnounced = introductions.some(([words, between]) => text.follows(at, words) && between.test(gap))
  if (!isAnnounced || !text.mayBeName(at)) return 0
  if (!text.isCapital(at) && !text.isShouted && !text.isListed(at) && text.isAffixed(at)) return 0
  const goesOn = (next: number) =>
    text.isJoined(next) &&
    text.mayBeName(next) &&
    !text.isAffixed(next) &&
    (!text.isCapital(at) || text.isCapital(next) || text.looksLikeName(next))
  let to = at + 1
  while (to - at < 4 && goesOn(to)) to++
  return to
}

const isInitial: Rule = (text, at) => {
  if (!text.isAfter(at, initialWords)) return 0
  let to = at + 1
  while (text.at(to).gap === '.') to++
  return to
}

/** `Pak Joko`, also `pak joko`, but neither `Bu minta` nor `Pak RT`. */
const isAddressed: Rule = (text, at) => {
  if (!text.mayBeName(at) || !text.isAfter(at, addresses, /^[\s.]+$/)) return 0
  const isWord = text.word(at).length >= 4 && !text.isAffixed(at) && (text.isShouted || !text.at(at).isUpper)
  return text.isCapital(at) || text.looksLikeName(at) || isWord ? text.extend(at) : 0
}

const isAfterRole: Rule = (text, at) => {
  if (!text.mayBeName(at)) return 0
  const isCapital = text.isCapital(at)
  const isNamed =
    text.isAfter(at, roles) && (isCapital || text.isShouted || text.isListed(at)) && text.looksLikeName(at)
  const isTitled = isCapital && text.isAfter(at, titledRoles, /^ $/)
  const isOwn = isCapital && text.isAfter(at, ownRoles, /^,? $/) && text.word(at).length >= 3
  return isNamed || isTitled || isOwn ? text.extend(at) : 0
}

const standsAlone: Rule = (text, at) => {
  if (!text.mayBeName(at) || !text.looksLikeName(at)) return 0
  const { beginsSentence, isUpper } = text.at(at)
  const isSure = text.isListed(at) && (!text.isAmbiguous(at) || (isUpper && !text.isShouted))
  const isOfTitle = text.isCapital(at - 1) && text.isPlain(at - 1)
  const standsOut = text.isCapital(at) && !beginsSentence && !isOfTitle
  const hasSecond = text.isCapital(at) && text.isCapital(at + 1) && text.isJoined(at + 1) && text.looksLikeName(at + 1)
  return isSure || standsOut || hasSecond ? text.extend(at) : 0
}

/** A hospital or street bears a name that is nobody's here. */
const isOfPlace = (text: Reading, at: number): boolean =>
  text.isAfter(at, places, /^[ .]+$/) ||
  (addresses.has(text.word(at - 1)) && places.has(text.word(at - 2)) && text.isCapital(at - 1))

const anywhere: readonly Rule[] = [isIntroduced, isInitial]
const besidePlaces: readonly Rule[] = [isAddressed, isAfterRole, standsAlone]

/**
 * Finds where a text names people.
 * @param own the reporter's own names, as words
 */
export function findNames(text: string, own: readonly (readonly string[])[]): Place[] {
  const reading = new Reading(text)
  const taken = new Set<number>()
  const take = (from: number, to: number) => {
    for (let at = from; at < to; at++) taken.add(at)
  }
  for (let at = 0; at < reading.tokens.length; at++) {
    const rules = isOfPlace(reading, at) ? anywhere : [...anywhere, ...besidePlaces]
    const to = rules.reduce((found, rule) => found || rule(reading, at), 0)
    take(at, to)
  }
  takeNeighbours(reading, taken, take)
  for (const name of own) takeOwn(reading, name, take)
  takeSignature(text, reading, take)
  return joinWords(text, reading, taken)
}

type Take = (from: number, to: number) => void

/** `Hasan dan Husen`, and `Ni Luh` before a name that was recognised. */
function takeNeighbours(text: Reading, taken: Set<number>, take: Take): void {
  const isNameWord = (at: number) => text.isCapital(at) && text.mayBeName(at)
  for (let at = 2; at < text.tokens.length; at++) {
    const isSecond = taken.has(at - 2) && text.word(at - 1) === 'dan' && text.at(at).gap === ' '
    if (isSecond && isNameWord(at)) take(at, text.extend(at))
  }
  for (let at = text.tokens.length - 1; at > 0; at--) {
    const isRest = taken.has(at) && text.at(at).gap === ' ' && !text.at(at - 1).beginsSentence
    if (isRest && isNameWord(at - 1)) taken.add(at - 1)
  }
}

/** One word of the reporter's own name suffices, unless it is a plain word that stands there as one. */
function takeOwn(text: Reading, name: readonly string[], take: Take): void {
  const telling = name.filter((word) => word.length >= 3 && !titles.has(word))
  const together = telling.join('')
  if (together.length < 3) return
  const isOwn = (at: number) => telling.some((part) => areAlike(text.word(at), part))
  const standsOut = (at: number) =>
    text.isCapital(at) || addresses.has(text.word(at - 1)) || !(text.isPlain(at) || text.isAmbiguous(at))
  for (let at = 0; at < text.tokens.length; at++) {
    const word = text.word(at)
    const two = word + text.word(at + 1)
    const isSplit = two !== word && two.length >= 6 && [together, ...telling].some((part) => areAlike(two, part))
    if (together.length >= 6 && word.includes(together)) take(at, at + 1)
    else if (isSplit) take(at, at + 2)
    else if (isOwn(at) && (standsOut(at) || isOwn(at - 1) || isOwn(at + 1))) take(at, at + 1)
  }
}

/** The last line of a letter, of at most four words with capitals, is who signed it. */
function takeSignature(text: string, reading: Reading, take: Take): void {
  const [, line = ''] =
    /(?:\n|(?:hormat|salam)[^\n.]{0,12}[,\n]\s*)([^\n,.]{3,40}(?:\.|,[^\n]{0,12})?)\s*$/i.exec(text) ?? []
  const from = line ? reading.tokens.findIndex(({ start }) => start >= text.lastIndexOf(line)) : -1
  const words = from > 0 ? reading.tokens.slice(from) : []
  const isSigned = words.every((word, at) => (word.isCapital || word.isUpper) && !reading.isPlain(from + at))
  if (words.length <= 4 && isSigned) take(from, from + words.length)
}

const degrees = /,? (?:(?:[SMD]\.? ?(?:[A-Z][A-Za-z]{0,3})\.?|[SM]\.[A-Z]\.|A\.Md\.?)(?:, ?)?){1,3}/y

/** Neighbouring words are one name, with the degrees that follow it. */
function joinWords(text: string, { tokens }: Reading, taken: ReadonlySet<number>): Place[] {
  const found: { start: number; end: number }[] = []
  for (const [at, { start, end, gap }] of tokens.entries()) {
    if (!taken.has(at)) continue
    const before = found.at(-1)
    if (before && taken.has(at - 1) && /^[ .]{1,2}$/.test(gap)) before.end = end
    else found.push({ start, end })
  }
  for (const one of found) {
    degrees.lastIndex = one.end
    one.end += degrees.exec(text)?.[0].replace(/, ?$/, '').length ?? 0
    if (text[one.end] === '.' && /(?:^|[ .])\p{Lu}$/u.test(text.slice(one.start - 1, one.end))) one.end++
  }
  return found
}
