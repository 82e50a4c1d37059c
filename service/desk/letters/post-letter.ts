import { markArrived, markReturned, postLetter } from '../../keeping/letters/letter.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { ReturnReason } from '../../offices/notice-vocabulary.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Day } from '../../shared/instant.ts'
import { actOnLetter, type LetterPorts, type LetterRequest, letterStep } from './letter-access.ts'

export interface PostRequest extends LetterRequest {
  readonly on: Day
  readonly courierNumber?: string | undefined
}

/** @throws Refusal `request/invalid`, and those of `actOnLetter` */
export async function post(ports: LetterPorts, staff: StaffMember, { on, courierNumber, ...request }: PostRequest) {
  const { settings } = await ports.tenants.get(staff.tenant)
  const today = localDateOf(ports.now(), settings.calendar)
  return actOnLetter(ports, staff, 'post', request, ({ letter }) =>
    postLetter(letter, { on, courierNumber: courierNumber || null }, today, letterStep(ports, staff)),
  )
}

/** @throws those of `actOnLetter` */
export const recordArrival = (ports: LetterPorts, staff: StaffMember, request: LetterRequest) =>
  actOnLetter(ports, staff, 'arrive', request, ({ letter }) => markArrived(letter, letterStep(ports, staff)))

/** The reporter's next channel begins. @throws those of `actOnLetter` */
export const recordReturn = (
  ports: LetterPorts,
  staff: StaffMember,
  { reason, ...request }: LetterRequest & { readonly reason: ReturnReason },
) =>
  actOnLetter(ports, staff, 'return', request, ({ letter }) => markReturned(letter, reason, letterStep(ports, staff)))
