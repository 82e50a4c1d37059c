import { findInField, replaceWords } from '../offices/names/find-personal-words.ts'
import { titles, wholeWords, wordsOf } from '../offices/names/names-in-text.ts'
import type { OwnWords, PersonalKind } from '../offices/names/personal-words.ts'
import { type Answered, personsIn } from '../offices/questions/kept-answers.ts'
import type { Language } from '../offices/vocabulary.ts'
import { type Instant, MINUTE, plusMilliseconds } from '../shared/instant.ts'
import type { StaffId } from '../storage/place.ts'
import { rewriteListedWords, rewriteOfficeWords } from './office-words.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { Message, OlderPage } from './shape/correspondence.ts'
import type { Correction, HistoryLine } from './shape/history.ts'
import type { Spoken, Transcript } from './shape/intake.ts'
import { storyFields } from './shape/story-fields.ts'
import { searchWords } from './words/search-words.ts'

/** An opened identity stays open for so long to the person who opened it. */
export const OPEN_FOR = 10 * MINUTE

/** What is known of a case whose words are covered. */
export interface Cover {
  /** `null`: not given, erased, or sealed so that only a custodian can open it. */
  readonly own: OwnWords | null
  /** Names of staff, whom a complaint names because it is about them. */
  readonly staff: readonly string[]
  readonly language: Language
  /** Only what the reporter gave as their own is covered. */
  readonly ownAlone?: boolean
  /** Only these kinds are covered; all where it is left out. */
  readonly kinds?: readonly PersonalKind[]
}

const coverings: Readonly<Record<Language, Readonly<Record<PersonalKind, string>>>> = {
  id: {
    name: '[nama disamarkan]',
    phone: '[nomor disamarkan]',
    address: '[alamat disamarkan]',
    email: '[surel disamarkan]',
    nik: '[NIK disamarkan]',
    plate: '[pelat disamarkan]',
  },
  en: {
    name: '[name masked]',
    phone: '[number masked]',
    address: '[address masked]',
    email: '[e-mail masked]',
    nik: '[NIK masked]',
    plate: '[plate masked]',
  },
}

/**
 * Where the reporter is not named to staff, their own words must not name them either. The identity that somebody
 * opened shows them the words too, for as long as it is open.
 */
export function isCoveredFrom(staff: StaffId, { privacy, dossier }: Complaint, now: Instant): boolean {
  if (privacy === 'named') return false
  return !dossier.identityOpenings.some(
    ({ at, by }) => by.kind === 'staff' && by.id === staff && plusMilliseconds(at, OPEN_FOR) > now,
  )
}

/** Tells whether a text has something that was covered in it. */
export const hasCovered = (text: string, language: Language): boolean =>
  Object.values(coverings[language]).some((covering) => text.includes(covering))

/** Puts another text in place of one that the reporter wrote in a field of this kind. */
export type Covering = (kind: FieldKind, text: string) => string
type FieldKind = Parameters<typeof findInField>[0]

/** Finds what tells who somebody is in one field of a case. */
function finderFor({ dossier }: Complaint, { own, staff, ownAlone = false, kinds }: Omit<Cover, 'language'>) {
  const reported = [dossier.reportedPerson ?? '', ...personsIn(dossier.answers), ...staff]
  const complainedAbout = new Set(reported.flatMap(wordsOf))
  const isComplainedAbout = (words: string) =>
    wordsOf(words).every((word) => word.length < 3 || titles.has(word) || complainedAbout.has(word))
  return (kind: FieldKind, text: string) =>
    findInField(kind, text, own).filter(
      (one) =>
        (kinds?.includes(one.kind) ?? true) &&
        (one.isOwn || (!ownAlone && (one.kind !== 'name' || !isComplainedAbout(text.slice(one.start, one.end))))),
    )
}

function coveringOf(
  complaint: Complaint,
  cover: Cover,
  coveringFor: (kind: PersonalKind) => string = (kind) => coverings[cover.language][kind],
): Covering {
  const find = finderFor(complaint, cover)
  return (kind, text) => replaceWords(text, find(kind, text), coveringFor)
}

/** What lists show alone: the subject, and some words of staff. */
export function coverForLists(complaint: Complaint, cover: Cover): Complaint {
  const { dossier } = complaint
  const subject = coveringOf(complaint, cover)('line', dossier.subject)
  return { ...complaint, dossier: { ...dossier, ...rewriteListedWords(dossier, ownCoveringOf(cover)), subject } }
}

/** Everything that the reporter wrote. Returns the same case if nothing in it tells who somebody is. */
export const coverComplaint = (complaint: Complaint, cover: Cover): Complaint =>
  rewriteComplaint(complaint, coveringOf(complaint, cover))

/**
 * The same for who reads the case, without what of the reporter stands in words of staff: they wrote it while the
 * reporter was named, or gave a reason for it. Other names stay there, because staff answer for what they write.
 */
