import { stopClocks } from '../case/case-clocks.ts'
import { applyDecision } from '../case/complaint.ts'
import { notesOfMentioned } from '../case/news.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Note } from '../case/shape/correspondence.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { refuseField } from '../shared/refusal.ts'
import type { StaffId } from '../storage/place.ts'
import type { ActSteps } from './case-act.ts'
import { handlersFor } from './dispatch-complaint.ts'

interface MessageToReporter {
  readonly text: string
}

interface ToJoined {
  readonly alsoJoined?: boolean | undefined
}

/** The office writes to the reporter. The first message stops the clock of the first response. */
export function writeToReporter(
  complaint: Complaint,
  { text, alsoJoined = false }: MessageToReporter & ToJoined,
  by: Actor,
  moment: Moment,
): Complaint {
  return applyDecision(
    complaint,
    moment,
    {
      clocks: stopClocks(complaint.clocks, ['first_response'], moment.at),
      dossier: { messages: [...complaint.dossier.messages, { id: moment.newId(), at: moment.at, by, text }] },
    },
    { event: 'message', by, notice: 'message', toJoined: alsoJoined },
  )
}

/** Only staff see a note and that there is one; mentioned colleagues are alerted. */
export function note(
  complaint: Complaint,
  { text, mentions = [] }: Pick<Note, 'text' | 'mentions'>,
  by: Actor,
  moment: Moment,
): Complaint {
  const written: Note = { at: moment.at, by, text, ...(mentions.length > 0 ? { mentions } : {}) }
  const noted = applyDecision(
    complaint,
    moment,
    { dossier: { notes: [...complaint.dossier.notes, written] } },
    { event: 'note', by, public: false },
  )
  const notes = notesOfMentioned(
    mentions.map(({ id }) => id),
    by,
    moment,
  )
  return { ...noted, alerts: [...noted.alerts, ...notes] }
}

export const messageAct: ActSteps<MessageToReporter & ToJoined> = {
  words: ({ text }) => [text],
  prepare: (request) => (complaint, by, moment) => writeToReporter(complaint, request, by, moment),
}

interface Mentioning {
  readonly mentions?: readonly string[] | undefined
}

/** It throws `staff/unknown` alike for somebody who is not a member and for somebody from whom the case is hidden. */
export const noteAct: ActSteps<MessageToReporter & Mentioning> = {
  words: ({ text }) => [text],
  async prepare({ number, text, mentions: ids = [] }, ports, staff) {
    const asked = new Set(ids)
    const readers = asked.size > 0 ? await handlersFor(ports, staff, { number, part: 'assist' }) : []
    const mentions = readers
      .map(({ membership }) => membership)
      .filter(({ id }) => asked.has(id))
      .map(({ id, name }) => ({ id: id as StaffId, name }))
    if (mentions.length < asked.size) {
      throw refuseField('staff/unknown', 'mentions', 'unknown')
    }
    return (complaint, by, moment) => note(complaint, { text, mentions }, by, moment)
  },
}
