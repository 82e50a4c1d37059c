import { applyDecision } from '../case/complaint.ts'
import { mayAnswerTranscript } from '../case/reporter-acts.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Moment } from '../case/shape/history.ts'
import { Refusal } from '../shared/refusal.ts'

/** What a reporter answers to the transcript that they read. */
export interface TranscriptReply {
  /** When that transcript was written. */
  readonly transcript: string
  /** What it should say; left out where it is right. */
  readonly text?: string | undefined
}

/**
 * The reporter says that the transcript of their statement is right, or what it should say. Both stay beside it, and no
 * clock stands still.
 * @throws Refusal `case/wrong-status`, `transcript/changed` if staff wrote another one meanwhile, or it was answered
 */
export function answerTranscript(complaint: Complaint, given: TranscriptReply, moment: Moment): Complaint {
  const { spoken } = complaint.dossier
  if (!spoken?.transcript || spoken.transcript.reply || spoken.transcript.at !== given.transcript) {
    throw new Refusal('conflict', 'transcript/changed')
  }
  if (!mayAnswerTranscript(complaint, moment.at)) {
    throw new Refusal('conflict', 'case/wrong-status', { status: complaint.status })
  }
  const reply = { at: moment.at, text: given.text ?? null }
  return applyDecision(
    complaint,
    moment,
    { dossier: { spoken: { ...spoken, transcript: { ...spoken.transcript, reply } } } },
    { event: reply.text === null ? 'transcript_confirmed' : 'transcript_corrected', by: { kind: 'reporter' } },
  )
}
