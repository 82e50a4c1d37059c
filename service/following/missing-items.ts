import type { Complaint } from '../case/shape/complaint.ts'
import { waitsForTranscript } from '../case/testimony.ts'
import type { IdentityPolicy } from '../offices/tenants/tenant.ts'
import type { CompletionItem } from '../offices/vocabulary.ts'
import { keysOf } from '../shared/records.ts'

/** An account with fewer characters hardly says what happened. */
const SHORT_ACCOUNT = 60

/**
 * Lists what a complaint lacks, so that a reporter is asked for exactly that. It asks who was involved only if the
 * complaint concerns officials, and for an identity only if the category requires one.
 */
export function findMissingItems(
  complaint: Pick<Complaint, 'class' | 'privacy' | 'noticeChannels' | 'evidence' | 'identity'> & {
    readonly dossier: Pick<
      Complaint['dossier'],
      'chronology' | 'spoken' | 'occurredAt' | 'occurredPlace' | 'reportedPerson'
    >
  },
  policy: IdentityPolicy,
): CompletionItem[] {
  const { privacy, noticeChannels, evidence, identity, dossier } = complaint
  const lacks: Readonly<Record<Exclude<CompletionItem, 'other'>, boolean>> = {
    what_happened: !waitsForTranscript(dossier.spoken) && dossier.chronology.trim().length < SHORT_ACCOUNT,
    when_it_happened: dossier.occurredAt === null,
    where_it_happened: dossier.occurredPlace === null,
    who_was_involved: complaint.class === 'oversight' && dossier.reportedPerson === null,
    evidence: evidence.length === 0,
    identity: privacy === 'anonymous' && policy !== 'open',
    contact: identity !== null && noticeChannels.length === 0,
  }
  return keysOf(lacks).filter((item) => lacks[item])
}
