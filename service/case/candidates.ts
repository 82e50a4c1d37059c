import { type KnownName, knowName, NamesRead, NameWords } from '../offices/names/called-names.ts'
import { KnownPositions } from '../offices/names/called-positions.ts'
import { WordsRead } from '../offices/names/known-words.ts'
import { namesPerson, wordsOf } from '../offices/names/names-in-text.ts'
import { type Answered, personsIn, wordsIn } from '../offices/questions/kept-answers.ts'
import type { Membership } from '../offices/staff/account.ts'
import { exits } from './complaint.ts'
import { hasHappened } from './older-pages.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Message } from './shape/correspondence.ts'
import { type GivenStory, storyFields } from './shape/story-fields.ts'

type Named = Pick<Membership, 'id' | 'name' | 'formerNames' | 'position'> & { readonly roles?: readonly string[] }

/** What a reporter wrote: whom it is about, and what else they wrote. */
export interface NamingTexts {
  readonly who: readonly string[]
  readonly story: readonly string[]
}

/** The staff that words may mean, by how clearly they do; each person stands there once. */
export interface Meant<M> {
  /** An answer calls them so: by their whole name, by a name after `Bu` or `petugas`, by initials, by their position. */
  readonly answered: readonly M[]
  /** Some word of an answer may mean them. */
  readonly maybe: readonly M[]
  /** A story calls them so, which need not mean that it is about them. */
  readonly mentioned: readonly M[]
  /** Some word of a story may mean them. */
  readonly hinted: readonly M[]
}

interface Known {
  /** Counts from the top of the list of staff. */
  readonly place: number
  readonly names: readonly KnownName[]
}

/** Staff, arranged once for all texts in which they are looked for. */
interface KnownStaff {
  readonly all: readonly Known[]
  readonly words: NameWords
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
  const words = new NameWords(all.flatMap(({ names }) => names))
  const staff = { all, words, positions: new KnownPositions(members) }
  arranged.set(members, staff)
  return staff
}

/**
 * Says whom of the staff a reporter may mean, as people write names. It finds too many on purpose: those who may be
 * meant are passed over until somebody decides, and nobody else.
 */
export function whoIsMeant<M extends Named>({ who, story }: NamingTexts, members: readonly M[]): Meant<M> {
  const staff = arrangeStaff(members)
  const answers = who.filter((text) => text.trim() !== '').map((text) => meantBy(text, staff))
  const stories = story.filter((text) => text.trim() !== '').map((text) => meantBy(text, staff))
  const rest = new Set(staff.all)
  const take = (found: readonly Known[][]) => {
    const taken = [...rest].filter((one) => found.some((some) => some.includes(one)))
    for (const one of taken) rest.delete(one)
    return taken.flatMap(({ place }) => members[place] ?? [])
  }
  return {
    answered: take(answers.map(({ clearly }) => clearly)),
    maybe: take(answers.map(({ all }) => all)),
    mentioned: take(stories.map(({ clearly }) => clearly)),
    hinted: take(stories.map(({ all }) => all)),
  }
}

/** Everybody whom a text may mean, and those whom it calls so. */
function meantBy(text: string, { all, words, positions }: KnownStaff) {
  const written = new WordsRead(text)
  const read = new NamesRead(written, words)
  const byPosition = positions.findCalled(written.spoken)
  const whole = all.filter(({ names }) => names.some((name) => read.hasWhole(name)))
  const isOpen = partsLeftBy(whole)
  const found = all.filter(
    (one) =>
      whole.includes(one) || byPosition.places.has(one.place) || one.names.some((name) => read.hasPart(name, isOpen)),
  )
  const clearly = found.filter(
    (one) =>
      whole.includes(one) || byPosition.clearly.has(one.place) || one.names.some((name) => read.calls(name, isOpen)),
  )
  return { all: found, clearly }
}

/** A family name that many share means the one whose whole name stands there. */
function partsLeftBy(whole: readonly Known[]): (part: string) => boolean {
  const explained = new Set(whole.flatMap(({ names }) => names).flatMap(({ telling }) => telling))
  return (part) => !explained.has(part)
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
  const messages = dossier.messages.filter(({ by }) => by.kind === 'reporter')
  const answersWho = (message: Message) => message.brings?.includes('who_was_involved') === true
  return {
    who: [...who, ...messages.filter(answersWho).map(({ text }) => text)],
    story: [
      ...story,
      ...messages.filter((message) => !answersWho(message)).map(({ text }) => text),
      dossier.objection?.text ?? '',
      correction ?? '',
    ],
  }
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
