import { momentOf } from '../case/access/case-actions.ts'
import { stopClocks } from '../case/case-clocks.ts'
import { hideNames } from '../case/evidence.ts'
import { sayWhoseCode } from '../case/given-code.ts'
import type { Office } from '../case/office/office.ts'
import { addEvidence, addIdentity } from '../case/reporter-acts.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Moment } from '../case/shape/history.ts'
import { identityOf } from '../case/store/case-seals.ts'
import { lapsesAt } from '../case/store/complaint-spec.ts'
import { skipUnreadable } from '../case/store/kept-complaint.ts'
import { waitsForTranscript } from '../case/testimony.ts'
import { close } from '../desk/decisions.ts'
import type { FilingOffice } from '../filing/evidence/evidence.ts'
import {
  type GivenIdentity,
  identityProblems,
  readIdentity,
  refuseUnlessSealed,
  sealedProblems,
  sealIdentity,
} from '../filing/reporter-identity.ts'
import {
  claimEvidence,
  copyEvidence,
  dropHeld,
  releaseEvidence,
  settleClaim,
} from '../keeping/evidence/held-evidence.ts'
import { type IdentityPolicy, privacyIn } from '../offices/tenants/tenant.ts'
import { refuseClosed } from '../offices/tenants/tenant-directory.ts'
import type { CompletionItem, PrivacyChoice } from '../offices/vocabulary.ts'
import { caseContext } from '../sealing/envelope.ts'
import { keysOf } from '../shared/records.ts'
import { Refusal } from '../shared/refusal.ts'
import { deemWithdrawn, type OpenedByCode, type ReporterAccess } from './follow-complaint.ts'

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

/**
 * Adds uploaded files to the complaint. Files of a tenant that transferred the case are copied to the present one. What
 * the complaint has is left as it is, because a reporter whose line broke sends it again.
 */
export async function addEvidenceToComplaint(
  ports: FilingOffice,
  { tenant, number, askedAt, complaint: opened }: Pick<OpenedByCode, 'tenant' | 'number' | 'askedAt' | 'complaint'>,
  given: readonly string[],
): Promise<Complaint> {
  const ids = given.filter((id) => opened.evidence.every((item) => item.id !== id))
  if (ids.length === 0) return opened
  const unit = await ports.tenants.get(tenant)
  refuseClosed(unit, ports.now())
  const { settings } = unit
  const moment = await momentOf(ports, tenant)
  const claim = { by: number, at: moment.at }
  try {
    const uploaded = await claimEvidence(ports, askedAt, ids, claim)
    const copyItem = (item: (typeof uploaded)[number]) =>
      copyEvidence(ports, askedAt, { item, name: item.name }, tenant, number)
    const claimed = askedAt === tenant ? uploaded : await Promise.all(uploaded.map(copyItem))
    const names = Object.fromEntries(claimed.map(({ id, name }) => [id, name]))
    const items = claimed.map(({ name: _, ...item }) => item)
    const changed = await ports.complaints.change(tenant, number, async (complaint) => {
      const added = sayWhoseCode(complaint, addEvidence(complaint, items, names, settings.evidence.maxFiles, moment))
      return added === complaint ? complaint : hideNames(added, await identityOf(ports.vault, complaint))
    })
    await settleClaim(
      ports,
      tenant,
      claimed.map(({ id }) => id),
    )
    if (askedAt !== tenant) await dropHeld(ports, askedAt, ids)
    return changed
  } catch (cause) {
    await releaseEvidence(ports, askedAt, ids, claim, cause)
    throw cause
  }
}

interface Addition {
  readonly privacy: Exclude<PrivacyChoice, 'anonymous'>
  readonly reporter: GivenIdentity
  readonly sealedIdentity?: string | undefined
  readonly identityUnsealed?: boolean | undefined
}

export async function addIdentityToComplaint(
  ports: Office,
  { tenant, number }: ReporterAccess,
  { privacy, reporter, sealedIdentity, identityUnsealed }: Addition,
): Promise<Complaint> {
  const { settings, sealingKeys } = await ports.tenants.get(tenant)
  const problems = sealedIdentity
    ? sealedProblems(privacy, reporter)
    : identityProblems(settings.identityFields, privacy, reporter, 'web_widget')
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  refuseUnlessSealed(sealingKeys, { privacy, sealedIdentity, mayStayOpen: identityUnsealed })
  const moment = await momentOf(ports, tenant)
  const beside = { sealed: sealedIdentity ? { envelope: sealedIdentity, context: caseContext(number) } : undefined }
  return ports.complaints.change(tenant, number, async (complaint) => {
    const category = settings.categories.find(({ code }) => code === complaint.category)
    const kept = category ? privacyIn(category, privacy) : privacy
    const sealed = await sealIdentity(ports.vault, complaint, kept, reporter, beside)
    return hideNames(addIdentity(complaint, { privacy: kept, ...sealed }, moment), readIdentity(reporter))
  })
}

export function lapse(complaint: Complaint, moment: Moment): Complaint {
  const due = lapsesAt(complaint)
  if (due === null || due > moment.at) return complaint
  if (complaint.status === 'incomplete') return deemWithdrawn(complaint, moment)
  // The window ends on its date even if the job runs later.
  const over = { ...complaint, clocks: stopClocks(complaint.clocks, ['objection_window', 'reopening'], due) }
  return complaint.status === 'answered' ? close(over, undefined, { kind: 'system' }, moment) : over
}

export async function lapseComplaints(ports: Office): Promise<number> {
  const due = await ports.complaints.listLapsed(ports.now(), 100)
  for (const { tenant, number } of due) {
    const moment = await momentOf(ports, tenant)
    await skipUnreadable(ports.complaints.change(tenant, number, (complaint) => lapse(complaint, moment)))
  }
  return due.length
}
