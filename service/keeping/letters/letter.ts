import type { Actor } from '../../case/shape/history.ts'
import type {
  LetterKind,
  LetterNature,
  LetterState,
  NoticeEvent,
  ReturnReason,
} from '../../offices/notice-vocabulary.ts'
import type { Signatory } from '../../offices/tenants/letter-settings.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import type { Sealed } from '../../storage/vault.ts'

export interface LetterLine {
  readonly at: Instant
  readonly by: Actor
  readonly state: LetterState
  /** Why it was given back, or a note; it never contains an address. */
  readonly note: string | null
}

/** It is sealed in the store under the key of its case. */
export interface LetterContent {
  readonly subject: string
  /** Paragraphs, with an empty line between them. */
  readonly body: string
  readonly nature: LetterNature
  /** The words that are printed, e.g. `1 (satu) berkas`; empty for none. */
  readonly enclosures: string
  readonly signatory: Signatory | null
  /** Nobody signs it, because it only says where the case stands. */
  readonly unsigned?: boolean
  /** Everybody who wrote part of it; none of them approves it. */
  readonly writers: readonly StaffId[]
  readonly courierNumber: string | null
  readonly history: readonly LetterLine[]
}

/** Approval fixes these for good. */
export interface ApprovedPaper {
  readonly letterNumber: string
  readonly series: string
  readonly sequence: number
  readonly day: Day
  /**
   * The paper, sealed under the key of the reporter's identity, with which it goes. `null` once the case was
   * destroyed.
   */
  readonly paper: Sealed | null
  /** The identity with which it was sealed, so that a corrected or erased one is noticed. */
  readonly addressMark: string
  /** SHA-256 of the PDF, in hexadecimal digits. */
  readonly sha256: string
  /** The short form of its signature. */
  readonly fingerprint: string
}

/** A letter follows from one notice of one case; all who may see the case may see it. */
export interface Letter {
  readonly tenant: TenantId
  readonly id: string
  /** The store's own; any write raises it. */
  readonly version: number
  /** Only acts of people raise it. */
  readonly revision: number
  /** Number of the case. */
  readonly number: string
  /** The category of the case when the letter was drafted; letters are counted by it. */
  readonly category: string
  readonly noticeId: string
  readonly event: NoticeEvent
  readonly language: Language
  readonly state: LetterState
  readonly createdAt: Instant
  /** It is in its state since then. */
  readonly changedAt: Instant
  /** It is random, and identifies the letter where anyone can check it. */
  readonly verifyId: string
  readonly approved: ApprovedPaper | null
  readonly postedOn: Day | null
  readonly returned: ReturnReason | null
  /** The later letter of the case that was made before this one was printed, and replaces it. */
  readonly replacedBy?: string
  /** The notice in the case is behind the letter since then. */
  readonly tellsCaseAt: Instant | null
  readonly content: LetterContent
}

/** The store gives it its first version. */
export type NewLetter = Omit<Letter, 'version'>

/** A new state does not compile until its exits are named. */
export const letterExits = {
  // The machine signs with the act, or without a signature, what no officer worded.
  draft: ['awaiting_approval', 'approved', 'withdrawn'],
  awaiting_approval: ['draft', 'approved', 'withdrawn'],
  approved: ['printed', 'withdrawn'],
  // A spoilt paper can be printed again.
  printed: ['printed', 'posted', 'withdrawn'],
  posted: ['arrived', 'returned'],
  arrived: [],
  returned: [],
  withdrawn: [],
} as const satisfies Record<LetterState, readonly LetterState[]>

export const canBecome = (from: LetterState, to: LetterState): boolean => isOneOf(letterExits[from], to)

