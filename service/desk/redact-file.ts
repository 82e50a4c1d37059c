import { type CaseActionPorts, writeOnCase } from '../case/access/case-actions.ts'
import { applyDecision } from '../case/complaint.ts'
import { evidenceOf } from '../case/evidence.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Area } from '../case/shape/evidence.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { isRedrawable } from '../keeping/evidence/opened-evidence.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import type { FileLeaving } from '../offices/vocabulary.ts'
import { Refusal } from '../shared/refusal.ts'
import { takersOfOriginals } from './give-evidence.ts'

export interface RedactingFile {
  readonly id: string
  readonly leaves: FileLeaving
  readonly areas: readonly Area[]
  readonly because: string
}

/**
 * Decides how a file leaves the unit, and which areas of it are black there. A later decision takes the place of an
 * earlier one; the history keeps both.
 * @throws Refusal `evidence/unknown`, `redaction/not-a-picture`
 */
export function redactFile(
  complaint: Complaint,
  { id, leaves, areas, because }: RedactingFile,
  by: Actor,
  moment: Moment,
): Complaint {
  const item = evidenceOf(complaint, id)
  if (leaves === 'redrawn' && !isRedrawable(item)) throw new Refusal('conflict', 'redaction/not-a-picture')
  const others = complaint.dossier.fileRedactions.filter(({ file }) => file !== id)
  const decided = { file: id, leaves, areas: leaves === 'redrawn' ? areas : [], by, at: moment.at, because }
  return applyDecision(
    complaint,
    moment,
    { dossier: { fileRedactions: [...others, decided] } },
    { event: 'file_redacted', by, text: because, file: id, public: false },
  )
}

/**
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/changed-meanwhile`, `text/names-reporter`, and
 * those of `redactFile`
 */
export async function redactFileOfCase(
  ports: CaseActionPorts,
  staff: StaffMember,
  request: RedactingFile & {
    readonly number: string
    readonly revision: number
    readonly leakReason?: string | undefined
  },
): Promise<Complaint> {
  const changed = await writeOnCase(
    ports,
    staff,
    takersOfOriginals,
    request,
    [request.because],
    (before, by, moment) => {
      if (before.destroyed) throw new Refusal('conflict', 'case/destroyed', { record: before.destroyed.record })
      evidenceOf(before, request.id)
      if (before.revision !== request.revision) throw new Refusal('conflict', 'case/changed-meanwhile')
      return redactFile(before, request, by, moment)
    },
  )
  await ports.record(staff.tenant, {
    by: staff.id,
    act: 'evidence.redacted',
    subject: request.number,
    detail: request.id,
  })
  return changed
}
