import { writeOnCase } from '../case/access/case-actions.ts'
import { applyDecision } from '../case/complaint.ts'
import { isWrittenIn } from '../case/covering.ts'
import { evidenceOf } from '../case/evidence.ts'
import type { Office } from '../case/office/office.ts'
import type { Complaint, Dossier } from '../case/shape/complaint.ts'
import type { Area } from '../case/shape/evidence.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { isRedrawable } from '../keeping/evidence/opened-evidence.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import type { IdentityPolicy } from '../offices/tenants/tenant.ts'
import type { FileLeaving } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'
import { takersOfOriginals } from './give-evidence.ts'

/** A verifier decides on a complaint without identity by rule 5 of the office's procedure. The reporter reads it. */
export interface GroundedDecision {
  readonly wellFounded: boolean
  readonly because: string
}

/**
 * True where a complaint without identity must still be weighed: its category does not accept such complaints like
 * others. A category that requires an identity gets here when the reporter withdrew theirs.
 */
export const needsGroundedDecision = ({ privacy, dossier }: Complaint, policy: IdentityPolicy): boolean =>
  policy !== 'open' && privacy === 'anonymous' && !dossier.grounded?.wellFounded

/** Another act implies a no: an identity is requested, or the complaint is declined. A yes stands. */
export const notWellFounded = (
  { privacy, dossier }: Complaint,
  because: string,
  at: Instant,
): Pick<Dossier, 'grounded'> => ({
  grounded:
    privacy === 'anonymous' && !dossier.grounded?.wellFounded ? { at, wellFounded: false, because } : dossier.grounded,
})

interface Redacting {
  readonly words: readonly string[]
  readonly restored?: readonly string[] | undefined
  readonly because: string
}

/**
 * Says which words do not leave the unit: they are taken out of prints, exports, transfers and entries elsewhere,
 * wherever the reporter wrote them. Staff and the reporter go on reading all of it here.
 */
export function redact(
  complaint: Complaint,
  { words, restored = [], because }: Redacting,
  by: Actor,
  moment: Moment,
): Complaint {
  const kept = complaint.dossier.redactions.filter((one) => !restored.includes(one.words))
  const added = [...new Set(words)].filter((one) => !kept.some((known) => known.words === one))
  const at = words.findIndex((one) => !isWrittenIn(complaint, one))
  if (at >= 0) throw new Refusal('invalid', 'redaction/not-written', {}, [{ path: `words.${at}`, code: 'unknown' }])
  return applyDecision(
    complaint,
    moment,
    { dossier: { redactions: [...kept, ...added.map((one) => ({ words: one, by, at: moment.at, because }))] } },
    { event: 'redacted', by, text: because, public: false },
  )
}

export const redactAct: ActSteps<Redacting> = {
  words: ({ because }) => [because],
  prepare: (request) => (complaint, by, moment) => redact(complaint, request, by, moment),
}

export interface RedactingFile {
  readonly id: string
  readonly leaves: FileLeaving
  readonly areas: readonly Area[]
  readonly because: string
}

/**
 * Decides how a file leaves the unit, and which areas of it are black there. A later decision takes the place of an
 * earlier one; the history keeps both.
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

export async function redactFileOfCase(
  ports: Office,
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

interface Transcribing {
  readonly text: string
}

/**
 * Writes down what a reporter speaks in a recording. It becomes the story, beside the recording, and the reporter is asked
 * whether it is right. A later transcript keeps the one before and what the reporter answered to it.
 */
export function transcribe(complaint: Complaint, { text }: Transcribing, by: Actor, moment: Moment): Complaint {
  const { spoken, chronology } = complaint.dossier
  if (!spoken) throw new Refusal('conflict', 'case/not-spoken')
  const { transcript } = spoken
  // Writing a statement down answers a correction, but nothing else that the reporter wrote.
  const answersThem = transcript?.reply?.text != null
  return applyDecision(
    complaint,
    moment,
    {
      untranscribedSince: null,
      unansweredSince: answersThem ? null : complaint.unansweredSince,
      dossier: {
        chronology: text,
        spoken: {
          ...spoken,
          transcript: { by, at: moment.at, reply: null },
          earlier: transcript ? [...spoken.earlier, { ...transcript, text: chronology }] : spoken.earlier,
        },
      },
    },
    { event: 'transcribed', by, notice: 'message' },
  )
}

export const transcribeAct: ActSteps<Transcribing> = {
  // These are the reporter's words, which are masked like a story that they wrote.
  words: () => [],
  prepare: (request) => (complaint, by, moment) => transcribe(complaint, request, by, moment),
}

/** Words leave the unit or become a second case only once they are written. */
export const whyNotUnwritten = (complaint: Complaint): Refusal | null =>
  complaint.untranscribedSince === null ? null : new Refusal('conflict', 'case/not-transcribed')