export const kindOf: Readonly<Record<NoticeEvent, LetterKind>> = {
  received: 'receipt',
  in_progress: 'progress',
  completion_asked: 'completeness',
  completion_reminder: 'completeness',
  message: 'message',
  late: 'late',
  delay_explained: 'late',
  extended: 'late',
  paused: 'late',
  forwarded: 'forwarding',
  answered: 'decision',
  declined: 'declined',
  objection_received: 'objection',
  objection_decided: 'decision',
  closed: 'closing',
  withdrawn: 'withdrawal',
  merged: 'progress',
  unmerged: 'progress',
  data_breach: 'data_breach',
  // A code goes out on the channel that it checks, never as a letter.
  contact_code: 'message',
  code_replaced: 'message',
}

/**
 * Decides who signs a letter: nobody where it only says where the case stands; the person who decided where it tells of
 * a decision of the head; and otherwise the head, by an approval of its own.
 */
export const signedBy: Readonly<Record<NoticeEvent, 'nobody' | 'decider' | 'approver'>> = {
  received: 'nobody',
  in_progress: 'nobody',
  completion_asked: 'approver',
  completion_reminder: 'nobody',
  message: 'approver',
  late: 'nobody',
  delay_explained: 'approver',
  extended: 'decider',
  paused: 'approver',
  forwarded: 'approver',
  answered: 'decider',
  declined: 'approver',
  objection_received: 'nobody',
  objection_decided: 'decider',
  closed: 'approver',
  withdrawn: 'nobody',
  merged: 'nobody',
  unmerged: 'approver',
  data_breach: 'approver',
  contact_code: 'approver',
  code_replaced: 'approver',
}

/** Only these letters are out of date once the case has gone on. */
const saysHowItStands: readonly NoticeEvent[] = ['received', 'in_progress', 'completion_reminder', 'late', 'merged']

/** Tells whether a later letter of the case can stand for one that was not printed. */
export const isReplaceable = ({ event, state }: Pick<Letter, 'event' | 'state'>): boolean =>
  (state === 'draft' || state === 'awaiting_approval' || state === 'approved') && isOneOf(saysHowItStands, event)

const hasLeft = ({ state }: Pick<Letter, 'state'>): boolean => !['withdrawn', 'returned'].includes(state)

/**
 * These need no letter of their own beside such an earlier one: that it is being handled once another letter has left,
 * a reminder of a request that has not, and the end after the answer. The reporter's page says each of them.
 */
const needlessBeside: Readonly<Partial<Record<NoticeEvent, (earlier: Pick<Letter, 'event' | 'state'>) => boolean>>> = {
  in_progress: (earlier) => hasLeft(earlier) && !isReplaceable(earlier),
  completion_reminder: ({ event, state }) =>
    event === 'completion_asked' && (state === 'draft' || state === 'approved'),
  closed: (earlier) => earlier.event === 'answered' && hasLeft(earlier),
}

/** Tells whether a notice needs no letter of its own beside the earlier ones of its case. */
export const isNeedless = (event: NoticeEvent, earlier: readonly Pick<Letter, 'event' | 'state'>[]): boolean =>
  earlier.some((one) => needlessBeside[event]?.(one) ?? false)

interface Step {
  readonly by: Actor
  readonly at: Instant
  readonly note?: string | undefined
}

function moveTo(
  letter: Letter,
  state: LetterState,
  { by, at, note }: Step,
  content: Partial<LetterContent> = {},
): Letter {
  if (!canBecome(letter.state, state)) throw new Refusal('conflict', 'letter/wrong-state', { state: letter.state })
  const line: LetterLine = { at, by, state, note: note ?? null }
  return {
    ...letter,
    revision: letter.revision + 1,
    state,
    changedAt: at,
    content: { ...letter.content, ...content, history: [...letter.content.history, line] },
  }
}

export interface LetterDraft {
  readonly subject: string
  readonly body: string
  readonly nature: LetterNature
  readonly enclosures: string
  readonly signatory: Signatory
}

const withWriter = ({ content: { writers } }: Letter, writer: StaffId): readonly StaffId[] =>
  writers.includes(writer) ? writers : [...writers, writer]

