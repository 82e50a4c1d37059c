import type { StaffMember } from '../staff/staff-member.ts'
import { stopped } from './case-clocks.ts'
import { type Actor, type Complaint, decided, type Moment } from './complaint.ts'
import { actOnCase, type CaseRequest, type DeskPorts } from './desk.ts'

interface Words {
  readonly text: string
}

interface ToJoined {
  /** The reporters of joined cases are told the same. */
  readonly alsoJoined?: boolean | undefined
}

/** The office writes to the reporter. The first such message stops the clock of the first response. */
export function writeToReporter(
  complaint: Complaint,
  { text, alsoJoined = false }: Words & ToJoined,
  by: Actor,
  moment: Moment,
): Complaint {
  return decided(
    complaint,
    moment,
    {
      clocks: stopped(complaint.clocks, ['first_response'], moment.at),
      dossier: { messages: [...complaint.dossier.messages, { id: moment.newId(), at: moment.at, by, text }] },
    },
    { event: 'message', by, notice: 'message', toJoined: alsoJoined },
  )
}

/** A note among staff. The reporter sees neither the note nor that there is one. */
export function note(complaint: Complaint, { text }: Words, by: Actor, moment: Moment): Complaint {
  return decided(
    complaint,
    moment,
    { dossier: { notes: [...complaint.dossier.notes, { at: moment.at, by, text }] } },
    { event: 'note', by, public: false },
  )
}

export const writeMessage = (ports: DeskPorts, staff: StaffMember, request: CaseRequest & Words & ToJoined) =>
  actOnCase(ports, staff, 'message', request, [request.text], (complaint, by, moment) =>
    writeToReporter(complaint, request, by, moment),
  )

export const writeNote = (ports: DeskPorts, staff: StaffMember, request: CaseRequest & Words) =>
  actOnCase(ports, staff, 'note', request, [request.text], (complaint, by, moment) =>
    note(complaint, request, by, moment),
  )
