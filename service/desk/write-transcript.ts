import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

interface Transcribing {
  readonly text: string
}

/**
 * Writes down what a reporter speaks in a recording. It becomes the story, beside the recording, and the reporter is asked
 * whether it is right. A later transcript keeps the one before and what the reporter answered to it.
 * @throws Refusal `case/not-spoken`
 */
export function transcribe(complaint: Complaint, { text }: Transcribing, by: Actor, moment: Moment): Complaint {
  const { spoken, chronology } = complaint.dossier
  if (!spoken) throw new Refusal('conflict', 'case/not-spoken')
  const { transcript } = spoken
  // Writing a statement down answers a correction, but nothing else that the reporter wrote.
  const answersThem = transcript?.reply?.text != null
  return applyDecision(
    complaint,
    moment,
    {
      untranscribedSince: null,
      unansweredSince: answersThem ? null : complaint.unansweredSince,
      dossier: {
        chronology: text,
        spoken: {
          ...spoken,
          transcript: { by, at: moment.at, reply: null },
          earlier: transcript ? [...spoken.earlier, { ...transcript, text: chronology }] : spoken.earlier,
        },
      },
    },
    { event: 'transcribed', by, notice: 'message' },
  )
}

export const transcribeAct: ActSteps<Transcribing> = {
  // These are the reporter's words, which are masked like a story that they wrote.
  words: () => [],
  prepare: (request) => (complaint, by, moment) => transcribe(complaint, request, by, moment),
}

/** Words leave the unit or become a second case only once they are written. */
export const whyNotUnwritten = (complaint: Complaint): Refusal | null =>
  complaint.untranscribedSince === null ? null : new Refusal('conflict', 'case/not-transcribed')
