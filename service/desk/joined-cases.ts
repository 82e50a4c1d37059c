import { momentOf } from '../case/access/case-actions.ts'
import { guardCase } from '../case/access/guarding.ts'
import { recountCorrected } from '../case/case-clocks.ts'
import { applyDecision } from '../case/complaint.ts'
import { bothOf, ofJoinedCase, planGuard, type Whom, whomOf } from '../case/guard.ts'
import { bringAlong, merge, receiveNews, removeJoined } from '../case/merged-case.ts'
import type { JoinedNews } from '../case/shape/case-ties.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { EvidenceItem } from '../case/shape/evidence.ts'
import type { HistoryLine, Moment } from '../case/shape/history.ts'
import { nameSplit } from '../case/split-case.ts'
import { copyIdentity, newCaseKey } from '../case/store/case-seals.ts'
import type { UnnumberedComplaint } from '../case/store/complaint-writes.ts'
import { storyInWords } from '../case/testimony.ts'
import { complaintNumber, newComplaint } from '../filing/new-complaint.ts'
import { filingKeyHash } from '../filing/submit-complaint.ts'
import { copyEvidence, settleClaim } from '../keeping/evidence/held-evidence.ts'
import { privacyIn } from '../offices/tenants/tenant.ts'
import { Refusal } from '../shared/refusal.ts'
import { UniqueViolation } from '../storage/collection.ts'
import type { TenantId } from '../storage/place.ts'
import type { DeskOffice } from './case-act.ts'

type SplitItem = Extract<JoinedNews, { kind: 'split' }>

/**
 * Makes the case of the second matter, or finds the one that an interrupted process made: no second one can have its
 * key. @returns its number
 */