/** @throws Refusal `letter/wrong-state` once it was submitted */
export function editLetter(letter: Letter, draft: LetterDraft, writer: StaffId): Letter {
  if (letter.state !== 'draft') throw new Refusal('conflict', 'letter/wrong-state', { state: letter.state })
  const content = { ...letter.content, ...draft, writers: withWriter(letter, writer) }
  return { ...letter, revision: letter.revision + 1, content }
}

/** The submitter counts as a writer. */
export const submitLetter = (letter: Letter, writer: StaffId, step: Step): Letter =>
  moveTo(letter, 'awaiting_approval', step, { writers: withWriter(letter, writer) })

export function giveBackLetter(letter: Letter, step: Step): Letter {
  if (letter.state !== 'awaiting_approval') {
    throw new Refusal('conflict', 'letter/wrong-state', { state: letter.state })
  }
  return moveTo(letter, 'draft', step)
}

const refuseUnlessAwaiting = ({ state }: Letter): void => {
  if (state !== 'awaiting_approval') throw new Refusal('conflict', 'letter/wrong-state', { state })
}

/**
 * A person who wrote part of a letter approves it only where nobody else is there who could.
 * @param others names of those
 */
export function refuseUnlessApprovable(letter: Letter, approver: StaffId, others: readonly string[]): void {
  refuseUnlessAwaiting(letter)
  if (!letter.content.writers.includes(approver) || others.length === 0) return
  throw new Refusal('forbidden', 'letter/own-words', { who: others.join(', ') })
}

export function approveLetter(letter: Letter, approved: ApprovedPaper, step: Step): Letter {
  refuseUnlessAwaiting(letter)
  return { ...moveTo(letter, 'approved', step), approved }
}

/** A draft that needs no approval of its own. @throws Refusal `letter/wrong-state` once people work on it */
export function approveUnasked(
  letter: Letter,
  approved: ApprovedPaper,
  signing: Pick<LetterContent, 'signatory' | 'unsigned'>,
  step: Step,
): Letter {
  if (letter.state !== 'draft' || letter.revision > 0) {
    throw new Refusal('conflict', 'letter/wrong-state', { state: letter.state })
  }
  return { ...moveTo(letter, 'approved', step, signing), approved }
}

export const replaceLetter = (letter: Letter, by: string, step: Step): Letter => ({
  ...withdrawLetter(letter, step),
  replacedBy: by,
})

export const printLetter = (letter: Letter, step: Step): Letter => moveTo(letter, 'printed', step)

/** Its number stays taken. */
export const withdrawLetter = (letter: Letter, step: Step): Letter => awaitCaseUpdate(moveTo(letter, 'withdrawn', step))

/**
 * @param on the day on which the post got it
 * @throws Refusal `letter/wrong-state`, `request/invalid` for a day before it was printed or in the future
 */
export function postLetter(
  letter: Letter,
  { on, courierNumber }: { readonly on: Day; readonly courierNumber: string | null },
  today: Day,
  step: Step,
): Letter {
  refuseUnlessDayFits(on, letter.approved?.day ?? today, today)
  return awaitCaseUpdate({ ...moveTo(letter, 'posted', step, { courierNumber }), postedOn: on })
}

export const markArrived = (letter: Letter, step: Step): Letter => awaitCaseUpdate(moveTo(letter, 'arrived', step))

export const markReturned = (letter: Letter, reason: ReturnReason, step: Step): Letter =>
  awaitCaseUpdate({ ...moveTo(letter, 'returned', step), returned: reason })

function refuseUnlessDayFits(on: Day, from: Day, today: Day): void {
  if (on >= from && on <= today) return
  throw refuseField('request/invalid', 'on', 'day-outside')
}

const awaitCaseUpdate = (letter: Letter): Letter => ({ ...letter, tellsCaseAt: letter.changedAt })

export const unknownLetter = () => new Refusal('not-found', 'letter/unknown')
