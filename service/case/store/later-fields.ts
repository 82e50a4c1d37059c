import { firstRulePack } from '../../offices/calendar/rule-pack.ts'
import type { Complaint, Dossier } from '../shape/complaint.ts'
import type { EvidenceItem } from '../shape/evidence.ts'
import { mapFields, optionalFields } from '../shape/story-fields.ts'

/** These defaults apply to new complaints and to those from before the fields existed. */
export const laterInOutline = {
  guard: null,
  unreadSince: null,
  unansweredSince: null,
  untranscribedSince: null,
  dataRequestDueAt: null,
  heldSince: null,
  destroyed: null,
  identityErasedAt: null,
  improvementDue: null,
  callableFrom: null,
  passesOnSince: null,
  laporSince: null,
  offer: null,
  movedTo: null,
  cameFrom: null,
  imported: null,
  receiptFiles: [],
  rulePack: firstRulePack.id,
  alerts: [],
  news: [],
  clocksTold: [],
  rulesDue: [],
} satisfies Partial<Complaint>

/**
 * Nobody has written or done anything yet in a new complaint, in one of an earlier version, and in what remains of a
 * destroyed one.
 */
export const nothingYet = {
  ...mapFields(optionalFields, () => null),
  spoken: null,
  answers: [],
  asFiled: null,
  letterNumber: null,
  enteredAt: null,
  hiddenNames: [],
  sealedTo: null,
  messages: [],
  notes: [],
  timedActs: [],
  labels: [],
  ticks: [],
  older: null,
  instruction: null,
  suggestedTemplate: null,
  dispositions: [],
  completion: null,
  clockReasons: {},
  lapsed: null,
  delays: [],
  grounded: null,
  redactions: [],
  fileRedactions: [],
  proposal: null,
  answer: null,
  answerWriters: [],
  objection: null,
  declined: null,
  forwarded: null,
  offered: null,
  lapor: null,
  fromBook: null,
  rating: null,
  improvement: null,
  calls: [],
  identityOpenings: [],
  identityRequests: [],
  concerns: [],
  candidates: [],
  notMeant: [],
  dataRequests: [],
  breachNotices: [],
  hold: null,
  contactChecks: [],
  codeKnownTo: null,
  signing: null,
  consent: null,
  merged: null,
  joined: [],
  splits: [],
  splitFrom: null,
  passesOn: [],
} satisfies Partial<Dossier>

export const laterInEvidence = { browserAgreed: false, scan: null } satisfies Partial<EvidenceItem>

/** Fills in fields that cases of earlier versions lack. Copying this way is ten times as fast as the alternatives. */
export const fillInLater = <L extends object, T extends object>(later: L, found: T): L & T =>
  Object.keys(later).every((key) => Object.hasOwn(found, key)) ? (found as L & T) : Object.assign({}, later, found)

/** What lies sealed of a dossier. Most fields of most cases hold nothing, and would be sealed with every write. */
export type WrittenDossier = Omit<Dossier, keyof typeof nothingYet> & Partial<Dossier>

const defaults = new Map<string, unknown>(Object.entries(nothingYet))
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0

/** Leaves out the fields that hold what `fillInLater` gives them. */
export function omitNothing(dossier: Dossier): Readonly<Record<string, unknown>> {
  const written: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(dossier)) {
    const usual = defaults.get(name)
    if (usual === undefined || (usual === null ? value !== null : !isEmpty(value))) written[name] = value
  }
  return written
}

/**
 * Leaves out the fields that a new complaint sets itself. They stand last in its literal, because a literal that begins
 * with a spread takes a hundred times as long.
 */
export function omitFields<L extends object, K extends keyof L>(later: L, ...brought: readonly K[]): Omit<L, K> {
  const rest: Partial<L> = { ...later }
  for (const key of brought) delete rest[key]
  return { ...rest } as Omit<L, K>
}
