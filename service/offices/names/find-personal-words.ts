import { findAddresses } from './find-addresses.ts'
import { findNames } from './find-names.ts'
import { areAlike, titles, wordsOf } from './names-in-text.ts'
import type { OwnWords, PersonalKind, PersonalWords } from './personal-words.ts'

/** Nothing that is bounded here can take longer than linear time on a long text. */
const patterns: readonly (readonly [PersonalKind, RegExp])[] = [
  ['nik', /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/g],
  [
    'email',
    /(?<![\w.+-])[\w.+-]{1,64}(?: (?:titik|dot) [\w+-]{1,64}){0,3} ?(?:@|[([] ?at ?[)\]]| at ) ?[\w-]{1,63}(?: ?(?:\.|[([] ?(?:dot|titik) ?[)\]]| dot | titik ) ?[\w-]{1,63}){1,4}/gi,
  ],
  ['phone', /(?<!\d)(?<!\d\/)(?:\(?\+?62[ .()-]{0,3}|\(?0[ .()-]{0,2})8(?:[ .()-]{0,3}\d){7,11}(?!\d)/g],
  // A landline is the office's own more often than not.
  ['phone', /(?<=\b(?:rumah|saya|kami|hubungi)\b[^\d\n]{0,20})\(?0[2-9]\d{1,2}\)?[ -]?\d{5,8}(?!\d)/gi],
  [
    'phone',
    /\b(?:(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)[ ,-]{1,2}){8,14}(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\b/gi,
  ],
  ['plate', /(?<![\p{L}\d])(?!RT|RW|NO|PP|UU|SK|SD)[A-Z]{1,2} ?\d{3,4} ?[A-Z]{1,3}(?![\p{L}\d])/gu],
  [
    'plate',
    /(?<=\b(?:pelat|plat|nopol|nomor polisi|motor|mobil)\b[^\d\n]{0,20}(?<![\p{L}]))[a-z]{1,2}[ -]?\d{1,4}[ -]?[a-z]{2,3}(?![\p{L}\d])/giu,
  ],
]

/**
 * Finds words that tell who the reporter or somebody else is: names, phones, addresses, e-mails, NIK and vehicle plates.
 * It knows what the reporter gave of themselves, and judges the rest by titles, phrases, capitals and common names.
 */
export function findPersonalWords(text: string, own: OwnWords | null): PersonalWords[] {
  const found: PersonalWords[] = []
  const add = (more: readonly PersonalWords[]) => {
    for (const one of more) {
      if (!found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one)
    }
  }
  for (const [kind, pattern] of patterns) {
    add([...text.matchAll(pattern)].map(({ 0: words, index }) => ({ kind, start: index, end: index + words.length })))
  }
  add(findAddresses(text, own?.address ? wordsOf(own.address) : []))
  const names = [own?.name, own?.onBehalfOf].flatMap((name) => (name ? [wordsOf(name)] : []))
  add(findSpelt(text, names.flat()))
  add(findNames(text, names).map((place) => ({ kind: 'name', ...place })))
  return found
    .map((one) => ({ ...one, isOwn: one.isOwn ?? isOwnIn(one.kind, text.slice(one.start, one.end), names, own) }))
    .sort((one, other) => one.start - other.start)
}

/** Finds the reporter's own name letter by letter: `S i t i`, `S.I.T.I`. */
const findSpelt = (text: string, own: readonly string[]): PersonalWords[] =>
  [...text.matchAll(/(?<!\p{L})\p{L}(?:[ .-]\p{L}){2,15}(?!\p{L})/gu)].flatMap(({ 0: letters, index: start }) =>
    own.includes(letters.replace(/[ .-]/g, '').toLowerCase())
      ? [{ kind: 'name', start, end: start + letters.length, isOwn: true }]
      : [],
  )

const lastDigits = (text: string): string => text.replace(/\D/g, '').slice(-8)

function isOwnIn(kind: PersonalKind, words: string, names: readonly string[][], own: OwnWords | null): boolean {
  switch (kind) {
    case 'name': {
      const telling = names.flat().filter((word) => word.length >= 3 && !titles.has(word))
      return wordsOf(words).some((word) => telling.some((part) => areAlike(word, part)))
    }
    case 'phone':
      return Boolean(own?.phone) && lastDigits(own?.phone ?? '') === lastDigits(words)
    case 'email':
      return words.toLowerCase() === own?.email?.toLowerCase()
    case 'address':
    case 'nik':
    case 'plate':
      return false
  }
}

/** Returns the text with other words in place of those that were found. */
export function replaceWords(
  text: string,
  found: readonly PersonalWords[],
  other: (kind: PersonalKind, words: string) => string,
): string {
  let replaced = ''
  let from = 0
  for (const { kind, start, end } of found) {
    replaced += text.slice(from, start) + other(kind, text.slice(start, end))
    from = end
  }
  return replaced + text.slice(from)
}

/**
 * Finds them in one field of a complaint. The person whom it is about is named on purpose, and a place may be an
 * office's: there only the reporter's own name or address counts.
 */
export const findInField = (
  kind: 'line' | 'text' | 'person' | 'place',
  text: string,
  own: OwnWords | null,
): PersonalWords[] =>
  findPersonalWords(text, own).filter(
    (one) => one.isOwn || !((kind === 'person' && one.kind === 'name') || (kind === 'place' && one.kind === 'address')),
  )
