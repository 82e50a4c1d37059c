import { caseFor, mayOn, reads, refuseUnread, sees } from '../../case/access/case-access.ts'
import { leaksIn, momentOf, recordNamingRefusal } from '../../case/access/case-actions.ts'
import { applyDecision } from '../../case/complaint.ts'
import { ownCoveringOf } from '../../case/covering.ts'
import { notesOfHandler } from '../../case/news.ts'
import type { Office } from '../../case/office/office.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { HistoryEvent } from '../../case/shape/history.ts'
import { caseKeyOf, identityOf } from '../../case/store/case-seals.ts'
import {
  type CasePaper,
  type PaperContent,
  type PaperWords,
  rewriteWords,
  type Step,
  textOf,
} from '../../keeping/papers/case-paper.ts'
import type { KeptPaper, PaperStore } from '../../keeping/papers/paper-store.ts'
import { notPermitted, type Permission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { PaperState } from '../../offices/vocabulary.ts'
import { isOneOf, keysOf } from '../../shared/records.ts'
import { Refusal } from '../../shared/refusal.ts'

export interface PaperOffice extends Office {
  readonly papers: PaperStore
}

/** Writers of papers check or handle cases; a custodian writes where the reporter is named. */
export const paperWriters = ['cases.handle', 'cases.verify', 'identity.open_confidential'] as const

/** What people do to a paper, with the permissions of which one is needed on its case. */
export const paperActs = {
  edit: { by: paperWriters, kinds: ['minutes', 'report'], from: 'draft', writersOnly: false },
  finish: { by: paperWriters, kinds: ['minutes'], from: 'draft', writersOnly: true },
  submit: { by: paperWriters, kinds: ['report'], from: 'draft', writersOnly: true },
  'set-aside': { by: paperWriters, kinds: ['minutes', 'report'], from: 'draft', writersOnly: true },
  approve: { by: ['cases.approve'], kinds: ['report'], from: 'awaiting_approval', writersOnly: false },
  'give-back': { by: ['cases.approve'], kinds: ['report'], from: 'awaiting_approval', writersOnly: false },
  correct: { by: paperWriters, kinds: ['minutes', 'report'], from: 'finished', writersOnly: false },
} as const satisfies Record<
  string,
  {
    readonly by: readonly [Permission, ...Permission[]]
    readonly kinds: readonly CasePaper['kind'][]
    readonly from: PaperState
    readonly writersOnly: boolean
  }
>
export type PaperAct = keyof typeof paperActs

export interface PaperOnCase {
  readonly paper: CasePaper
  readonly complaint: Complaint
}

/** The revision is the one that the person looked at. */
export interface PaperRequest {
  readonly id: string
  readonly revision: number
}

const mayNameReporter = (staff: StaffMember, complaint: Complaint): boolean =>
  mayOn(staff, 'identity.open_confidential', complaint)

export const mayReadPaper = (staff: StaffMember, paper: Pick<KeptPaper, 'forCustodians'>, complaint: Complaint) =>
  !paper.forCustodians || mayNameReporter(staff, complaint)

const may = (staff: StaffMember, act: PaperAct, complaint: Complaint): boolean =>
  paperActs[act].by.some((permission) => mayOn(staff, permission, complaint))

/** Somebody who signs a report reads it, and no more of the case. */
const readsPaper = (staff: StaffMember, { state, kind }: KeptPaper, complaint: Complaint): boolean => {
  const { from, kinds } = paperActs.approve
  return reads(staff, complaint) || (state === from && isOneOf(kinds, kind) && may(staff, 'approve', complaint))
}

export const actsOn = (staff: StaffMember, { paper, complaint }: PaperOnCase): PaperAct[] =>
  keysOf(paperActs).filter((act) => {
    const { kinds, from, writersOnly } = paperActs[act]
    const isWriter = paper.content.writers.includes(staff.id)
    return (
      paper.state === from &&
      isOneOf(kinds, paper.kind) &&
      may(staff, act, complaint) &&
      (isWriter || !writersOnly) &&
      !(isWriter && act === 'approve')
    )
  })

/** With `act` the person must be allowed to do it. */
export async function paperFor(
  { papers, complaints, vault }: PaperOffice,
  staff: StaffMember,
  id: string,
  act: PaperAct | null = null,
): Promise<PaperOnCase> {
  const possible: readonly [Permission, ...Permission[]] = act ? paperActs[act].by : ['cases.read']
  if (!possible.some((permission) => staff.permissions.has(permission))) throw notPermitted(possible[0])
  const kept = await papers.find(staff.tenant, id)
  const complaint = kept && (await complaints.find(staff.tenant, kept.number))
  if (!kept?.content || !complaint || complaint.destroyed || !sees(staff, complaint)) throw unknownPaper()
  if (!readsPaper(staff, kept, complaint)) throw refuseUnread(staff, complaint)
  if (!mayReadPaper(staff, kept, complaint)) throw new Refusal('forbidden', 'paper/for-custodians')
  if (act && !may(staff, act, complaint)) throw notPermitted(possible[0])
  const paper = await papers.open(kept, caseKeyOf(complaint))
  if (complaint.privacy === 'named' || mayNameReporter(staff, complaint)) return { paper, complaint }
  const cover = ownCoveringOf({ own: await identityOf(vault, complaint), language: 'id' })
  return { paper: { ...paper, content: rewriteContent(paper.content, cover) }, complaint }
}

/** It may have been written while the reporter was named. Custodians read it as it was written. */
const rewriteContent = (content: PaperContent, rewrite: (text: string) => string): PaperContent => ({
  ...content,
  words: rewriteWords(content.words, rewrite),
  versions: content.versions.map((one) => ({ ...one, words: rewriteWords(one.words, rewrite) })),
  history: content.history.map((line) => ({ ...line, note: line.note && rewrite(line.note) })),
})

const MOST_TRIES = 50

/** Checks permission, loads, decides, logs and saves. */
export async function actOnPaper(
  ports: PaperOffice,
  staff: StaffMember,
  act: PaperAct,
  { id, revision }: PaperRequest,
  decide: (on: PaperOnCase, step: Step) => CasePaper | Promise<CasePaper>,
  note?: string,
): Promise<PaperOnCase> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { paper, complaint } = await paperFor(ports, staff, id, act)
    if (paper.revision !== revision) throw changedMeanwhile()
    const after = await decide({ paper, complaint }, stepOf(ports, staff, note))
    if (tries === 0) await logPaperAct(ports, staff, complaint.id, act)
    const saved = await ports.papers.replace(after, caseKeyOf(complaint))
    if (saved) return { paper: saved, complaint }
  }
  throw changedMeanwhile()
}

