import { positionFor } from '../../case/access/case-actions.ts'
import { approveLetter, type Letter, refuseUnlessApprovable } from '../../keeping/letters/letter.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import { actOnLetter, approversOf, type LetterPorts, type LetterRequest, letterStep } from './letter-access.ts'
import { makePaper, type PaperMaking } from './make-paper.ts'

export type PaperPorts = LetterPorts & PaperMaking & { readonly staff: StaffDirectory }

/**
 * A person who wrote part of it cannot approve, unless nobody else is there who can. The number, the paper and its
 * signature are one write, so that numbers have neither gaps nor doubles, and an approved letter never changes.
 * @throws Refusal `letter/own-words`, `letter/no-address`, `letter/no-signatory`, and those of `actOnLetter`
 */
export async function approve(ports: PaperPorts, staff: StaffMember, request: LetterRequest) {
  const tenant = await ports.tenants.get(staff.tenant)
  return actOnLetter(ports, staff, 'approve', request, async (on) => {
    const others = approversOf(on, await ports.staff.members(staff.tenant), ports.now())
    refuseUnlessApprovable(
      on.letter,
      staff.id,
      others.map(({ name }) => name),
    )
    const signed = { ...on, letter: signedBy(staff, on.letter) }
    return approveLetter(signed.letter, await makePaper(ports, tenant, signed), letterStep(ports, staff))
  })
}

/** A deputy signs in their own name, under the title of a deputy. */
function signedBy(approver: StaffMember, letter: Letter): Letter {
  if (!approver.asDeputy?.has('letters.approve')) return letter
  const position = positionFor(approver, ['letters.approve'])
  return { ...letter, content: { ...letter.content, signatory: { name: approver.name, position, rank: '', nip: '' } } }
}
