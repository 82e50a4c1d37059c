import type { Permission } from '../../offices/staff/permissions.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { Actor } from '../shape/history.ts'
import type { Moment } from '../shape/moment.ts'
import { changeCaseFor } from './case-access.ts'
import { actorOf, type CaseActionPorts, type CaseRequest, momentOf } from './case-actions.ts'
import { keepReportersUnnamed } from './refuse-naming.ts'

type WrittenTexts = readonly (string | undefined)[]

/**
 * Writes to a case for somebody with one of the permissions on it. Texts that name the reporter are refused before they
 * are kept.
 * @param words what the officer wrote; a function adds texts of the case that they send on
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `text/names-reporter`, and what `decide` throws
 */
export async function writeOnCase(
  ports: CaseActionPorts,
  staff: StaffMember,
  needed: readonly [Permission, ...Permission[]],
  { number, leakReason }: Omit<CaseRequest, 'revision'>,
  words: WrittenTexts | ((complaint: Complaint) => WrittenTexts),
  decide: (complaint: Complaint, by: Actor, moment: Moment) => Complaint | Promise<Complaint>,
): Promise<Complaint> {
  const moment = await momentOf(ports, staff.tenant)
  const by = actorOf(staff, needed)
  return changeCaseFor(ports, staff, needed, number, async (complaint) => {
    const decision = await decide(complaint, by, moment)
    return keepReportersUnnamed(ports, staff, complaint, decision, {
      ...{ leakReason, by, moment },
      words: typeof words === 'function' ? words(complaint) : words,
    })
  })
}