export function coverForReaders(complaint: Complaint, cover: Cover): Complaint {
  const covered = coverComplaint(complaint, cover)
  const { dossier } = covered
  return withDossier(covered, { ...dossier, ...rewriteOfficeWords(dossier, ownCoveringOf(cover)) })
}

/**
 * Covers what the reporter gave of themselves in words that staff wrote about the case. Reasons name files, which often
 * have underscores for spaces.
 */
export function ownCoveringOf(
  { own, language }: Pick<Cover, 'own' | 'language'>,
  coveringFor: (kind: PersonalKind) => string = (kind) => coverings[language][kind],
): (text: string) => string {
  if (!own) return (text) => text
  return (text) => {
    const plain = text.replaceAll('_', ' ')
    const found = findInField('text', plain, own).filter(({ isOwn, kind }) => isOwn || kind === 'nik')
    return found.length > 0 ? replaceWords(plain, found, coveringFor) : text
  }
}

/**
 * A case as it leaves the unit. What staff wrote is covered too: the reporter's own words, and what is masked in the
 * story and staff repeated. Other names stay there, because staff answer for what they write.
 */
export function coverLeaving(complaint: Complaint, cover: Cover): Complaint {
  const repeated = new Map<string, PersonalKind>()
  const find = finderFor(complaint, cover)
  rewriteComplaint(complaint, (field, text) => {
    for (const { kind, start, end } of find(field, text)) repeated.set(text.slice(start, end), kind)
    return text
  })
  const patterns = [...repeated]
    .sort(([one], [other]) => other.length - one.length)
    .flatMap(([words, kind]) => patternsOf(words, kind).map((pattern) => ({ pattern, kind })))
  const coverOwn = ownCoveringOf(cover)
  const rewrite = (text: string) => {
    const plain = coverOwn(text).replaceAll('_', ' ')
    const covered = patterns.reduce(
      (left, { pattern, kind }) => left.replace(pattern, coverings[cover.language][kind]),
      plain,
    )
    return covered === text.replaceAll('_', ' ') ? text : covered
  }
  const { dossier } = coverComplaint(complaint, cover)
  return withDossier(complaint, { ...dossier, ...rewriteOfficeWords(dossier, rewrite) })
}

/** Staff shorten a name, so that each part of it counts where it is written as one. */
function patternsOf(words: string, kind: PersonalKind): RegExp[] {
  const parts = kind === 'name' ? words.split(/\s+/) : []
  const telling = parts.filter((part) => part.length >= 3 && !titles.has(part.toLowerCase()))
  const written = telling.map((part) => wholeWords(part[0]?.toUpperCase() + part.slice(1), 'gu'))
  return [wholeWords(words), ...(telling.length > 1 ? written : [])]
}

const leaveGap = () => ' '

/**
 * Leaves a gap in place of what tells who somebody is, and of what the reporter gave where staff repeat it: a search for
 * it must not tell that it stands there.
 */
export function leaveOutTelling(complaint: Complaint, own: OwnWords | null): Complaint {
  if (complaint.privacy === 'named') return complaint
  const cover = { own, staff: [], language: 'id' } as const
  const left = rewriteComplaint(complaint, coveringOf(complaint, cover, leaveGap))
  if (!own) return left
  const { dossier } = left
  const ownWords = new Set(searchWords([own.name, own.onBehalfOf, own.phone, own.email, own.address].map(orNull)))
  return withDossier(left, {
    ...dossier,
    ...rewriteOfficeWords(dossier, ownCoveringOf(cover, leaveGap)),
    older: dossier.older && { ...dossier.older, words: dossier.older.words.filter((word) => !ownWords.has(word)) },
  })
}

const orNull = (text: string | null | undefined): string | null => text ?? null

/** Puts other texts in place of what the reporter wrote. Returns the same case if they are the same. */
export function rewriteComplaint(complaint: Complaint, covering: Covering): Complaint {
  const { dossier } = complaint
  const story = storyFields.flatMap(({ name, kind, limit }) => {
    const text = dossier[name]
    return text && kind !== 'day' ? [[name, covering(limit === 'place' ? 'place' : kind, text)] as const] : []
  })
  const { objection, rating } = dossier
  const telling = Object.entries(dossier.evidenceNames).filter(([, name]) => tells(covering, name))
  return withDossier(complaint, {
    ...dossier,
    ...Object.fromEntries(story),
    spoken: dossier.spoken && coverSpoken(covering, dossier.spoken),
    answers: dossier.answers.map((one) => coverAnswer(covering, one)),
    ...coverEntries(covering, dossier),
    objection: objection && { ...objection, text: covering('text', objection.text) },
    rating: rating && { ...rating, text: rating.text && covering('text', rating.text) },
    hiddenNames: [...new Set([...dossier.hiddenNames, ...telling.map(([id]) => id)])],
  })
}

