import type { RunningClock } from '../../service/case/deadlines/clocks.ts'
import type { Forwarded, Offer } from '../../service/case/shape/case-ties.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import type { Improvement } from '../../service/case/shape/handling.ts'
import type { ActBodies, ActName } from '../../service/desk/case-acts.ts'
import type { Role, Status } from '../../service/offices/vocabulary.ts'
import type { Day, Instant } from '../../service/shared/instant.ts'
import { dinas } from './two-units.ts'

/** The act, and a body that a person could send with it. */
type Sent = { [Name in ActName]: { readonly act: Name; readonly body: ActBodies[Name] } }[ActName]

interface Expected {
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
}

const text = 'Kata-kata kantor.'
export const improved: ActBodies['name-improvement'] = {
  ...{ cause: 'information', causeText: text, change: text, ownerPosition: 'Kepala loket' },
  ...{ checkOn: '2026-12-23', noProof: text },
}
const open: readonly Status[] = ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'answered', 'objected']
const nothing = { to: null, notice: null, isPublic: true, stops: [], starts: [] } as const

/** What staff do to a case, from where, and what it must leave behind: written down once more, apart from the code. Merging takes two cases. */
export const staffActs: readonly (Sent & Expected)[] = [
  {
    ...nothing,
    act: 'verify',
    body: {},
    roles: ['verifier', 'unit_head'],
    from: ['received'],
    to: 'in_progress',
    event: 'in_progress',
    notice: 'in_progress',
    stops: ['verification', 'first_response'],
    starts: ['handling_non_oversight'],
  },
  {
    ...nothing,
    act: 'ask-for-completion',
    body: { items: ['evidence'], text },
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: ['received', 'in_progress'],
    to: 'incomplete',
    event: 'completion_asked',
    notice: 'completion_asked',
    stops: ['first_response'],
    starts: ['completion'],
  },
  {
    ...nothing,
    act: 'dispatch',
    body: { handler: 'petugas' },
    roles: ['verifier', 'unit_head'],
    from: ['in_progress'],
    event: 'dispatched',
  },
  {
    ...nothing,
    act: 'message',
    body: { text },
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: [...open, 'merged', 'declined'],
    event: 'message',
    notice: 'message',
    stops: ['first_response'],
  },
  {
    ...nothing,
    act: 'note',
    body: { text },
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: [...open, 'closed', 'declined', 'forwarded', 'merged', 'withdrawn'],
    event: 'note',
    isPublic: false,
  },
  {
    ...nothing,
    act: 'set-label',
    body: { label: 'menunggu-data', on: false },
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: [...open, 'closed', 'declined', 'forwarded', 'merged', 'withdrawn'],
    given: (complaint) => ({ ...complaint, dossier: { ...complaint.dossier, labels: ['menunggu-data'] } }),
    event: 'unlabelled',
    isPublic: false,
  },
  {
    ...nothing,
    act: 'propose-answer',
    body: { outcome: 'substantiated', text },
    roles: ['case_handler', 'unit_head'],
    from: ['in_progress'],
    to: 'awaiting_approval',
    event: 'answer_proposed',
  },
  {
    ...nothing,
    act: 'return-answer',
    body: { text },
    roles: ['unit_head'],
    from: ['awaiting_approval'],
    to: 'in_progress',
    event: 'answer_returned',
    isPublic: false,
  },
  {
    ...nothing,
    act: 'answer',
    body: { outcome: 'clarified', text },
    roles: ['unit_head'],
    from: ['in_progress', 'awaiting_approval'],
    to: 'answered',
    event: 'answered',
    notice: 'answered',
    stops: ['first_response', 'handling_non_oversight'],
    starts: ['objection_window'],
  },
  {
    ...nothing,
    act: 'decline',
    body: { reason: 'not_our_authority', text, elsewhere: 'Ombudsman RI' },
    roles: ['verifier', 'unit_head'],
    from: ['received', 'incomplete', 'in_progress'],
    to: 'declined',
    event: 'declined',
    notice: 'declined',
    stops: ['verification', 'first_response', 'handling_non_oversight', 'completion'],
    starts: ['objection_window'],
  },
  {
    ...nothing,
    act: 'forward',
    body: { to: 'outside', name: 'Ombudsman RI', sentOn: '2026-11-23', reason: text },
    roles: ['verifier', 'unit_head'],
    from: ['received', 'in_progress'],
    to: 'forwarded',
    event: 'forwarded',
    notice: 'forwarded',
    stops: ['verification', 'first_response', 'handling_non_oversight'],
  },
  {
    ...nothing,
    act: 'recall-forward',
    body: {},
    roles: ['verifier', 'unit_head'],
    from: ['received', 'in_progress'],
    given: (complaint) => ({ ...complaint, offer: anOffer }),
    event: 'transfer_recalled',
  },
  {
    ...nothing,
    act: 'add-reference',
    body: { reference: '0123/LM/2026' },
    roles: ['verifier', 'unit_head'],
    from: ['forwarded'],
    given: forwardedOutside,
    event: 'reference_told',
    notice: 'message',
  },
  {
    ...nothing,
    act: 'unmerge',
    body: { because: text },
    roles: ['verifier', 'unit_head'],
    from: ['merged'],
    to: 'received',
    event: 'unmerged',
    notice: 'unmerged',
  },
  {
    ...nothing,
    act: 'split',
    body: {
      ...{ category: 'illegal_levy', subject: 'Hal kedua', evidence: [], because: text },
      chronology: 'Berkas saya tidak diproses',
    },
    roles: ['verifier', 'unit_head'],
    from: ['received', 'in_progress'],
    event: 'case_split',
    notice: 'message',
  },
  {
    ...nothing,
    act: 'close',
    body: {},
    roles: ['case_handler', 'unit_head'],
    from: ['answered'],
    given: anImprovedCase,
    to: 'closed',
    event: 'closed',
    notice: 'closed',
  },
  {
    ...nothing,
    act: 'name-improvement',
    body: improved,
    roles: ['case_handler', 'unit_head'],
    from: ['answered', 'objected', 'closed'],
    event: 'improvement_named',
    isPublic: false,
  },
  {
    ...nothing,
    act: 'check-improvement',
    body: { holds: true, text },
    roles: ['case_handler', 'unit_head'],
    from: ['closed'],
    given: anImprovedCase,
    event: 'improvement_checked',
    isPublic: false,
  },
  {
    ...nothing,
    act: 'record-call',
    body: { result: 'solved' },
    roles: ['verifier', 'case_handler', 'unit_head', 'identity_custodian'],
    from: ['closed'],
    given: aReachableReporter,
    event: 'called_solved',
  },
  {
    ...nothing,
    act: 'decide-objection',
    body: { upheld: false, text },
    // No other head is there, so those above decide too.
    roles: ['unit_head', 'internal_auditor', 'parent_head'],
    from: ['objected'],
    to: 'closed',
    event: 'objection_decided',
    notice: 'objection_decided',
    stops: ['objection_decision'],
  },
  {
    ...nothing,
    act: 'pause',
    body: { reason: text },
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: ['received', 'in_progress', 'awaiting_approval', 'objected'],
    event: 'clocks_paused',
    notice: 'paused',
  },
  {
    ...nothing,
    act: 'resume',
    body: {},
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'objected'],
    given: (complaint) => ({ ...complaint, clocks: complaint.clocks.map(standing) }),
    event: 'clocks_resumed',
  },
  {
    ...nothing,
    act: 'extend',
    body: { days: 2, reason: text },
    roles: ['unit_head'],
    from: ['in_progress', 'awaiting_approval'],
    event: 'extended',
    notice: 'extended',
  },
  {
    ...nothing,
    act: 'explain-delay',
    body: { newDate: '2026-12-04', reason: text },
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'objected'],
    given: (complaint) => ({ ...complaint, clocks: complaint.clocks.map(toldLate) }),
    event: 'delay_explained',
    notice: 'delay_explained',
  },
  {
    ...nothing,
    act: 'correct',
    body: { channel: 'telephone', reason: text },
    roles: ['verifier', 'unit_head'],
    from: [...open, 'closed'],
    event: 'corrected',
    notice: 'message',
  },
  {
    ...nothing,
    act: 'transcribe',
    body: { text },
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: [...open, 'closed', 'declined', 'forwarded', 'merged', 'withdrawn'],
    given: toldByVoice,
    event: 'transcribed',
    notice: 'message',
  },
  {
    ...nothing,
    act: 'redact',
    body: { words: ['Berkas'], because: text },
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: [...open, 'closed', 'declined', 'forwarded', 'merged', 'withdrawn'],
    event: 'redacted',
    isPublic: false,
  },
  {
    ...nothing,
    act: 'keep-confidential',
    body: { reason: text },
    roles: ['verifier', 'case_handler', 'unit_head'],
    from: [...open, 'closed', 'declined', 'forwarded', 'merged', 'withdrawn'],
    event: 'made_confidential',
    notice: 'message',
  },
]

