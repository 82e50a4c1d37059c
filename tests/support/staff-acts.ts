import type { Act, CaseRequest } from '../../service/case/access/case-actions.ts'
import type { RunningClock } from '../../service/case/deadlines/clocks.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import type { Forwarded, Offer } from '../../service/case/shape/forwarding.ts'
import { addReferenceToCase } from '../../service/desk/add-reference.ts'
import {
  answerComplaint,
  proposeAnswerToComplaint,
  returnAnswerToHandler,
} from '../../service/desk/answer-complaint.ts'
import { askReporterForCompletion } from '../../service/desk/ask-for-completion.ts'
import { closeComplaint } from '../../service/desk/close-complaint.ts'
import { declineComplaint } from '../../service/desk/decline-complaint.ts'
import { dispatchComplaint } from '../../service/desk/dispatch-complaint.ts'
import { explainDelayOfCase } from '../../service/desk/explain-delay.ts'
import { extendHandlingOfCase } from '../../service/desk/extend-handling.ts'
import { forwardCaseOutside } from '../../service/desk/forward-outside.ts'
import { unmergeComplaint } from '../../service/desk/merge-complaint.ts'
import { pauseClocksOfCase, resumeClocksOfCase } from '../../service/desk/pause-clocks.ts'
import { recallForwarding } from '../../service/desk/transfers/forward-case.ts'
import { verifyComplaint } from '../../service/desk/verify-complaint.ts'
import { writeMessage, writeNote } from '../../service/desk/write-message.ts'
import { decideObjectionToAnswer } from '../../service/following/object-to-answer.ts'
import type { StaffMember } from '../../service/offices/staff/staff-member.ts'
import type { Role, Status } from '../../service/offices/vocabulary.ts'
import type { Day, Instant } from '../../service/shared/instant.ts'
import type { Desk } from './a-desk.ts'
import { dinas } from './two-units.ts'

interface StaffAct {
  readonly act: Act
  readonly roles: readonly Role[]
  readonly from: readonly Status[]
  /** What must have happened before. */
  readonly given?: (complaint: Complaint) => Complaint
  /** `null`: the status stays. */
  readonly to: Status | null
  readonly event: string
  readonly notice: string | null
  readonly isPublic: boolean
  readonly stops: readonly string[]
  readonly starts: readonly string[]
  readonly does: (ports: Desk['ports'], staff: StaffMember, request: CaseRequest) => Promise<Complaint>
}

const text = 'Kata-kata kantor.'
const open: readonly Status[] = ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'answered', 'objected']
const nothing = { to: null, notice: null, isPublic: true, stops: [], starts: [] } as const

