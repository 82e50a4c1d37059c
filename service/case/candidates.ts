import { type KnownName, knowName, NamesRead, wordsOfNames } from '../offices/names/called-names.ts'
import { KnownPositions } from '../offices/names/called-positions.ts'
import { type KnownWords, WordsRead } from '../offices/names/known-words.ts'
import { areAlike, namesPerson, wordsOf } from '../offices/names/names-in-text.ts'
import { type Answered, personsIn, wordsIn } from '../offices/questions/kept-answers.ts'
import type { Membership } from '../offices/staff/account.ts'
import { exits } from './complaint.ts'
import { hasHappened } from './older-pages.ts'
import type { Complaint } from './shape/complaint.ts'
import { type GivenStory, storyFields } from './shape/story-fields.ts'

type Named = Pick<Membership, 'id' | 'name' | 'formerNames' | 'position'>

/** What a reporter wrote: whom it is about, and what else they wrote. */
export interface NamingTexts {
  readonly who: readonly string[]
  readonly story: readonly string[]
}

/** `sure`: the whole name of one person, or a position that only one has. */
export interface Meant<M> {
  readonly sure: readonly M[]
  /** They may be meant: by one name of several, a nickname, initials, a counter, or a name that two have. */
  readonly maybe: readonly M[]
  /** A story names them, which need not mean that it is about them. */
  readonly mentioned: readonly M[]
}

interface Known {
  /** Counts from the top of the list of staff. */
  readonly place: number
  readonly names: readonly KnownName[]
}

/** Staff, arranged once for all texts in which they are looked for. */
interface KnownStaff {
  readonly all: readonly Known[]
  readonly words: KnownWords
  readonly positions: KnownPositions
}

/** A list of staff is arranged once; the directory gives the same list until somebody changes. */
const arranged = new WeakMap<readonly Named[], KnownStaff>()

function arrangeStaff(members: readonly Named[]): KnownStaff {
  const known = arranged.get(members)
  if (known) return known
  const all = members.map(({ name, formerNames = [] }, place) => ({
    place,
    names: [name, ...formerNames].map(knowName),
  }))
  const staff = {
    all,
    words: wordsOfNames(all.flatMap(({ names }) => names)),
    positions: new KnownPositions(members.map(({ position }) => position)),
  }
  arranged.set(members, staff)
  return staff
}

/** Says whom of the staff a reporter may mean, as people write names. It rather finds too many: somebody decides. */
export function whoIsMeant<M extends Named>({ who, story }: NamingTexts, members: readonly M[]): Meant<M> {
  const staff = arrangeStaff(members)
  const answers = who.filter((text) => text.trim() !== '').map((text) => meantBy(text, staff))
  const inStories = story.filter((text) => text !== '').map((text) => mentionedIn(text, staff))
  const sure = staff.all.filter((one) => answers.some((answer) => answer.sure.includes(one)))
  const maybe = staff.all.filter((one) => !sure.includes(one) && answers.some((answer) => answer.maybe.includes(one)))
  const mentioned = staff.all.filter(
    (one) => !sure.includes(one) && !maybe.includes(one) && inStories.some((found) => found.includes(one)),
  )
  const named = (found: readonly Known[]) => found.flatMap(({ place }) => members[place] ?? [])
  return { sure: named(sure), maybe: named(maybe), mentioned: named(mentioned) }
}

function meantBy(text: string, { all, words, positions }: KnownStaff): Omit<Meant<Known>, 'mentioned'> {
  const { whole, parts } = findIn(new NamesRead(new WordsRead(text), 'who', words), all)
  const called = positions.findCalled(text)
  const only = parts.length === 1 && whole.length === 0 ? parts.filter(hasOneName) : []
  const byPosition = all.filter(({ place }) => called[place])
  const isSure = (one: Known) =>
    (whole.includes(one) && !whole.some((other) => other !== one && haveOneName(one, other))) ||
    only.includes(one) ||
    (byPosition.length === 1 && byPosition.includes(one) && whole.length === 0 && parts.length === 0)
  const found = all.filter((one) => whole.includes(one) || parts.includes(one) || byPosition.includes(one))
  return { sure: found.filter(isSure), maybe: found.filter((one) => !isSure(one)) }
}

function findIn(read: NamesRead, all: readonly Known[]) {
  const whole = all.filter(({ names }) => names.some((name) => read.findWhole(name).length > 0))
  const isOpen = wordsLeftBy(whole)
  const parts = all.filter(({ names }) => names.some((name) => read.hasPart(name, isOpen) || read.hasInitials(name)))
  return { whole, parts }
}

