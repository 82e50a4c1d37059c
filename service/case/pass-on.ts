import type { Status } from '../offices/vocabulary.ts'
import type { Complaint } from './shape/complaint.ts'
import { news, type PassedOn } from './shape/joining.ts'
import type { Moment, Trace } from './shape/moment.ts'

type WithoutAddress<P> = P extends PassedOn ? Omit<P, 'id' | 'at' | 'to' | 'join'> : never
type Pass = WithoutAddress<PassedOn>
type Peer = Pick<PassedOn, 'to' | 'join'>

/** In these statuses the leading case ends without an answer, so joined cases go on alone. */
const endsUnanswered: readonly Status[] = ['withdrawn', 'declined', 'forwarded']

/**
 * Derives the news for joined cases from the change itself, so that no act can forget it: the answer, texts for all,
 * the handler, and the guard.
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

/** A guard on one case also applies to the joined ones; lifting it is decided case by case. */
function guardPasses(before: Complaint, after: Complaint): Pass[] {
  const known = before.dossier.concerns.map(({ id }) => id)
  const added = after.dossier.concerns.map(({ id }) => id).filter((id) => !known.includes(id))
  return added.length > 0 ? [{ kind: 'guard', concerns: added, because: after.id }] : []
}

/** Returns texts of a decision that go to several reporters at once. */
export function wordsForSeveral(before: Complaint, after: Complaint): readonly string[] {
  if (before.dossier.joined.length === 0) return []
  const { proposal } = after.dossier
  const passed = after.dossier.passesOn.slice(before.dossier.passesOn.length).flatMap((pass) => {
    if (pass.kind === 'answer') return [pass.answer.text]
    return pass.kind === 'message' || pass.kind === 'news' ? [pass.text ?? ''] : []
  })
  return proposal && proposal !== before.dossier.proposal ? [...passed, proposal.text] : passed
}
