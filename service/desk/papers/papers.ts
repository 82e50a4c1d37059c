import { caseFor } from '../../case/access/case-access.ts'
import { refuseNaming } from '../../case/access/case-actions.ts'
import { refuseDestroyed } from '../../case/retention.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import { complaintSpec } from '../../case/store/complaint-spec.ts'
import {
  blankWords,
  type CasePaper,
  finishPaper,
  giveBackReport,
  MOST_PAPERS,
  type PaperNumber,
  type PaperWords,
  refuseUnlessApprovable,
  refuseUnlessFinishable,
  setAsidePaper,
  submitReport,
  writeWords,
} from '../../keeping/papers/case-paper.ts'
import { contentAt, type KeptPaper, paperSpec } from '../../keeping/papers/paper-store.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { numberFrom, seriesOf } from '../../offices/tenants/letter-settings.ts'
import type { PaperKind } from '../../offices/vocabulary.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Store } from '../../storage/collection.ts'
import { type KeyHolder, sealBinder, withoutOwnKeys } from '../../storage/key-holder.ts'
import type { Vault } from '../../storage/vault.ts'
import {
  actOnPaper,
  caseForPaper,
  logPaperAct,
  mayReadPaper,
  namesReporter,
  type PaperOffice,
  type PaperOnCase,
  type PaperRequest,
  paperFor,
  stepOf,
  tellOnCase,
} from './paper-access.ts'

interface PapersOfCase {
  readonly complaint: Complaint
  readonly papers: readonly { readonly paper: KeptPaper; readonly readable: boolean }[]
}

export async function papersOfCase(ports: PaperOffice, staff: StaffMember, number: string): Promise<PapersOfCase> {
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  const found = await ports.papers.ofCase(staff.tenant, number)
  const readable = (paper: KeptPaper) => paper.content !== null && mayReadPaper(staff, paper, complaint)
  return { complaint, papers: found.map((paper) => ({ paper, readable: readable(paper) })) }
}

/** Reading is logged. */
export async function readPaper(ports: PaperOffice, staff: StaffMember, id: string): Promise<PaperOnCase> {
  const on = await paperFor(ports, staff, id)
  await ports.record(staff.tenant, {
    by: staff.id,
    act: 'paper.read',
    subject: on.complaint.id,
    detail: on.paper.kind,
  })
  return on
}

export async function beginPaper(
  ports: PaperOffice,
  staff: StaffMember,
  { number, kind }: { readonly number: string; readonly kind: PaperKind },
): Promise<PaperOnCase> {
  const complaint = await caseForPaper(ports, staff, number)
  return draftPaper(ports, staff, complaint, blankWords[kind])
}

/** The new draft starts with the text of a finished paper and will replace it. */
export async function correctPaper(ports: PaperOffice, staff: StaffMember, request: PaperRequest) {
  const { paper, complaint } = await paperFor(ports, staff, request.id, 'correct')
  if (paper.state !== 'finished') throw new Refusal('conflict', 'paper/wrong-state', { state: paper.state })
  if (paper.revision !== request.revision) throw new Refusal('conflict', 'paper/changed-meanwhile')
  return draftPaper(ports, staff, complaint, paper.content.words, paper)
}

async function draftPaper(
  ports: PaperOffice,
  staff: StaffMember,
  complaint: Complaint,
  words: PaperWords,
  corrected: CasePaper | null = null,
): Promise<PaperOnCase> {
  refuseDestroyed(complaint)
  const { tenant, id: number } = complaint
  const there = await ports.papers.ofCase(tenant, number)
  if (there.length >= MOST_PAPERS) throw new Refusal('conflict', 'paper/too-many', { most: MOST_PAPERS })
  const { by, at } = stepOf(ports, staff)
  await logPaperAct(ports, staff, number, corrected ? 'correct' : 'begin')
  const paper = await ports.papers.add(
    {
      ...{ tenant, id: ports.newId(), revision: 0, number, kind: words.kind, state: 'draft', createdAt: at },
      changedAt: at,
      forCustodians: corrected?.forCustodians ?? false,
      corrects: corrected?.id ?? null,
      finished: null,
      content: { words, versions: [], writers: [staff.id], history: [{ at, by, state: 'draft', note: null }] },
    },
    caseKeyOf(complaint),
  )
  return { paper, complaint }
}