const hasOneName = ({ names: [name] }: Known): boolean => name?.telling.length === 1

/** Both names stand in the words of either. */
const haveOneName = (one: Known, other: Known): boolean =>
  one.names.some(({ telling }) =>
    other.names.some(
      ({ telling: others }) => telling.filter((word) => others.some((part) => areAlike(word, part))).length >= 2,
    ),
  )

/** A family name that many share means the one whose whole name stands there. */
function wordsLeftBy(whole: readonly Known[]): (word: string) => boolean {
  const explained = whole.flatMap(({ names }) => names).flatMap(({ telling }) => telling)
  return (word) => explained.every((one) => !areAlike(word, one))
}

function mentionedIn(text: string, { all, words, positions }: KnownStaff): readonly Known[] {
  const read = new WordsRead(text)
  const { whole, parts } = findIn(new NamesRead(read, 'story', words), all)
  const blamed = positions.findBlamed(read.spoken)
  return all.filter((one) => blamed[one.place] || whole.includes(one) || parts.includes(one))
}

/** Where a story and its answers name people. */
export const textsOfStory = (story: GivenStory, answers: readonly Answered[]): NamingTexts => {
  const written = (isWho: boolean) =>
    storyFields.flatMap(({ name, kind }) =>
      kind !== 'day' && (kind === 'person') === isWho ? (story[name] ?? []) : [],
    )
  return { who: [...written(true), ...personsIn(answers)], story: [...written(false), ...wordsIn(answers)] }
}

/** Where a case names people, as it stands now; pages of old messages are left out. */
export function namingTextsOf({ dossier }: Pick<Complaint, 'dossier'>): NamingTexts {
  const { who, story } = textsOfStory(dossier, dossier.answers)
  const correction = dossier.spoken?.transcript?.reply?.text
  const messages = dossier.messages.filter(({ by }) => by.kind === 'reporter').map(({ text }) => text)
  return { who, story: [...story, ...messages, dossier.objection?.text ?? '', correction ?? ''] }
}

/** What stands in the second and not in the first. */
export const newTexts = (before: NamingTexts, after: NamingTexts): NamingTexts => ({
  who: after.who.filter((text) => !before.who.includes(text)),
  story: after.story.filter((text) => !before.story.includes(text)),
})

interface NamedStaff {
  readonly names: readonly (readonly string[])[]
  readonly position: string
}

/** A member is taken apart once; the directory gives the same one until somebody changes it. */
const known = new WeakMap<Named, NamedStaff>()

function knowMember(member: Named): NamedStaff {
  const { name, formerNames = [], position } = member
  const found = known.get(member) ?? {
    names: [name, ...formerNames].map(wordsOf),
    position: wordsOf(position).join(' '),
  }
  known.set(member, found)
  return found
}

/**
 * Finds staff whom a text names: by a present or former name, however it is spelt, or by a position that only one of
 * them has. It rather finds too many, because somebody else can lift the guard.
 */
export function staffNamedIn<M extends Named>(text: string, members: readonly M[]): M[] {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const [together, spoken] = [words.join(''), ` ${words.join(' ')} `]
  const holders = new Map<string, number>()
  for (const member of members) {
    const { position } = knowMember(member)
    holders.set(position, (holders.get(position) ?? 0) + 1)
  }
  return members.filter((member) => {
    const { names, position } = knowMember(member)
    if (names.some((name) => namesPerson(words, name, together))) return true
    return position.includes(' ') && holders.get(position) === 1 && spoken.includes(` ${position} `)
  })
}

export const staffNamedBy = <M extends Named>({ dossier }: Complaint, members: readonly M[]): M[] =>
  staffNamedIn(
    [
      dossier.reportedPerson ?? '',
      ...personsIn(dossier.answers),
      dossier.subject,
      dossier.chronology,
      dossier.spoken?.transcript?.reply?.text ?? '',
    ].join('\n'),
    members,
  )

/** Lists staff who are named and see the case, because nobody else could decide or they only have such a position. */
export function staffToThinkOf<M extends Named>(complaint: Complaint, members: readonly M[]): M[] {
  const isOpen = exits[complaint.status].length > 0
  const isNew = complaint.status === 'received' || complaint.status === 'incomplete'
  // A spoken statement may be written only while the case is being handled.
  const isJustWritten = complaint.dossier.spoken?.transcript != null && isOpen
  const wasLifted = hasHappened(complaint.dossier, 'guard_lifted')
  return (isNew || isJustWritten) && !complaint.guard && !wasLifted ? staffNamedBy(complaint, members) : []
}
