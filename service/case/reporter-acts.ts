import type { CompletionItem, Status } from '../offices/vocabulary.ts'
import { HOUR, type Instant } from '../shared/instant.ts'
import { keysOf } from '../shared/records.ts'
import { Refusal } from '../shared/refusal.ts'
import { clockNamed, endPause, resumeAfterCompletion, stopAll, stopClocks, withClock } from './case-clocks.ts'
import { applyDecision, canBecome, refuseUnlessIn, refuseUnlessReachable } from './complaint.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { Message } from './shape/correspondence.ts'
import type { EvidenceItem } from './shape/evidence.ts'
import type { Actor, Moment } from './shape/history.ts'

const reporter: Actor = { kind: 'reporter' }

export type ReporterAct =
  | 'message'
  | 'evidence'
  | 'identity'
  | 'withdrawal'
  | 'objection'
  | 'rating'
  | 'acceptance'
  | 'reopening'
  | 'transcript'

const open: readonly Status[] = [
  'received',
  'incomplete',
  'in_progress',
  'awaiting_approval',
  'answered',
  'objected',
  'merged',
]

/** The answer may be that of this case or of the one to which it is joined. */
const wasAnswered = ({ status, dossier }: Complaint): boolean =>
  status === 'answered' || status === 'closed' || (status === 'merged' && dossier.merged?.answeredAt != null)

const mayWithdraw = (complaint: Complaint): boolean =>
  canBecome(complaint.status, 'withdrawn') && !wasAnswered(complaint)

/** The reporter of a declined complaint can write while they can object. */
const mayWrite = (complaint: Complaint, now: Instant): boolean =>
  open.includes(complaint.status) || (complaint.status === 'declined' && mayObject(complaint, now))

/** Each transcript of a spoken statement is answered once. */
export const mayAnswerTranscript = (complaint: Complaint, now: Instant): boolean =>
  complaint.dossier.spoken?.transcript?.reply === null && mayWrite(complaint, now)

const wrongStatus = ({ status }: Complaint) => new Refusal('conflict', 'case/wrong-status', { status })

/** Screens offer exactly these acts. */
export function reporterActsOpen(complaint: Complaint, now: Instant): ReporterAct[] {
  const { status, privacy, dossier } = complaint
  if (complaint.destroyed) return []
  const offered: Record<ReporterAct, boolean> = {
    message: mayWrite(complaint, now),
    evidence: open.includes(status),
    identity: privacy === 'anonymous' && open.includes(status),
    withdrawal: mayWithdraw(complaint),
    objection: mayObject(complaint, now),
    rating: wasAnswered(complaint) && dossier.rating === null,
    acceptance: status === 'answered',
    reopening: mayReopen(complaint, now),
    transcript: mayAnswerTranscript(complaint, now),
  }
  return keysOf(offered).filter((act) => offered[act])
}

/** Returns since when the reporter's last message waits for a reply, or `null` when the office wrote last. */
export function unansweredSince({ dossier: { messages } }: Complaint): Instant | null {
  const last = messages.at(-1)
  return last?.by.kind === 'reporter' ? last.at : null
}

/**
 * The reporter writes: a pause by staff ends, and a message that completes the complaint moves it on. Nothing comes of
 * a message that is there already.
 */
export function writeToOffice(complaint: Complaint, words: WrittenToOffice, moment: Moment): Complaint {
  const written = takeMessage(complaint, words, moment)
  return written === complaint ? complaint : endPause(written, moment.at, moment)
}

interface WrittenToOffice {
  readonly text: string
  readonly completes: boolean
  /** The message brings these of the requested items; left out, it brings all. */
  readonly brings?: readonly CompletionItem[] | undefined
  /** It is set for a message by e-mail or WhatsApp. */
  readonly arrived?: Pick<Message, 'id'> & Required<Pick<Message, 'inbound'>>
}

/** A reporter whose line broke does not know that their words arrived, and sends them again within this time. */
const REPEATED_WITHIN = HOUR

function isThereAlready({ dossier }: Complaint, { text, arrived }: WrittenToOffice, at: Instant): boolean {
  const last = dossier.messages.at(-1)
  if (last?.by.kind !== 'reporter' || last.inbound || arrived) return false
  return last.text === text && Date.parse(at) - Date.parse(last.at) < REPEATED_WITHIN
}

function takeMessage(complaint: Complaint, words: WrittenToOffice, moment: Moment): Complaint {
  const { at } = moment
  if (!mayWrite(complaint, at)) throw wrongStatus(complaint)
  const { text, completes, arrived } = words
  const how = arrived ? { id: arrived.id, inbound: arrived.inbound } : { id: moment.newId() }
  const { completion } = complaint.dossier
  const asked = complaint.status === 'incomplete' && completes ? completion : null
  const brings = asked && words.brings ? asked.items.filter((item) => words.brings?.includes(item)) : null
  const bringsNothingNew = !asked || (brings?.every((item) => asked.brought?.includes(item)) ?? false)
  if (bringsNothingNew && isThereAlready(complaint, words, at)) return complaint
  const message: Message = { ...how, at, by: reporter, text, ...(brings && { brings }) }
  const messages = [...complaint.dossier.messages, message]
  if (!asked) {
    return applyDecision(complaint, moment, { dossier: { messages } }, { event: 'message_from_reporter', by: reporter })
  }
  const brought = brings && asked.items.filter((item) => brings.includes(item) || asked.brought?.includes(item))
  if (brought && brought.length < asked.items.length) {
    const event = brings.length > 0 ? 'completed_in_part' : 'message_from_reporter'
    return applyDecision(
      complaint,
      moment,
      { dossier: { messages, completion: { ...asked, brought } } },
      { event, by: reporter },
    )
  }
  return applyDecision(
    complaint,
    moment,
    {
      status: asked.resumes,
      clocks: resumeAfterCompletion(stopClocks(complaint.clocks, ['completion'], at), moment, at),
      dossier: { messages, completion: null },
    },
    { event: 'completed', by: reporter },
  )
}