export const logPaperAct = ({ record }: PaperOffice, { tenant, id: by }: StaffMember, subject: string, act: string) =>
  record(tenant, { by, act: 'case.acted', subject, detail: `paper-${act}` })

export const stepOf = (ports: PaperOffice, { id, name, position }: StaffMember, note?: string): Step => ({
  by: { kind: 'staff', id, name, position },
  at: ports.now(),
  note,
})

/**
 * Only staff read the history line. Approvers are alerted of a report, and its first author of one that came back.
 */
export async function tellOnCase(
  ports: PaperOffice,
  staff: StaffMember,
  { paper, complaint }: PaperOnCase,
  event: Extract<HistoryEvent, `paper_${string}`>,
): Promise<void> {
  const moment = await momentOf(ports, staff.tenant)
  const { by } = stepOf(ports, staff)
  const trace = { event, by, text: paper.finished?.paperNumber, public: false }
  const [author] = paper.content.writers
  await ports.complaints.change(staff.tenant, complaint.id, (found) => {
    const decided = applyDecision(found, moment, {}, trace)
    if (event !== 'paper_returned' || !author) return decided
    return { ...decided, alerts: [...decided.alerts, ...notesOfHandler(null, author, by.id, moment)] }
  })
}

/**
 * Only a custodian may name a confidential reporter, and only in minutes, which only custodians read from then on.
 * @returns whether the reporter is named
 */
export async function namesReporter(
  ports: PaperOffice,
  staff: StaffMember,
  complaint: Complaint,
  words: PaperWords,
): Promise<boolean> {
  if (complaint.privacy !== 'confidential') return false
  const found = await leaksIn(ports.vault, complaint, [textOf(words)])
  if (found.length === 0) return false
  if (words.kind === 'minutes' && mayNameReporter(staff, complaint)) return true
  // No reason keeps such a text in a paper, but the warning is logged.
  await recordNamingRefusal(ports, staff, complaint.id, found)
  throw new Refusal('conflict', 'paper/names-reporter', { found })
}

export const mayBeginPaper = (staff: StaffMember, complaint: Complaint): boolean =>
  !complaint.destroyed && paperWriters.some((permission) => mayOn(staff, permission, complaint))

export async function caseForPaper(ports: PaperOffice, staff: StaffMember, number: string): Promise<Complaint> {
  if (!paperWriters.some((permission) => staff.permissions.has(permission))) throw notPermitted(paperWriters[0])
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  if (!mayBeginPaper(staff, complaint)) throw notPermitted(paperWriters[0])
  return complaint
}

export const changedMeanwhile = () => new Refusal('conflict', 'paper/changed-meanwhile')
const unknownPaper = () => new Refusal('not-found', 'paper/unknown')
