import type { Instant } from '../shared/instant.ts'
import type { StaffId } from '../staff/staff-member.ts'
import type { Actor, Answer, Complaint, Moment, Trace } from './complaint.ts'
import type { Status } from './vocabulary.ts'

/** In a case that was joined to another: to which, and where it stood. Its reporter reads the number, and no more. */
export interface MergedInto {
  /** Of this joining; a case that parted can be joined again. */
  readonly id: string
  readonly into: string
  readonly at: Instant
  readonly by: Actor
  readonly from: 'received' | 'in_progress'
  readonly handler: StaffId | null
  /** When the answer was given of which this case's reporter was told. */
  readonly answeredAt: Instant | null
}

/** In the leading case: one that was joined to it. */
export interface JoinedCase {
  readonly id: string
  readonly number: string
  readonly at: Instant
  readonly by: Actor
}

/**
 * What one case has to tell another. It lies in the case, written with what causes it, until the other has it: two
 * cases are two writes, and nothing is lost or done twice when a process dies in between.
 */
export type PassedOn = {
  readonly id: string
  readonly at: Instant
  /** The number of the other case. */
  readonly to: string
  /** The joining for which it holds. */
  readonly join: string
} & (
  | { readonly kind: 'join'; readonly by: Actor; readonly because: string | null; readonly revision: number }
  | { readonly kind: 'answer'; readonly answer: Answer; readonly answeredBy: StaffId | null }
  | { readonly kind: 'message'; readonly by: Actor; readonly text: string }
  | { readonly kind: 'handler'; readonly handler: StaffId | null }
  | { readonly kind: 'guard'; readonly concerns: readonly StaffId[]; readonly because: string }
  | { readonly kind: 'news'; readonly by: Actor; readonly event: News; readonly text: string | null }
  | { readonly kind: 'end' }
  | { readonly kind: 'part'; readonly by: Actor }
)

type WithoutAddress<P> = P extends PassedOn ? Omit<P, 'id' | 'at' | 'to' | 'join'> : never
type Pass = WithoutAddress<PassedOn>
type Peer = Pick<PassedOn, 'to' | 'join'>

/** What a reporter must hear of how it goes, while their own clocks stand still. */
const news = ['late', 'delay_explained', 'extended'] as const
type News = (typeof news)[number]

/** The leading case ends in these without an answer, so whoever was joined to it goes on alone. */
const endsUnanswered: readonly Status[] = ['withdrawn', 'declined', 'forwarded']

/**
 * What a decision on one of several joined cases tells the others: the answer, words that are for all, who handles it,
 * whom it is kept from. It follows from the change itself, so that no act can forget it.
 */
export function withPassedOn(
  before: Complaint,
  after: Complaint,
  trace: Trace,
  { at, newId }: Pick<Moment, 'at' | 'newId'>,
): Complaint {
  const { joined, merged } = before.dossier
  if (joined.length === 0 && !merged) return after
  const parted = before.status === 'merged' && after.status !== 'merged'
  const below: readonly Peer[] = joined.map(({ id, number }) => ({ to: number, join: id }))
  const above: readonly Peer[] = merged ? [{ to: merged.into, join: merged.id }] : []
  const to = (peers: readonly Peer[], passes: readonly Pass[]): PassedOn[] =>
    peers.flatMap((peer) => passes.map((pass): PassedOn => ({ ...pass, ...peer, id: newId(), at })))
  const passes = [
    ...to(below, downwards(before, after, trace)),
    ...to([...above, ...below], guardPasses(before, after)),
    ...to(above, parted ? [{ kind: 'part', by: trace.by }] : []),
  ]
  const dossier = parted ? { ...after.dossier, merged: null } : after.dossier
  if (passes.length === 0) return parted ? { ...after, dossier } : after
  return {
    ...after,
    passesOnSince: after.passesOnSince ?? at,
    dossier: { ...dossier, passesOn: [...dossier.passesOn, ...passes] },
  }
}

function downwards(before: Complaint, after: Complaint, { event, by, text, toJoined }: Trace): Pass[] {
  const passes: Pass[] = []
  const told = news.find((one) => one === event)
  if (told) passes.push({ kind: 'news', by, event: told, text: text ?? null })
  const { answer, messages } = after.dossier
  if (answer && answer !== before.dossier.answer) {
    passes.push({ kind: 'answer', answer, answeredBy: after.answeredBy })
  }
  if (toJoined) {
    const added = messages.slice(before.dossier.messages.length)
    passes.push(...added.map((message): Pass => ({ kind: 'message', by, text: message.text })))
  }
  if (after.handler !== before.handler) passes.push({ kind: 'handler', handler: after.handler })
  if (after.status !== before.status && endsUnanswered.includes(after.status)) passes.push({ kind: 'end' })
  return passes
}

/** Whom one of the cases is kept from, the others are kept from too. Lifting it is decided case by case. */
function guardPasses(before: Complaint, after: Complaint): Pass[] {
  const known = before.dossier.concerns.map(({ id }) => id)
  const added = after.dossier.concerns.map(({ id }) => id).filter((id) => !known.includes(id))
  return added.length > 0 ? [{ kind: 'guard', concerns: added, because: after.id }] : []
}

/** The words of a case that its decision tells to several reporters at once. */
export function wordsForSeveral(before: Complaint, after: Complaint): readonly string[] {
  if (before.dossier.joined.length === 0) return []
  const { proposal } = after.dossier
  const passed = after.dossier.passesOn.slice(before.dossier.passesOn.length).flatMap((pass) => {
    if (pass.kind === 'answer') return [pass.answer.text]
    return pass.kind === 'message' || pass.kind === 'news' ? [pass.text ?? ''] : []
  })
  return proposal && proposal !== before.dossier.proposal ? [...passed, proposal.text] : passed
}
