import { personsIn, wordsIn } from '../offices/questions/kept-answers.ts'
import { effectsAt, type Rule, type RuleWhen } from '../offices/rules.ts'
import type { RuleEvent } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import { isOneOf } from '../shared/records.ts'
import { once } from '../shared/repeat.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { HistoryEvent, RuleDue } from './shape/history.ts'
import { listSearched, storyFields } from './shape/story-fields.ts'
import { parseSearch, searchWords } from './words/search-words.ts'

/** What a rule may look at. Nothing of it tells who the reporter is. */
export interface CaseFacts extends Pick<Complaint, 'category' | 'class' | 'channel'> {
  /** They are worked out when a rule asks for them. */
  readonly words: () => ReadonlySet<string>
  readonly places: () => ReadonlySet<string>
}

type Holds = (when: RuleWhen, facts: CaseFacts) => boolean

const isAmong = <Value>(wanted: readonly Value[], value: Value): boolean =>
  wanted.length === 0 || wanted.includes(value)

const haveOneOf = (wanted: readonly string[], words: () => ReadonlySet<string>): boolean =>
  wanted.length === 0 ||
  wanted.some((entry) => {
    const asked = parseSearch(entry)
    return asked.length > 0 && asked.every(({ forms }) => forms.some((form) => words().has(form)))
  })

/** These are judged from what lies open in the store. */
const outline = {
  categories: ({ categories }, { category }) => isAmong(categories, category),
  channels: ({ channels }, { channel }) => isAmong(channels, channel),
  class: (when, facts) => when.class === null || when.class === facts.class,
} satisfies Record<string, Holds>

/** These need the sealed words of a case. */
const content = {
  places: ({ places }, facts) => haveOneOf(places, facts.places),
  words: ({ words }, facts) => haveOneOf(words, facts.words),
} satisfies Record<string, Holds>

const [ofOutline, ofContent] = [Object.values(outline), Object.values(content)]

export const fitsOutline = (when: RuleWhen, facts: CaseFacts | Omit<CaseFacts, 'words' | 'places'>): boolean =>
  ofOutline.every((holds) => holds(when, { ...withoutWords, ...facts }))

export const fits = (when: RuleWhen, facts: CaseFacts): boolean =>
  [...ofOutline, ...ofContent].every((holds) => holds(when, facts))

export const readsWords = ({ words, places }: RuleWhen): boolean => words.length + places.length > 0

const noWords: ReadonlySet<string> = new Set()
const withoutWords = { words: () => noWords, places: () => noWords }

/** Only what the reporter wrote counts, so that no note of a rule or of staff makes another one act. */
const written = (dossier: Dossier): readonly (string | null)[] => [
  ...listSearched(dossier),
  ...wordsIn(dossier.answers),
  ...personsIn(dossier.answers),
  ...dossier.messages.filter(({ by }) => by.kind === 'reporter').map(({ text }) => text),
]

const placeFields = storyFields.filter(({ limit }) => limit === 'place')

/** @param complaint where its reporter is not named, without the words that tell who they are */
export const factsOf = ({
  category,
  class: kind,
  channel,
  dossier,
}: Pick<Complaint, 'category' | 'class' | 'channel' | 'dossier'>): CaseFacts => ({
  category,
  class: kind,
  channel,
  words: once(() => new Set(searchWords(written(dossier)))),
  places: once(() => new Set(searchWords(placeFields.map(({ name }) => dossier[name])))),
})

/** Tells whether words can be looked for: one without any search word would never be found. */
export const canBeFound = (entry: string): boolean => parseSearch(entry).length > 0

type Given = Pick<Complaint, 'category' | 'class' | 'channel' | 'dossier'>

const fromReporter: readonly HistoryEvent[] = ['message_from_reporter', 'completed', 'completed_in_part']

/**
 * Returns the events for rules between two states of a case. Nothing that a rule does is one, so no rule makes another
 * one act.
 */
export function eventsBetween({ dossier: before }: Given, { dossier: after }: Given): readonly RuleEvent[] {
  const lines = after.history.slice(before.history.length)
  const isVerified = lines.some(({ event, by }) => event === 'in_progress' && by.kind === 'staff')
  const hasWritten = lines.some(({ event, by }) => by.kind === 'reporter' && isOneOf(fromReporter, event))
  return [...(isVerified ? (['verified'] as const) : []), ...(hasWritten ? (['reporter_wrote'] as const) : [])]
}

const isAwaited = (rules: readonly Rule[], event: RuleEvent, holds: (rule: Rule) => boolean): boolean =>
  rules.some((rule) => effectsAt(rule, event) !== null && holds(rule))

/** A case is marked only where a rule may act, because each mark costs one more write. */
export function ruleDues(
  rules: readonly Rule[],
  events: readonly RuleEvent[],
  complaint: Given,
  at: Instant,
): readonly RuleDue[] {
  if (rules.length === 0 || events.length === 0) return []
  const facts = factsOf(complaint)
  return events
    .filter((event) => isAwaited(rules, event, ({ when }) => fits(when, facts)))
    .map((event) => ({ event, at }))
}

/** The same for a date that is near, from what lies open of the case. */
export const ruleDuesNearClock = (
  rules: readonly Rule[],
  outline: Pick<Complaint, 'category' | 'class' | 'channel'>,
  at: Instant,
): readonly RuleDue[] =>
  isAwaited(rules, 'clock_near', ({ when }) => fitsOutline(when, outline)) ? [{ event: 'clock_near', at }] : []

/** Tells whether a rule may give a verified case to somebody, so that the service does not give it to another one. */
export function mayBeGivenByRule(rules: readonly Rule[], complaint: Given): boolean {
  const facts = factsOf(complaint)
  return rules.some((rule) => effectsAt(rule, 'verified')?.assign != null && fits(rule.when, facts))
}
