import { momentOf } from '../case/access/case-actions.ts'
import { planGuard } from '../case/guard.ts'
import { recountCorrected } from '../case/recount-corrected.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { HistoryLine } from '../case/shape/history.ts'
import type { JoinedNews } from '../case/shape/joining.ts'
import { storyInWords } from '../case/spoken-story.ts'
import { newCaseKey } from '../case/store/case-seals.ts'
import type { UnnumberedComplaint } from '../case/store/complaint-writes.ts'
import { copyIdentity } from '../case/store/identity-of.ts'
import { complaintNumber, newComplaint } from '../filing/new-complaint.ts'
import { filingKeyHash } from '../filing/submit-complaint.ts'
import { copyEvidence } from '../keeping/evidence/copy-evidence.ts'
import { settleClaim } from '../keeping/evidence/held-evidence.ts'
import { UniqueViolation } from '../storage/collection.ts'
import type { ActPorts } from './case-act.ts'

type SplitItem = Extract<JoinedNews, { kind: 'split' }>

/**
 * Makes the case of the second matter, or finds the one that an interrupted process made: no second one can have its
 * key. @returns its number
 */
export async function makeSplitCase(ports: ActPorts, from: Complaint, item: SplitItem): Promise<string> {
  const { tenant } = from
  // No filing has a key with a line break in it.
  const keyHash = await filingKeyHash(ports.vault, tenant, `split\n${item.join}`)
  const known = await ports.complaints.findByFilingKey(tenant, keyHash)
  if (known) return known.id
  try {
    return await addCase(ports, from, item, keyHash)
  } catch (cause) {
    const other = cause instanceof UniqueViolation ? await ports.complaints.findByFilingKey(tenant, keyHash) : null
    if (!other) throw cause
    return other.id
  }
}

async function addCase(ports: ActPorts, from: Complaint, item: SplitItem, keyHash: string): Promise<string> {
  const { vault, complaints, tenants } = ports
  const { tenant } = from
  const { order } = item
  const { settings } = await tenants.get(tenant)
  const filed = { tenant, filing: { keyHash } }
  const [guarding, key, identity] = await Promise.all([
    planGuard(ports.staff, tenant, order.concerns, order.category.code),
    newCaseKey(vault, filed),
    copyIdentity(vault, from, filed),
  ])
  const evidence: Awaited<ReturnType<typeof copyEvidence>>[] = []
  for (const id of order.evidence) {
    const file = from.evidence.find((one) => one.id === id)
    const name = from.dossier.evidenceNames[id] ?? id
    if (file) evidence.push(await copyEvidence(ports, tenant, { item: file, name }, tenant, keyHash))
  }
  const hidden = order.evidence.filter((id) => from.dossier.hiddenNames.includes(id))
  const hiddenNames = evidence.flatMap(({ id }, at) => (hidden.includes(order.evidence[at] ?? '') ? [id] : []))
  const received = newComplaint(
    {
      ...order.story,
      chronology: storyInWords({ ...from.dossier, chronology: order.story.chronology }, from.language),
      ...{ tenant, category: order.category, key, identity, evidence, guarding },
      ...{ privacy: from.privacy, channel: from.channel, language: from.language, noticeChannels: from.noticeChannels },
      ...{ receivedBy: from.dossier.receivedBy, place: from.dossier.place, consent: from.dossier.consent },
      ...{
        maskedReporter: from.dossier.maskedReporter,
        sealedTo: from.dossier.sealedTo,
        signing: from.dossier.signing,
      },
      filing: { keyHash, bodyHash: '', codeSalt: ports.newId() },
      // The reporter has one code for both.
      codeHash: from.codeHash,
    },
    { ...(await momentOf(ports, tenant)), at: from.receivedAt },
  )
  const added = await complaints.add(
    await continued(ports, from, item, { ...received, identity }, hiddenNames),
    (sequence) => complaintNumber(settings.numberPrefix, from.series, sequence),
  )
  await settleClaim(
    ports,
    tenant,
    evidence.map(({ id }) => id),
  )
  return added.id
}

/** It stands where the first case stood, with dates counted as if the reporter had filed it by itself. */
async function continued(
  ports: ActPorts,
  from: Complaint,
  { at, by, join, order }: SplitItem,
  received: UnnumberedComplaint,
  hiddenNames: readonly string[],
): Promise<UnnumberedComplaint> {
  const moment = await momentOf(ports, from.tenant)
  const facts = { category: order.category.code, class: order.category.class, receivedAt: from.receivedAt }
  const clocks = recountCorrected(order.clocks, from, { ...facts, rulePack: from.rulePack }, moment, at)
  const line: HistoryLine = { at, event: 'split_from', by, text: order.because, public: true }
  const { contactChecks, codeKnownTo, clockReasons, grounded, redactions } = from.dossier
  return {
    ...received,
    ...{ series: from.series, status: order.status, rulePack: from.rulePack, clocks },
    identityErasedAt: from.identityErasedAt,
    // The first case tells the reporter of both.
    notices: [],
    dossier: {
      ...received.dossier,
      ...{ contactChecks, codeKnownTo, clockReasons, grounded, redactions, hiddenNames },
      receiptClocks: clocks,
      splitFrom: { id: join, number: from.id },
      history: [...received.dossier.history, line],
    },
  }
}