export async function makeSplitCase(ports: DeskOffice, from: Complaint, item: SplitItem): Promise<string> {
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

async function addCase(ports: DeskOffice, from: Complaint, item: SplitItem, keyHash: string): Promise<string> {
  const { vault, complaints, tenants } = ports
  const { tenant } = from
  const { order } = item
  const { settings } = await tenants.get(tenant)
  const filed = { tenant, filing: { keyHash } }
  const [guarding, key, identity] = await Promise.all([
    planGuard(
      ports.staff,
      tenant,
      { concerned: order.concerns, candidates: order.candidates ?? [], chosen: order.chosen ?? [] },
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
  ports: DeskOffice,
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
  ports: DeskOffice,
  from: Complaint,
  { at, by, join, order }: SplitItem,
  received: UnnumberedComplaint,
  files: readonly SplitFile[],
): Promise<UnnumberedComplaint> {
  const moment = await momentOf(ports, from.tenant)
  const facts = { category: order.category.code, class: order.category.class, receivedAt: from.receivedAt }
  const clocks = recountCorrected(order.clocks, from, { ...facts, rulePack: from.rulePack }, moment, at)
  const line: HistoryLine = { at, event: 'split_from', by, text: order.because, public: true }
  const { contactChecks, codeKnownTo, codeReplaced, clockReasons, grounded, redactions } = from.dossier
  return {
    ...received,
    ...{ series: from.series, status: order.status, rulePack: from.rulePack, clocks },
    ...{ identityErasedAt: from.identityErasedAt, oldCodeHash: from.oldCodeHash },
    // The first case tells the reporter of both.
    notices: [],
    dossier: {
      ...received.dossier,
      ...{
        contactChecks,
        codeKnownTo,
        codeReplaced,
        clockReasons,
        grounded,
        redactions,
        ...decidedOf(from.dossier, files),
      },
      receiptClocks: clocks,
      splitFrom: { id: join, number: from.id },
      history: [...received.dossier.history, line],
    },
  }
}

/**
 * Delivers a case's news to other cases, in order. Each write is idempotent and comes before its news is removed, so
 * another process can finish after a crash.
 */
export async function deliverJoinedNews(ports: DeskOffice, tenant: TenantId, number: string): Promise<void> {
  for (;;) {
    const from = await ports.complaints.find(tenant, number)
    const item = from?.dossier.passesOn[0]
    if (!from || !item || from.destroyed) return
    const moment = await momentOf(ports, tenant)
    if (item.kind === 'split') {
      const made = await makeSplitCase(ports, from, item)
      await ports.complaints.change(tenant, number, (complaint) => nameSplit(withoutNews(complaint, item), item, made))
      continue
    }
    const isTaken = await tryToDeliver(ports, from, item, moment)
    const { settings } = await ports.tenants.get(tenant)
    const other = item.kind === 'join' && isTaken ? await ports.complaints.find(tenant, item.to) : null
    await ports.complaints.change(tenant, number, (complaint) => {
      const left = removeNews(complaint, item, isTaken, moment)
      const isJoined = left !== complaint && other?.dossier.merged?.id === item.join
      return isJoined && item.kind === 'join' ? bringAlong(left, item, other, settings, moment) : left
    })
  }
}

/**
 * Delivers what crashed processes left.
 * @returns how many cases had news
 */
export async function deliverWaitingNews(ports: DeskOffice, onFault: (cause: unknown) => void): Promise<number> {
  const waiting = await ports.complaints.findWithJoinedNews(50)
  // A failing case must not block the others.
  for (const { tenant, number } of waiting) await deliverJoinedNews(ports, tenant, number).catch(onFault)
  return waiting.length
}

const isGone: readonly string[] = ['case/destroyed', 'complaint/not-found']

/**
 * Writes to the other case.
 * @returns false if it can never accept the news, because it moved on or is gone
 */
async function tryToDeliver(ports: DeskOffice, from: Complaint, item: JoinedNews, moment: Moment): Promise<boolean> {
  try {
    await ports.complaints.change(from.tenant, item.to, (other) => applyNews(ports, from, other, item, moment))
    return true
  } catch (cause) {
    if (cause instanceof Refusal && (item.kind === 'join' || isGone.includes(cause.code))) return false
    throw cause
  }
}

async function applyNews(ports: DeskOffice, from: Complaint, other: Complaint, item: JoinedNews, moment: Moment) {
  switch (item.kind) {
    case 'join':
      return joinCase(ports, from, other, item, moment)
    case 'guard': {
      const known = whomOf(other)
      const { concerns, candidates = [], chosen = [] } = item
      const both = bothOf(known, ofJoinedCase({ concerned: concerns, candidates, chosen }))
      if (!isMore(known, both) || !areJoined(from, other, item)) return other
      const guarding = await planGuard(ports.staff, other.tenant, both, other.category)
      return guardCase(other, guarding, item.because, { kind: 'system' }, moment)
    }
    case 'part':
      return removeJoined(other, item.join, item.by, (await ports.tenants.get(other.tenant)).settings, moment)
    default:
      return receiveNews(other, item, moment)
  }
}

const isMore = (known: Whom, both: Whom): boolean =>
  both.concerned.length > known.concerned.length ||
  both.chosen.length > known.chosen.length ||
  both.candidates.some(({ id }) => known.candidates.every((one) => one.id !== id))

const areJoined = (one: Complaint, other: Complaint, { join }: JoinedNews): boolean =>
  [one, other].some(({ dossier }) => dossier.merged?.id === join) ||
  [one, other].some(({ dossier }) => dossier.joined.some(({ id }) => id === join))

/** Anybody who changed the case meanwhile was first, and then it is not joined. */
async function joinCase(
  ports: DeskOffice,
  leading: Complaint,
  complaint: Complaint,
  item: Extract<JoinedNews, { kind: 'join' }>,
  moment: Moment,
): Promise<Complaint> {
  if (complaint.dossier.merged?.id === item.join) return complaint
  if (complaint.revision !== item.revision) throw new Refusal('conflict', 'case/changed-meanwhile')
  const now = await ports.complaints.get(leading.tenant, leading.id)
  const { handler } = now
  const both = bothOf(ofJoinedCase(whomOf(now)), whomOf(complaint))
  const guarding = await planGuard(ports.staff, leading.tenant, both, complaint.category)
  const joined = { id: item.join, into: leading.id, by: item.by }
  return merge(complaint, joined, item.because, { handler, guarding }, moment)
}

function withoutNews(complaint: Complaint, item: JoinedNews): Complaint {
  const left = complaint.dossier.passesOn.filter(({ id }) => id !== item.id)
  return { ...complaint, passesOnSince: left[0]?.at ?? null, dossier: { ...complaint.dossier, passesOn: left } }
}

function removeNews(complaint: Complaint, item: JoinedNews, isTaken: boolean, moment: Moment): Complaint {
  const { passesOn, joined } = complaint.dossier
  if (!passesOn.some(({ id }) => id === item.id)) return complaint
  const done = withoutNews(complaint, item)
  if (item.kind !== 'join') return done
  if (!isTaken) return { ...done, dossier: { ...done.dossier, joined: joined.filter(({ id }) => id !== item.join) } }
  const { by, to, because } = item
  const text = because ? `${to}: ${because}` : to
  return applyDecision(done, moment, {}, { event: 'case_joined', by, text, public: false })
}
