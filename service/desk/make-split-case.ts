import { momentOf } from '../case/access/case-actions.ts'
import { recountCorrected } from '../case/case-clocks.ts'
import { planGuard } from '../case/guard.ts'
import type { JoinedNews } from '../case/shape/case-ties.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { EvidenceItem } from '../case/shape/evidence.ts'
import type { HistoryLine } from '../case/shape/history.ts'
import { copyIdentity, newCaseKey } from '../case/store/case-seals.ts'
import type { UnnumberedComplaint } from '../case/store/complaint-writes.ts'
import { storyInWords } from '../case/testimony.ts'
import { complaintNumber, newComplaint } from '../filing/new-complaint.ts'
import { filingKeyHash } from '../filing/submit-complaint.ts'
import { copyEvidence, settleClaim } from '../keeping/evidence/held-evidence.ts'
import { privacyIn } from '../offices/tenants/tenant.ts'
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
    planGuard(
      ports.staff,
      tenant,
      { concerned: order.concerns, candidates: order.candidates ?? [] },
      order.category.code,
    ),
    newCaseKey(vault, filed),
    copyIdentity(vault, from, filed),
  ])
  const files = await filesOf(ports, from, order, keyHash)
  const evidence = files.map(({ file }) => file)
  const privacy = privacyIn(order.category, from.privacy)
  const received = newComplaint(
    {
      ...order.story,
      chronology: storyInWords({ ...from.dossier, chronology: order.story.chronology }, from.language),
      ...{ tenant, category: order.category, key, identity, evidence, guarding },
      ...{ privacy, channel: from.channel, language: from.language, noticeChannels: from.noticeChannels },
      ...{ receivedBy: from.dossier.receivedBy, place: from.dossier.place, consent: from.dossier.consent },
      ...{
        maskedReporter: privacy === 'named' ? from.dossier.maskedReporter : null,
        sealedTo: from.dossier.sealedTo,
        signing: from.dossier.signing,
      },
      filing: { keyHash, bodyHash: '', codeSalt: ports.newId() },
      // The reporter has one code for both.
      codeHash: from.codeHash,
    },
    { ...(await momentOf(ports, tenant)), at: from.receivedAt },
  )
  const added = await complaints.add(await continued(ports, from, item, { ...received, identity }, files), (sequence) =>
    complaintNumber(settings.numberPrefix, from.series, sequence),
  )
  await settleClaim(
    ports,
    tenant,
    evidence.map(({ id }) => id),
  )
  return added.id
}

interface SplitFile {
  /** Its id in the first case. */
  readonly of: string
  readonly file: EvidenceItem & { readonly name: string }
}

/** A copy has its own bytes and key; a file that moves is the same file. */
async function filesOf(
  ports: ActPorts,
  { tenant, evidence, dossier }: Complaint,
  order: SplitItem['order'],
  keyHash: string,
): Promise<readonly SplitFile[]> {
  const files: SplitFile[] = []
  for (const item of evidence) {
    const named = { item, name: dossier.evidenceNames[item.id] ?? item.id }
    if (order.moved?.includes(item.id)) files.push({ of: item.id, file: { ...item, name: named.name } })
    else if (order.evidence.includes(item.id)) {
      files.push({ of: item.id, file: await copyEvidence(ports, tenant, named, tenant, keyHash) })
    }
  }
  return files
}

/** What staff decided of a file, and whether its name is hidden, holds for it in the second case too. */
const decidedOf = ({ hiddenNames, fileRedactions }: Complaint['dossier'], files: readonly SplitFile[]) => ({
  hiddenNames: files.flatMap(({ of, file }) => (hiddenNames.includes(of) ? file.id : [])),
  fileRedactions: files.flatMap(({ of, file }) =>
    fileRedactions.flatMap((one) => (one.file === of ? { ...one, file: file.id } : [])),
  ),
})

/** It stands where the first case stood, with dates counted as if the reporter had filed it by itself. */
async function continued(
  ports: ActPorts,
  from: Complaint,
  { at, by, join, order }: SplitItem,
  received: UnnumberedComplaint,
  files: readonly SplitFile[],
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
      ...{ contactChecks, codeKnownTo, clockReasons, grounded, redactions, ...decidedOf(from.dossier, files) },
      receiptClocks: clocks,
      splitFrom: { id: join, number: from.id },
      history: [...received.dossier.history, line],
    },
  }
}
