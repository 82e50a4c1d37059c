import { refuseNaming } from '../../case/access/case-actions.ts'
import {
  editLetter,
  giveBackLetter,
  type LetterDraft,
  submitLetter,
  withdrawLetter,
} from '../../keeping/letters/letter.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { refuseField } from '../../shared/refusal.ts'
import { actOnLetter, type LetterPorts, type LetterRequest, letterStep } from './letter-access.ts'

export interface EditRequest extends LetterRequest, Omit<LetterDraft, 'signatory'> {
  /** Index among the tenant's signatories. */
  readonly signatory: number
}

/**
 * The text must not name the reporter, whom the approver need not know.
 * @throws Refusal `request/invalid`, `text/names-reporter`, and those of `actOnLetter`
 */
export async function editDraft(
  ports: LetterPorts,
  staff: StaffMember,
  { id, revision, signatory: place, ...draft }: EditRequest,
) {
  const { settings } = await ports.tenants.get(staff.tenant)
  return actOnLetter(ports, staff, 'edit', { id, revision }, async ({ letter, complaint }) => {
    const signatory = settings.letters.signatories[place]
    if (!signatory) throw refuseField('request/invalid', 'signatory', 'invalid')
    await refuseNaming(ports, staff, complaint, [draft.subject, draft.body, draft.enclosures].join('\n'))
    return editLetter(letter, { ...draft, signatory }, staff.id)
  })
}

/** @throws those of `actOnLetter` */
export const submitDraft = (ports: LetterPorts, staff: StaffMember, request: LetterRequest) =>
  actOnLetter(ports, staff, 'submit', request, ({ letter }) => submitLetter(letter, staff.id, letterStep(ports, staff)))

interface WithNote extends LetterRequest {
  readonly note: string
}

/** @throws Refusal `text/names-reporter`, and those of `actOnLetter` */
export const giveBack = (ports: LetterPorts, staff: StaffMember, { note, ...request }: WithNote) =>
  actOnLetter(ports, staff, 'give-back', request, async ({ letter, complaint }) => {
    await refuseNaming(ports, staff, complaint, note)
    return giveBackLetter(letter, letterStep(ports, staff, note))
  })

/** The reporter's next channel begins. @throws Refusal `text/names-reporter`, and those of `actOnLetter` */
export const withdraw = (ports: LetterPorts, staff: StaffMember, { note, ...request }: WithNote) =>
  actOnLetter(ports, staff, 'withdraw', request, async ({ letter, complaint }) => {
    await refuseNaming(ports, staff, complaint, note)
    return withdrawLetter(letter, letterStep(ports, staff, note))
  })