/** The transcript itself is the story. */
function coverSpoken(covering: Covering, spoken: Spoken): Spoken {
  const cover = <T extends Transcript>(one: T): T => ({
    ...one,
    reply: one.reply && { ...one.reply, text: one.reply.text && covering('text', one.reply.text) },
  })
  return {
    ...spoken,
    transcript: spoken.transcript && cover(spoken.transcript),
    earlier: spoken.earlier.map((one) => ({ ...cover(one), text: covering('text', one.text) })),
  }
}

type Entries = Pick<OlderPage, 'messages' | 'history'>

/** What moved to an older page of the case. */
export function coverOlder(complaint: Complaint, page: OlderPage, cover: Cover): OlderPage {
  const { messages, history } = coverEntries(coveringOf(complaint, cover), page)
  const coverOwn = ownCoveringOf(cover)
  return {
    ...page,
    messages: messages.map((one) => ({ ...one, text: coverOwn(one.text) })),
    notes: page.notes.map((one) => ({ ...one, text: coverOwn(one.text) })),
    history: history.map((line) => (line.text ? { ...line, text: coverOwn(line.text) } : line)),
    openings: page.openings.map((one) => ({ ...one, reason: coverOwn(one.reason) })),
  }
}

const coverEntries = (covering: Covering, { messages, history }: Entries): Entries => ({
  messages: messages.map((one) => (one.by.kind === 'reporter' ? coverMessage(covering, one) : one)),
  history: history.map((line) => coverLine(covering, line)),
})

/** What a correction replaced, the reporter may have written. */
function coverLine(covering: Covering, line: HistoryLine): HistoryLine {
  if (line.corrected) return { ...line, corrected: line.corrected.map((one) => coverCorrection(covering, one)) }
  return line.by.kind === 'reporter' && line.text ? { ...line, text: covering('text', line.text) } : line
}

function coverCorrection(covering: Covering, correction: Correction): Correction {
  const row = storyFields.find(({ name }) => name === correction.field)
  if (!row || row.kind === 'day') return correction
  const cover = (text: string | null) => text && covering(row.limit === 'place' ? 'place' : row.kind, text)
  return { ...correction, from: cover(correction.from), to: cover(correction.to) }
}

const coverMessage = (covering: Covering, message: Message): Message => ({
  ...message,
  text: covering('text', message.text),
  ...(message.inbound && { inbound: { ...message.inbound, quoted: covering('text', message.inbound.quoted) } }),
})

function coverAnswer(covering: Covering, answer: Answered): Answered {
  switch (answer.kind) {
    case 'text':
    case 'person':
      return { ...answer, text: covering(answer.kind, answer.text) }
    case 'place':
      return { ...answer, text: answer.text && covering('place', answer.text) }
    default:
      return answer
  }
}

const tells = (covering: Covering, name: string): boolean => {
  const words = name.replaceAll('_', ' ')
  return covering('line', words) !== words
}

const withDossier = (complaint: Complaint, dossier: Dossier): Complaint =>
  JSON.stringify(dossier) === JSON.stringify(complaint.dossier) ? complaint : { ...complaint, dossier }

const blanks: Readonly<Record<Language, string>> = { id: '[disamarkan petugas]', en: '[redacted by staff]' }

/** A case without the words that staff took out. It is what leaves the unit. */
export function redactComplaint(complaint: Complaint, language: Language = 'id'): Complaint {
  if (complaint.dossier.redactions.length === 0) return complaint
  const leaveOut = leavingOut(complaint.dossier, language)
  const { dossier, ...rewritten } = rewriteComplaint(complaint, (_, text) => leaveOut(text))
  return { ...rewritten, dossier: { ...dossier, ...rewriteOfficeWords(dossier, leaveOut) } }
}

/** What staff wrote to the reporter, without the words that they took out of the case: others carry a notice. */
export const redactOfficeWords = (dossier: Dossier, language: Language): Dossier =>
  dossier.redactions.length === 0
    ? dossier
    : { ...dossier, ...rewriteOfficeWords(dossier, leavingOut(dossier, language)) }

function leavingOut({ redactions }: Dossier, language: Language): (text: string) => string {
  // Longer words come first, so that a part of them does not keep the rest readable.
  const words = redactions
    .map((one) => one.words)
    .sort((one, other) => other.length - one.length)
    .map((one) => wholeWords(one))
  return (text) => words.reduce((left, pattern) => left.replace(pattern, blanks[language]), text)
}

/** True if the reporter wrote these words anywhere in the case. */
export function isWrittenIn(complaint: Complaint, words: string): boolean {
  const pattern = wholeWords(words)
  let isFound = false
  rewriteComplaint(complaint, (_, text) => {
    isFound ||= text.search(pattern) >= 0
    return text
  })
  return isFound
}
