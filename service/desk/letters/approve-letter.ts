import { approveLetter, refuseUnlessApprovable } from '../../keeping/letters/letter.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { actOnLetter, type LetterPorts, type LetterRequest, letterStep } from './letter-access.ts'
import { makePaper, type PaperMaking } from './make-paper.ts'

export type PaperPorts = LetterPorts & PaperMaking

/**
 * The writer cannot approve. The number, the paper and its signature are one write, so that numbers have neither gaps
 * nor doubles, and an approved letter never changes.
 * @throws Refusal `letter/own-words`, `letter/no-address`, `letter/no-signatory`, and those of `actOnLetter`
 */
export async function approve(ports: PaperPorts, staff: StaffMember, request: LetterRequest) {
  const tenant = await ports.tenants.get(staff.tenant)
  return actOnLetter(ports, staff, 'approve', request, async (on) => {
    refuseUnlessApprovable(on.letter, staff.id)
    return approveLetter(on.letter, await makePaper(ports, tenant, on), staff.id, letterStep(ports, staff))
  })
}