export function withdraw(complaint: Complaint, reason: string | undefined, by: Actor, moment: Moment): Complaint {
  if (!mayWithdraw(complaint)) throw wrongStatus(complaint)
  return applyDecision(
    complaint,
    moment,
    {
      status: 'withdrawn',
      clocks: stopAll(complaint.clocks, moment.at),
      dossier: { completion: null, proposal: null },
    },
    { event: 'withdrawn', by, text: reason, notice: 'withdrawn' },
  )
}

/** The reporter accepts the answer, so the remaining clocks stop. */
export function accept(complaint: Complaint, moment: Moment): Complaint {
  refuseUnlessIn(complaint, ['answered'])
  return applyDecision(
    complaint,
    moment,
    { status: 'closed', clocks: stopAll(complaint.clocks, moment.at) },
    { event: 'accepted', by: reporter, notice: 'closed' },
  )
}

/** Adds an identity; it cannot be taken back, because what was revealed stays known. */
export function addIdentity(
  complaint: Complaint,
  {
    privacy,
    ...sealed
  }: Pick<Complaint, 'privacy' | 'identity' | 'noticeChannels'> & Pick<Dossier, 'maskedReporter' | 'sealedTo'>,
  moment: Moment,
): Complaint {
  refuseUnlessIn(complaint, open)
  if (complaint.privacy !== 'anonymous') throw new Refusal('conflict', 'identity/already-given')
  const { identity, noticeChannels, maskedReporter, sealedTo } = sealed
  return applyDecision(
    complaint,
    moment,
    { privacy, identity, noticeChannels, dossier: { maskedReporter, sealedTo } },
    { event: 'identity_added', by: reporter },
  )
}

/**
 * Adds files to the complaint; a file that was sent twice is added once.
 * @param names by the id of the file
 */
export function addEvidence(
  complaint: Complaint,
  given: readonly EvidenceItem[],
  names: Readonly<Record<string, string>>,
  most: number,
  moment: Moment,
): Complaint {
  refuseUnlessIn(complaint, open)
  const items = given.filter(({ id }) => complaint.evidence.every((known) => known.id !== id))
  if (items.length === 0) return complaint
  if (complaint.evidence.length + items.length > most) throw new Refusal('invalid', 'evidence/too-many', { most })
  return applyDecision(
    complaint,
    moment,
    {
      evidence: [...complaint.evidence, ...items],
      dossier: { evidenceNames: { ...complaint.dossier.evidenceNames, ...names } },
    },
    { event: 'evidence_added', by: reporter },
  )
}

export function rate(
  complaint: Complaint,
  { stars, solved, text }: { readonly stars: number; readonly solved: boolean; readonly text?: string | undefined },
  moment: Moment,
): Complaint {
  if (!wasAnswered(complaint)) throw wrongStatus(complaint)
  if (complaint.dossier.rating) throw new Refusal('conflict', 'rating/already-given')
  return applyDecision(
    complaint,
    moment,
    { dossier: { rating: { stars, solved, text: text ?? null } } },
    { event: 'rated', by: reporter, text },
  )
}

const objectable: readonly Status[] = ['answered', 'closed', 'merged', 'declined']

export const mayObject = (complaint: Complaint, now: Instant): boolean => {
  const window = clockNamed(complaint.clocks, 'objection_window')
  return (
    objectable.includes(complaint.status) && window !== undefined && window.stoppedAt === null && now <= window.dueAt
  )
}

/** True until the date of reopening. */
export const mayReopen = ({ status, clocks, dossier }: Complaint, now: Moment['at']): boolean => {
  const wayBack = clockNamed(clocks, 'reopening')
  return (
    status === 'withdrawn' &&
    dossier.lapsed !== null &&
    wayBack !== undefined &&
    wayBack.stoppedAt === null &&
    now <= wayBack.dueAt
  )
}

/** The reporter rejects the answer, or that there is none; somebody who did not decide so decides. */
export function object(complaint: Complaint, text: string, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'objected')
  if (!mayObject(complaint, moment.at)) throw new Refusal('conflict', 'objection/window-over')
  return openObjection(complaint, text, { kind: 'reporter' }, moment)
}

/**
 * Somebody called the reporter, for whom the matter is not settled. The office asked, so it does not matter whether
 * the reporter's own time to object is over.
 */
export function objectForReporter(complaint: Complaint, text: string, by: Actor, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'objected')
  return openObjection(complaint, text, by, moment)
}

function openObjection(complaint: Complaint, text: string, by: Actor, moment: Moment): Complaint {
  const { at } = moment
  return applyDecision(
    complaint,
    moment,
    {
      status: 'objected',
      clocks: withClock(
        stopClocks(complaint.clocks, ['objection_window'], at),
        'objection_decision',
        complaint,
        moment,
        at,
      ),
      dossier: { objection: { at, text } },
    },
    { event: 'objected', by, text, notice: 'objection_received' },
  )
}