/** Something was changed, and somebody is to look whether it holds. */
export function anImprovedCase(complaint: Complaint): Complaint {
  const improvement: Improvement = {
    ...{ at: complaint.receivedAt, by: { kind: 'system' }, cause: 'information', causeText: text, change: text },
    ...{ owner: { name: '', position: 'Kepala loket' }, checkOn: '2026-11-23' as Day, checks: [] },
    proof: { kind: 'none', because: text },
  }
  const improvementDue = { what: 'check', at: complaint.receivedAt, owner: null } as const
  return { ...complaint, improvementDue, dossier: { ...complaint.dossier, improvement } }
}

/** Its reporter is named and gave a telephone. */
export function aReachableReporter(complaint: Complaint): Complaint {
  const identity = { key: `${btoa('{}')}.kunci`, identity: 'isi', contact: 'kontak' } as never
  const maskedReporter = { name: 'S… C…', phone: '…01', email: null }
  return { ...complaint, identity, dossier: { ...complaint.dossier, maskedReporter } }
}

/** It lies with another unit. */
const anOffer: Offer = {
  ...{ id: 'tawaran', to: dinas, office: 'Dinas Contoh', state: 'waiting' },
  since: '2026-11-23T03:00:00.000Z' as Instant,
}

/** The reporter spoke it, and nobody has written it down. */
function toldByVoice(complaint: Complaint): Complaint {
  const spoken = { file: 'rekaman', disguised: false, transcript: null, earlier: [] }
  return {
    ...complaint,
    untranscribedSince: complaint.receivedAt,
    dossier: { ...complaint.dossier, chronology: '', spoken },
  }
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
