import type { StaffMember } from '../../offices/staff/permissions.ts'
import { applyDecision } from '../complaint.ts'
import { ownCoveringOf } from '../covering.ts'
import type { Office } from '../office/office.ts'
import type { Complaint } from '../shape/complaint.ts'
import { identityOf } from '../store/case-seals.ts'
import { changeByNumber, reads } from './case-access.ts'
import { actorOf, momentOf } from './case-actions.ts'

/**
 * Makes somebody a reader who has the duty, but no part in the case. The heads are alerted, and the reporter reads who
 * opened it, when and why. It changes nothing for somebody who reads it already.
 * @param reason in it the reporter's name is covered, not refused: a refusal would tell the name to who asks
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function openWithReason(
  office: Office,
  staff: StaffMember,
  { number, reason }: { readonly number: string; readonly reason: string },
): Promise<Complaint> {
  const moment = await momentOf(office, staff.tenant)
  const by = actorOf(staff, ['cases.read'])
  let isOpened = false
  const complaint = await changeByNumber(office, staff, ['cases.read'], number, async (before) => {
    isOpened = !reads(staff, before)
    if (!isOpened) return before
    const cover = ownCoveringOf({ own: await identityOf(office.vault, before), language: 'id' })
    const opened = applyDecision(before, moment, {}, { event: 'case_opened', by, text: cover(reason) })
    // Nothing changed that somebody else who looks at it decides on.
    return { ...opened, revision: before.revision }
  })
  if (isOpened)
    await office.record(staff.tenant, { by: staff.id, act: 'case.opened', subject: complaint.id, detail: null })
  return complaint
}
