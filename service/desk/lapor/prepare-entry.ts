import { type CaseActionPorts, writeOnCase } from '../../case/access/case-actions.ts'
import { asItLeaves, type CoverPorts } from '../../case/access/cover-for.ts'
import { nameForStaff } from '../../case/evidence.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { EvidenceItem } from '../../case/shape/evidence.ts'
import { listProse } from '../../case/shape/story-fields.ts'
import { writeOut } from '../../case/testimony.ts'
import { leavingOf } from '../../keeping/evidence/opened-evidence.ts'
import { type OpenedIdentity, revealIdentity } from '../../keeping/identity/identity.ts'
import type { OpeningGround } from '../../offices/act-vocabulary.ts'
import { refusePractice } from '../../offices/practice/practice.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { Refusal } from '../../shared/refusal.ts'

/** The fields of SP4N-LAPOR!'s form, to be pasted there. */
export interface PreparedEntry {
  readonly complaint: Complaint
  /** Names of the files, as staff read them. */
  readonly attachments: readonly string[]
  /** Names of the files that stay. */
  readonly withheld: readonly string[]
  /** `null` means that the reporter stays unnamed there too. */
  readonly identity: OpenedIdentity | null
}

interface EntryRequest {
  readonly number: string
  /** Why texts that name the reporter must stay. */
  readonly leakReason?: string | undefined
  /** It opens the identity, as opening it on the case does. */
  readonly identity?: { readonly ground: OpeningGround; readonly reason: string } | undefined
}

/**
 * Prepares a case for the form of SP4N-LAPOR!. It leaves the service, so it is logged, and a story that names the
 * reporter goes out only with a reason, unless their identity goes along.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `text/names-reporter`, `lapor/identity-stays`, and
 * those of `revealIdentity`
 */
export async function prepareEntry(
  ports: CaseActionPorts & Pick<CoverPorts, 'staff'>,
  staff: StaffMember,
  { identity: asked, ...request }: EntryRequest,
): Promise<PreparedEntry> {
  refusePractice(staff.tenant)
  const complaint = await writeOnCase(
    ports,
    staff,
    ['cases.verify', 'cases.handle'],
    request,
    (one) => (asked ? [] : listProse(one.dossier)),
    (one) => {
      if (one.destroyed) throw new Refusal('conflict', 'case/destroyed', { record: one.destroyed.record })
      if (asked && (one.privacy !== 'named' || one.dossier.sealedTo))
        throw new Refusal('conflict', 'lapor/identity-stays')
      return one
    },
  )
  const identityStays = complaint.privacy !== 'named'
  const leaving = writeOut(await asItLeaves(ports, complaint, { identityStays }), 'id')
  const identity = asked ? await revealIdentity(ports, staff, { number: request.number, ...asked }) : null
  const detail = identity ? 'with-identity' : null
  await ports.record(staff.tenant, { by: staff.id, act: 'lapor.prepared', subject: request.number, detail })
  const stays = (item: EvidenceItem) => leavingOf(leaving, item, identityStays) === 'withheld'
  const namesOf = (items: readonly EvidenceItem[]) => items.map(({ id }) => nameForStaff(leaving, id))
  const withheld = leaving.evidence.filter(stays)
  const attachments = leaving.evidence.filter((item) => !withheld.includes(item))
  return { complaint: leaving, attachments: namesOf(attachments), withheld: namesOf(withheld), identity }
}