/** What staff do to a case, from where, and what it must leave behind: written down once more, apart from the code. Merging takes two cases. */
export const staffActs: readonly StaffAct[] = [
  {
    ...nothing,
    act: 'verify',
    roles: ['verifier', 'unit_head'],
    from: ['received'],
    to: 'in_progress',
    event: 'in_progress',
    notice: 'in_progress',
    stops: ['verification'],
    starts: ['handling_non_oversight'],
    does: verifyComplaint,
  },
  {
    ...nothing,
    act: 'ask-for-completion',
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: ['received', 'in_progress'],
    to: 'incomplete',
    event: 'completion_asked',
    notice: 'completion_asked',
    stops: ['first_response'],
    starts: ['completion'],
    does: (ports, staff, request) => askReporterForCompletion(ports, staff, { ...request, items: ['evidence'], text }),
  },
  {
    ...nothing,
    act: 'dispatch',
    roles: ['verifier', 'unit_head'],
    from: ['in_progress'],
    event: 'dispatched',
    does: (ports, staff, request) => dispatchComplaint(ports, staff, { ...request, handler: 'petugas' }),
  },
  {
    ...nothing,
    act: 'message',
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: [...open, 'merged'],
    event: 'message',
    notice: 'message',
    stops: ['first_response'],
    does: (ports, staff, request) => writeMessage(ports, staff, { ...request, text }),
  },
  {
    ...nothing,
    act: 'note',
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: [...open, 'closed', 'declined', 'forwarded', 'merged', 'withdrawn'],
    event: 'note',
    isPublic: false,
    does: (ports, staff, request) => writeNote(ports, staff, { ...request, text }),
  },
  {
    ...nothing,
    act: 'propose-answer',
    roles: ['case_handler', 'unit_head'],
    from: ['in_progress'],
    to: 'awaiting_approval',
    event: 'answer_proposed',
    does: (ports, staff, request) =>
      proposeAnswerToComplaint(ports, staff, { ...request, outcome: 'substantiated', text }),
  },
  {
    ...nothing,
    act: 'return-answer',
    roles: ['unit_head'],
    from: ['awaiting_approval'],
    to: 'in_progress',
    event: 'answer_returned',
    isPublic: false,
    does: (ports, staff, request) => returnAnswerToHandler(ports, staff, { ...request, text }),
  },
  {
    ...nothing,
    act: 'answer',
    roles: ['unit_head'],
    from: ['in_progress', 'awaiting_approval'],
    to: 'answered',
    event: 'answered',
    notice: 'answered',
    stops: ['first_response', 'handling_non_oversight'],
    starts: ['objection_window'],
    does: (ports, staff, request) => answerComplaint(ports, staff, { ...request, outcome: 'clarified', text }),
  },
  {
    ...nothing,
    act: 'decline',
    roles: ['verifier', 'unit_head'],
    from: ['received', 'incomplete', 'in_progress'],
    to: 'declined',
    event: 'declined',
    notice: 'declined',
    stops: ['verification', 'first_response', 'handling_non_oversight', 'completion'],
    does: (ports, staff, request) =>
      declineComplaint(ports, staff, { ...request, reason: 'not_our_authority', text, elsewhere: 'Ombudsman RI' }),
  },
  {
    ...nothing,
    act: 'forward',
    roles: ['verifier', 'unit_head'],
    from: ['received', 'in_progress'],
    to: 'forwarded',
    event: 'forwarded',
    notice: 'forwarded',
    stops: ['verification', 'first_response', 'handling_non_oversight'],
    does: (ports, staff, request) =>
      forwardCaseOutside(ports, staff, { ...request, name: 'Ombudsman RI', sentOn: '2026-11-23', reason: text }),
  },
  {
    ...nothing,
    act: 'recall-forward',
    roles: ['verifier', 'unit_head'],
    from: ['received', 'in_progress'],
    given: (complaint) => ({ ...complaint, offer: anOffer }),
    event: 'transfer_recalled',
    does: recallForwarding,
  },
  {
    ...nothing,
    act: 'add-reference',
    roles: ['verifier', 'unit_head'],
    from: ['forwarded'],
    given: forwardedOutside,
    event: 'reference_told',
    notice: 'message',
    does: (ports, staff, request) => addReferenceToCase(ports, staff, { ...request, reference: '0123/LM/2026' }),
  },
  {
    ...nothing,
    act: 'unmerge',
    roles: ['verifier', 'unit_head'],
    from: ['merged'],
    to: 'received',
    event: 'unmerged',
    notice: 'unmerged',
    does: (ports, staff, request) => unmergeComplaint(ports, staff, { ...request, because: text }),
  },
  {
    ...nothing,
    act: 'close',
    roles: ['case_handler', 'unit_head'],
    from: ['answered'],
    to: 'closed',
    event: 'closed',
    notice: 'closed',
    does: (ports, staff, request) => closeComplaint(ports, staff, request),
  },
  {
    ...nothing,
    act: 'decide-objection',
    roles: ['unit_head'],
    from: ['objected'],
    to: 'closed',
    event: 'objection_decided',
    notice: 'objection_decided',
    stops: ['objection_decision'],
    does: (ports, staff, request) => decideObjectionToAnswer(ports, staff, { ...request, upheld: false, text }),
  },
  {
    ...nothing,
    act: 'pause',
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: ['received', 'in_progress', 'awaiting_approval', 'objected'],
    event: 'clocks_paused',
    does: (ports, staff, request) => pauseClocksOfCase(ports, staff, { ...request, reason: text }),
  },
  {
    ...nothing,
    act: 'resume',
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'objected'],
    given: (complaint) => ({ ...complaint, clocks: complaint.clocks.map(standing) }),
    event: 'clocks_resumed',
    does: resumeClocksOfCase,
  },
  {
    ...nothing,
    act: 'extend',
    roles: ['unit_head'],
    from: ['in_progress', 'awaiting_approval'],
    event: 'extended',
    notice: 'extended',
    does: (ports, staff, request) => extendHandlingOfCase(ports, staff, { ...request, days: 2, reason: text }),
  },
  {
    ...nothing,
    act: 'explain-delay',
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'objected'],
    given: (complaint) => ({ ...complaint, clocks: complaint.clocks.map(toldLate) }),
    event: 'delay_explained',
    notice: 'delay_explained',
    does: (ports, staff, request) =>
      explainDelayOfCase(ports, staff, { ...request, newDate: '2026-12-04', reason: text }),
  },
]

/** It lies with another unit. */
const anOffer: Offer = {
  ...{ id: 'tawaran', to: dinas, office: 'Dinas Contoh', state: 'waiting' },
  since: '2026-11-23T03:00:00.000Z' as Instant,
}

/** It went to a body outside. */
function forwardedOutside(complaint: Complaint): Complaint {
  const forwarded: Forwarded = {
    at: complaint.receivedAt,
    to: { name: 'Ombudsman RI', address: null },
    sentOn: '2026-11-23' as Day,
    reason: text,
    reference: null,
  }
  return { ...complaint, dossier: { ...complaint.dossier, forwarded } }
}

/** The office itself paused it. */
const standing = (clock: RunningClock): RunningClock =>
  clock.stoppedAt === null ? { ...clock, pausedAt: clock.startedAt, pauseReason: 'sebab' } : clock

/** Its date passed, and the reporter knows. */
const toldLate = (clock: RunningClock): RunningClock => ({ ...clock, toldPassed: clock.dueAt })