export const editPaper = (
  ports: PaperOffice,
  staff: StaffMember,
  { words, ...request }: PaperRequest & { readonly words: PaperWords },
) =>
  actOnPaper(ports, staff, 'edit', request, async ({ paper, complaint }, step) =>
    writeWords(paper, words, await namesReporter(ports, staff, complaint, words), step),
  )

/** The author finishes minutes, which get the next number. */
export async function finishMinutes(ports: PaperOffice, staff: StaffMember, request: PaperRequest) {
  const on = await actOnPaper(ports, staff, 'finish', request, async ({ paper, complaint }, step) => {
    const handedIn = refuseUnlessFinishable(paper, step)
    // The reporter may have given an identity since the text was written.
    const forCustodians = await namesReporter(ports, staff, complaint, paper.content.words)
    return finishPaper({ ...handedIn, forCustodians }, await nextNumber(ports, paper), step)
  })
  await tellOnCase(ports, staff, on, 'paper_finished')
  return on
}

export async function submit(ports: PaperOffice, staff: StaffMember, request: PaperRequest) {
  const on = await actOnPaper(ports, staff, 'submit', request, async ({ paper, complaint }, step) => {
    await namesReporter(ports, staff, complaint, paper.content.words)
    return submitReport(paper, step)
  })
  await tellOnCase(ports, staff, on, 'paper_submitted')
  return on
}

export async function giveBack(
  ports: PaperOffice,
  staff: StaffMember,
  { note, ...request }: PaperRequest & { readonly note: string },
) {
  const decide = async ({ paper, complaint }: PaperOnCase, step: Parameters<typeof giveBackReport>[1]) => {
    await refuseNaming(ports, staff, complaint, note)
    return giveBackReport(paper, step)
  }
  const on = await actOnPaper(ports, staff, 'give-back', request, decide, note)
  await tellOnCase(ports, staff, on, 'paper_returned')
  return on
}

/** Only somebody who wrote none of its text approves a report, which gets the next number. */
export async function approve(ports: PaperOffice, staff: StaffMember, request: PaperRequest) {
  const on = await actOnPaper(ports, staff, 'approve', request, async ({ paper, complaint }, step) => {
    refuseUnlessApprovable(paper, step)
    await namesReporter(ports, staff, complaint, paper.content.words)
    return finishPaper(paper, await nextNumber(ports, paper), step)
  })
  await tellOnCase(ports, staff, on, 'paper_finished')
  return on
}

export const setAside = (ports: PaperOffice, staff: StaffMember, request: PaperRequest) =>
  actOnPaper(ports, staff, 'set-aside', request, ({ paper }, step) => setAsidePaper(paper, step))

/**
 * Papers are counted like letters, by kind and year: the write that finishes a paper takes the number, so there are
 * no gaps.
 */
async function nextNumber(ports: PaperOffice, { tenant, kind }: CasePaper): Promise<PaperNumber> {
  const { settings } = await ports.tenants.get(tenant)
  const { pattern: ofLetters, code } = settings.letters
  // The pattern keeps papers from having the number of a letter.
  const pattern = ofLetters.includes('{kind}') ? ofLetters : `{kind}/${ofLetters}`
  const day = localDateOf(ports.now(), settings.calendar)
  const series = seriesOf(pattern, { kind, day })
  const sequence = await ports.papers.nextIn(tenant, series)
  const paperNumber = numberFrom(pattern, { sequence, code: code || settings.numberPrefix, kind, day })
  return { paperNumber, series, sequence, day }
}

/** Binds the seals of papers to their places; the text opens with the key of the case. */
export async function paperHolder(store: Store, vault: Vault): Promise<KeyHolder> {
  const papers = await store.collection(paperSpec)
  const cases = await store.collection(complaintSpec)
  const bindSome = sealBinder(papers, vault, async (paper, renewal) => {
    const complaint = paper.content && (await cases.get(paper.tenant, paper.number))
    if (!complaint || !paper.content) return paper
    return { ...paper, content: await renewal.seal(caseKeyOf(complaint), contentAt(paper), paper.content) }
  })
  return withoutOwnKeys(bindSome)
}
