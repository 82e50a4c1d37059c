import { actOnCase, type CaseActionPorts, type CaseRequest } from '../case/access/case-actions.ts'
import { notesOfMentioned } from '../case/alert-note.ts'
import { stopClocks } from '../case/case-clocks.ts'
import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Note } from '../case/shape/correspondence.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'
import type { StaffId } from '../offices/staff-id.ts'
import { Refusal } from '../shared/refusal.ts'
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

export const writeMessage = (
  ports: CaseActionPorts,
  staff: StaffMember,
  request: CaseRequest & MessageToReporter & ToJoined,
) =>
  actOnCase(ports, staff, 'message', request, [request.text], (complaint, by, moment) =>
    writeToReporter(complaint, request, by, moment),
  )

interface Mentioning {
  readonly mentions?: readonly string[] | undefined
}

/**
 * @throws Refusal `staff/unknown` alike for somebody who is not a member and for somebody from whom the case is hidden,
 * and those of `actOnCase`
 */
export async function writeNote(
  ports: CaseActionPorts & { readonly staff: StaffDirectory },
  staff: StaffMember,
  request: CaseRequest & MessageToReporter & Mentioning,
): Promise<Complaint> {
  const asked = new Set(request.mentions ?? [])
  const readers = asked.size > 0 ? await handlersFor(ports, staff, { number: request.number, part: 'assist' }) : []
  const mentions = readers.filter(({ id }) => asked.has(id)).map(({ id, name }) => ({ id: id as StaffId, name }))
  if (mentions.length < asked.size) {
    throw new Refusal('invalid', 'staff/unknown', {}, [{ path: 'mentions', code: 'unknown' }])
  }
  return actOnCase(ports, staff, 'note', request, [request.text], (complaint, by, moment) =>
    note(complaint, { text: request.text, mentions }, by, moment),
  )
}
