import type { PrivacyChoice } from '../../offices/vocabulary.ts'
import type { TenantId } from '../../storage/place.ts'
import type { ComplaintTalk, Part, Question } from './conversation.ts'

export interface UnitOffer {
  readonly id: TenantId
  readonly name: string
  readonly shortName: string
  readonly categories: readonly {
    readonly code: string
    readonly label: string
    readonly privacy: readonly PrivacyChoice[]
  }[]
  readonly version: number
}

export type Heard = Part

export interface Turn {
  readonly talk: ComplaintTalk
  /** `asks`: the question of `talk.asked` is next; `again`: it was not understood; `silent`: there is nothing to say. */
  readonly next: 'asks' | 'again' | 'silent' | 'cancelled' | 'file' | 'no_unit'
}

/** More of a story is not taken; it is the limit of the form. */
export const MOST_STORY = 8_000
/** A longer list does not fit on a screen: the person writes the name instead. */
export const MOST_LISTED = 12

const LEAST_TELLING = 15
const LEAST_STORY = 20
const MOST_LINE = 200

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

export const saysOnly = (text: string, ...words: readonly string[]): boolean => words.includes(plain(text))

export const cancels = (text: string): boolean => saysOnly(text, 'batal', 'batalkan')

const lettersIn = (text: string): number => text.replace(/[^\p{L}]/gu, '').length

/** A greeting or a number tells nothing; a sentence or a picture does. */
const tells = ({ text, media }: Heard): boolean => lettersIn(text) >= LEAST_TELLING || media.length > 0

export const storyOf = ({ parts }: Pick<ComplaintTalk, 'parts'>): string =>
  [...parts]
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('\n')

const hasStory = (talk: ComplaintTalk): boolean => lettersIn(storyOf(talk)) >= LEAST_STORY

export const offerOf = ({ unit }: ComplaintTalk, offers: readonly UnitOffer[]): UnitOffer | undefined =>
  offers.find(({ id }) => id === unit)

export const privacyOffered = (talk: ComplaintTalk, offers: readonly UnitOffer[]): readonly PrivacyChoice[] =>
  offerOf(talk, offers)?.categories.find(({ code }) => code === talk.category)?.privacy ?? []

/**
 * Decides what a message means for a complaint in the making, and what is asked next. A message that was written
 * before the last one but came after it answers nothing: it can only add to the story, or end it all.
 */
export function takeTurn(talk: ComplaintTalk, heard: Heard, offers: readonly UnitOffer[]): Turn {
  if (talk.handled.includes(heard.id)) return { talk, next: 'silent' }
  const isLate = heard.at < talk.lastSentAt
  const known: ComplaintTalk = {
    ...talk,
    handled: [...talk.handled, heard.id],
    lastSentAt: isLate ? talk.lastSentAt : heard.at,
  }
  if (cancels(heard.text)) return { talk: known, next: 'cancelled' }
  if (offers.length === 0 || (talk.unit && !offerOf(talk, offers))) return { talk: known, next: 'no_unit' }
  if (isLate) return { talk: tells(heard) ? withPart(known, heard) : known, next: 'silent' }
  if (known.asked === null) return askNext(tells(heard) ? withPart(known, heard) : known, offers)
  return answers[known.asked](known, heard, offers)
}

type Answer = (talk: ComplaintTalk, heard: Heard, offers: readonly UnitOffer[]) => Turn

const answers: Readonly<Record<Question, Answer>> = {
  unit(talk, heard, offers) {
    const found = chooseIn(
      talk.listed,
      heard.text,
      offers,
      ({ id }) => id,
      ({ name, shortName }) => [name, shortName],
    )
    const [only] = found
    if (found.length === 1 && only) return askNext({ ...talk, unit: only.id, listed: [] }, offers)
    const listed = found.length > 1 && found.length <= MOST_LISTED ? found.map(({ id }) => id) : talk.listed
    return { talk: { ...orPart(talk, heard), listed }, next: 'again' }
  },

  category(talk, heard, offers) {
    const categories = offerOf(talk, offers)?.categories ?? []
    const found = chooseIn(
      talk.listed,
      heard.text,
      categories,
      ({ code }) => code,
      ({ label }) => [label],
    )
    const [only] = found
    if (found.length === 1 && only) return askNext({ ...talk, category: only.code, listed: [] }, offers)
    return { talk: orPart(talk, heard), next: 'again' }
  },

  story(talk, heard, offers) {
    const isDone = saysOnly(heard.text, 'selesai', 'sudah', 'cukup', 'lanjut')
    if (isDone && hasStory(talk)) return askNext({ ...talk, isStoryWhole: true }, offers)
    if (isDone) return { talk, next: 'again' }
    const more = withPart(talk, heard)
    return { talk: more, next: hasStory(more) && !hasStory(talk) ? 'asks' : 'silent' }
  },

  who(talk, heard, offers) {
    const isNobody = saysOnly(heard.text, 'lewat', 'lewati', 'tidak tahu', 'tidak ada', '')
    if (heard.text.trim() === '') return { talk: orPart(talk, heard), next: 'again' }
    return askNext({ ...talk, who: isNobody ? '' : oneLine(heard.text) }, offers)
  },

  name(talk, heard, offers) {
    const offered = privacyOffered(talk, offers)
    const given = readName(heard.text)
    if (!given || !offered.includes(given.privacy)) return { talk: orPart(talk, heard, 100), next: 'again' }
    return askNext({ ...talk, ...given }, offers)
  },

  confirm(talk, heard, offers) {
    if (saysOnly(heard.text, 'kirim', 'ya kirim', 'kirim ya')) return { talk, next: 'file' }
    return { talk: orPart(talk, heard), next: offers.length > 0 ? 'again' : 'no_unit' }
  },
}

