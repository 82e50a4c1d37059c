import { NamesRead, tellingWords } from '../offices/names/called-names.ts'
import { positionsBlamed, positionsCalled } from '../offices/names/called-positions.ts'
import { areAlike } from '../offices/names/names-in-text.ts'
import { type Answered, personsIn, wordsIn } from '../offices/questions/kept-answers.ts'
import type { Membership } from '../offices/staff/account.ts'
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

const namesOf = ({ name, formerNames = [] }: Named): readonly string[] => [name, ...formerNames]

/** Says whom of the staff a reporter may mean, as people write names. It rather finds too many: somebody decides. */
export function whoIsMeant<M extends Named>({ who, story }: NamingTexts, members: readonly M[]): Meant<M> {
  const answers = who.filter((text) => text.trim() !== '').map((text) => meantBy(text, members))
  const sure = members.filter((one) => answers.some((answer) => answer.sure.includes(one)))
  const maybe = members.filter((one) => !sure.includes(one) && answers.some((answer) => answer.maybe.includes(one)))
  const inStories = story.map((text) => mentionedIn(text, members))
  const mentioned = members.filter(
    (one) => !sure.includes(one) && !maybe.includes(one) && inStories.some((found) => found.includes(one)),
  )
  return { sure, maybe, mentioned }
}

function meantBy<M extends Named>(text: string, members: readonly M[]): Omit<Meant<M>, 'mentioned'> {
  const read = new NamesRead(text, 'who')
  const positions = positionsCalled(
    text,
    members.map(({ position }) => position),
  )
  const whole = members.filter((one) => namesOf(one).some((name) => read.findWhole(name).length > 0))
  const isOpen = wordsLeftBy(whole)
  const parts = members.filter((one) =>
    namesOf(one).some((name) => read.hasPart(name, isOpen) || read.hasInitials(name)),
  )
  const only = parts.length === 1 && whole.length === 0 ? parts.filter(hasOneName) : []
  const byPosition = members.filter((_, at) => positions[at])
  const isSure = (one: M) =>
    (whole.includes(one) && !whole.some((other) => other !== one && haveOneName(one, other))) ||
    only.includes(one) ||
    (byPosition.length === 1 && byPosition.includes(one) && whole.length === 0 && parts.length === 0)
  const found = members.filter((one) => whole.includes(one) || parts.includes(one) || byPosition.includes(one))
  return { sure: found.filter(isSure), maybe: found.filter((one) => !isSure(one)) }
}

const hasOneName = ({ name }: Named): boolean => tellingWords(name).length === 1

/** Both names stand in the words of either. */
const haveOneName = (one: Named, other: Named): boolean =>
  namesOf(one).some((name) =>
    namesOf(other).some((second) => {
      const [words, others] = [tellingWords(name), tellingWords(second)]
      return words.filter((word) => others.some((part) => areAlike(word, part))).length >= 2
    }),
  )

/** A family name that many share means the one whose whole name stands there. */
function wordsLeftBy(whole: readonly Named[]): (word: string) => boolean {
  const explained = whole.flatMap(namesOf).flatMap((name) => [...tellingWords(name)])
  return (word) => explained.every((one) => !areAlike(word, one))
}

function mentionedIn<M extends Named>(text: string, members: readonly M[]): M[] {
  const read = new NamesRead(text, 'story')
  const whole = members.filter((one) => namesOf(one).some((name) => read.findWhole(name).length > 0))
  const isOpen = wordsLeftBy(whole)
  const blamed = positionsBlamed(
    text,
    members.map(({ position }) => position),
  )
  return members.filter(
    (one, at) =>
      whole.includes(one) ||
      blamed[at] ||
      namesOf(one).some((name) => read.hasPart(name, isOpen) || read.hasInitials(name)),
  )
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
