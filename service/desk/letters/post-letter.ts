import { markArrived, markReturned, postLetter } from '../../keeping/letters/letter.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { ReturnReason } from '../../offices/notice-vocabulary.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Day } from '../../shared/instant.ts'
import {
  actOnLetter,
  changedMeanwhile,
  type LetterPorts,
  type LetterRequest,
  letterFor,
  letterStep,
} from './letter-access.ts'

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

interface PostedLetter extends LetterRequest {
  readonly courierNumber?: string | undefined
}

/**
 * Posts several letters at once. If one of them cannot be posted, none is.
 * @returns how many were posted
 * @throws those of `post`
 */
export async function postLetters(
  ports: LetterPorts,
  staff: StaffMember,
  { letters, on }: { readonly letters: readonly PostedLetter[]; readonly on: Day },
): Promise<number> {
  const { settings } = await ports.tenants.get(staff.tenant)
  const today = localDateOf(ports.now(), settings.calendar)
  for (const { id, revision } of letters) {
    const { letter } = await letterFor(ports, staff, id, 'post')
    if (letter.revision !== revision) throw changedMeanwhile()
    postLetter(letter, { on, courierNumber: null }, today, letterStep(ports, staff))
  }
  for (const letter of letters) await post(ports, staff, { ...letter, on })
  return letters.length
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