/** The first question that has no answer yet; what leaves no choice is not asked. */
function askNext(talk: ComplaintTalk, offers: readonly UnitOffer[]): Turn {
  const [onlyUnit] = offers
  if (talk.unit === null && offers.length === 1 && onlyUnit) return askNext({ ...talk, unit: onlyUnit.id }, offers)
  if (talk.unit === null) {
    const listed = offers.length <= MOST_LISTED ? offers.map(({ id }) => id) : []
    return { talk: { ...talk, asked: 'unit', listed }, next: 'asks' }
  }
  const offer = offerOf(talk, offers)
  if (!offer || offer.categories.length === 0) return { talk, next: 'no_unit' }
  const [onlyCategory] = offer.categories
  if (talk.category === null && offer.categories.length === 1 && onlyCategory)
    return askNext({ ...talk, category: onlyCategory.code }, offers)
  if (!offer.categories.some(({ code }) => code === talk.category)) {
    const listed = offer.categories.map(({ code }) => code)
    return { talk: { ...talk, category: null, asked: 'category', listed }, next: 'asks' }
  }
  if (!talk.isStoryWhole) return { talk: { ...talk, asked: 'story' }, next: 'asks' }
  if (talk.who === null) return { talk: { ...talk, asked: 'who' }, next: 'asks' }
  if (talk.privacy === null) return { talk: { ...talk, asked: 'name' }, next: 'asks' }
  return { talk: { ...talk, asked: 'confirm', version: offer.version }, next: 'asks' }
}

/** The unit's texts or kinds changed meanwhile: what no longer holds is asked again. */
export const askAgain = (talk: ComplaintTalk, offers: readonly UnitOffer[]): Turn => {
  const holds = talk.privacy !== null && privacyOffered(talk, offers).includes(talk.privacy)
  return askNext(holds ? talk : { ...talk, privacy: null, name: null }, offers)
}

function chooseIn<Row>(
  listed: readonly string[],
  text: string,
  rows: readonly Row[],
  idOf: (row: Row) => string,
  namesOf: (row: Row) => readonly string[],
): readonly Row[] {
  const wanted = plain(text)
  const place = /^(?:nomor |no )?(\d{1,2})$/.exec(wanted)?.[1]
  if (place !== undefined) return rows.filter((row) => idOf(row) === listed[Number(place) - 1])
  if (wanted.length < 3) return []
  const exact = rows.filter((row) => namesOf(row).some((name) => plain(name) === wanted))
  if (exact.length > 0) return exact
  return rows.filter((row) => namesOf(row).some((name) => ` ${plain(name)} `.includes(` ${wanted} `)))
}

/** Somebody who tells more instead of answering loses nothing of it. */
const orPart = (talk: ComplaintTalk, heard: Heard, least = LEAST_TELLING): ComplaintTalk =>
  heard.media.length > 0 || lettersIn(heard.text) >= least ? withPart(talk, heard) : talk

function withPart(talk: ComplaintTalk, { id, at, text, media }: Heard): ComplaintTalk {
  const room = MOST_STORY - storyOf(talk).length
  return { ...talk, parts: [...talk.parts, { id, at, text: text.slice(0, Math.max(0, room - 1)), media }] }
}

/** Nobody is called so: somebody asks, or says in their own words that they do not want to be named. */
const noName = /\b(nama|tidak|gak|nggak|jangan|mau|bisa|boleh|kenapa|mengapa|apa|rahasia(kan)?|iya|oke)\b|[?]/i

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, MOST_LINE)

function readName(
  text: string,
): (Pick<ComplaintTalk, 'name' | 'privacy'> & { readonly privacy: PrivacyChoice }) | null {
  if (saysOnly(text, 'tanpa nama', 'anonim')) return { privacy: 'anonymous', name: null }
  const hidden = /^\s*rahasia(?:kan)?[\s:,.-]+(.+)$/is.exec(text)?.[1]
  const name = oneLine(hidden ?? text)
  const isName = lettersIn(name) >= 3 && name.length <= 100 && !noName.test(name)
  return isName ? { privacy: hidden === undefined ? 'named' : 'confidential', name } : null
}

export function subjectOf(talk: ComplaintTalk): string {
  const [first = ''] = storyOf(talk).split(/(?<=[.!?])\s|\n/)
  const line = oneLine(first)
  if (line.length <= 80) return line
  return `${line.slice(0, 80).replace(/\s+\S*$/, '')}…`
}
