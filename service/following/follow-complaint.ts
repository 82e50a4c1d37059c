import { momentOf } from '../case/access/case-actions.ts'
import { askWhomWordsMean } from '../case/access/staff-matching.ts'
import { handlingClockOf, isOfficeClock, stopAll, stopClocks, withClock } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import { isOverdue, type RunningClock } from '../case/deadlines/clocks.ts'
import { sayWhoseCode, withCode } from '../case/given-code.ts'
import type { Office } from '../case/office/office.ts'
import { hasHappened } from '../case/older-pages.ts'
import { accept, mayAnswerTranscript, mayReopen, object, rate, withdraw, writeToOffice } from '../case/reporter-acts.ts'
import { isCodeKnownToStaff, replaceCode } from '../case/reporter-rights.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, HistoryLine, Moment } from '../case/shape/history.ts'
import { splitNumbers } from '../case/split-case.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import { notFound } from '../case/store/kept-complaint.ts'
import { refuseClosed } from '../offices/tenants/tenant-directory.ts'
import type { CompletionItem } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import { meansNumber } from '../shared/read-credentials.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import { sayMoment } from '../shared/time-in-words.ts'
import { isTrackingCode, isWeakCode, normaliseCode } from '../shared/tracking-code.ts'
import type { TenantId } from '../storage/place.ts'

export const missedClocks = ({ clocks }: Pick<Complaint, 'clocks'>, now: Instant): readonly RunningClock[] =>
  clocks.filter((clock) => isOfficeClock(clock) && isOverdue(clock, now))

/**
 * The reporter may take the whole record to an authority above the office once the office was late, declined the
 * matter, or decided an objection.
 */
export const mayTakeRecord = (complaint: Complaint, now: Instant): boolean =>
  complaint.destroyed === null &&
  (complaint.status === 'declined' ||
    missedClocks(complaint, now).length > 0 ||
    hasHappened(complaint.dossier, 'objection_decided'))

export function refuseUnlessRecordIsOpen(cases: readonly Complaint[], now: Instant): void {
  if (!cases.some((one) => mayTakeRecord(one, now))) throw new Refusal('conflict', 'record/not-yet')
}

export interface TranscriptReply {
  /** When that transcript was written. */
  readonly transcript: string
  /** What it should say; left out where it is right. */
  readonly text?: string | undefined
}

/**
 * The reporter says that the transcript of their statement is right, or what it should say. Both stay beside it, and no
 * clock stands still.
 */
export function answerTranscript(complaint: Complaint, given: TranscriptReply, moment: Moment): Complaint {
  const { spoken } = complaint.dossier
  if (!spoken?.transcript || spoken.transcript.reply || spoken.transcript.at !== given.transcript) {
    throw new Refusal('conflict', 'transcript/changed')
  }
  if (!mayAnswerTranscript(complaint, moment.at)) {
    throw new Refusal('conflict', 'case/wrong-status', { status: complaint.status })
  }
  const reply = { at: moment.at, text: given.text ?? null }
  return applyDecision(
    complaint,
    moment,
    { dossier: { spoken: { ...spoken, transcript: { ...spoken.transcript, reply } } } },
    { event: reply.text === null ? 'transcript_confirmed' : 'transcript_corrected', by: { kind: 'reporter' } },
  )
}

const reporter: Actor = { kind: 'reporter' }

/** The completion did not come, so the complaint counts as withdrawn; for a while its reporter can still bring it. */
export function deemWithdrawn(complaint: Complaint, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'withdrawn')
  const over = stopAll(complaint.clocks, moment.at)
  return applyDecision(
    complaint,
    moment,
    {
      status: 'withdrawn',
      clocks: withClock(over, 'reopening', complaint, moment, moment.at),
      dossier: { completion: null, proposal: null, lapsed: complaint.dossier.completion },
    },
    { event: 'withdrawn', by: { kind: 'system' }, notice: 'withdrawn' },
  )
}

/** The reporter brings the missing items late; the case returns to its earlier status and its clocks start again. */
export function reopen(complaint: Complaint, text: string, moment: Moment): Complaint {
  const { lapsed } = complaint.dossier
  if (!mayReopen(complaint, moment.at) || !lapsed) throw new Refusal('conflict', 'reopening/over')
  const { at } = moment
  const clock = lapsed.resumes === 'in_progress' ? handlingClockOf(complaint) : 'verification'
  return applyDecision(
    complaint,
    moment,
    {
      status: lapsed.resumes,
      clocks: withClock(stopClocks(complaint.clocks, ['reopening'], at), clock, complaint, moment, at),
      dossier: {
        lapsed: null,
        messages: [...complaint.dossier.messages, { id: moment.newId(), at, by: reporter, text }],
      },
    },
    { event: 'reopened', by: reporter },
  )
}

/** Only `identifyReporter` makes this, after the right code was given. */
export interface ReporterAccess {
  readonly tenant: TenantId
  readonly number: string
}

/** The complaint is the one that was loaded when the code was checked, so it is not loaded again. */
export interface OpenedByCode extends ReporterAccess, OpenedCase {
  /** Files were uploaded to the tenant of the request, even if another one accepted the case. */
  readonly askedAt: TenantId
  /** Other matters of the same complaint, which became cases of their own; the code opens them too. */
  readonly others: readonly OpenedCase[]
}

export interface OpenedCase {
  readonly complaint: Complaint
  readonly earlier: readonly Complaint[]
}

/**
 * Opens the complaint by number and code at the tenant where it is now. After a transfer the code works there from then
 * on.
 */
export async function identifyReporter(
  office: Office,
  tenant: TenantId,
  number: string,
  code: string,
): Promise<OpenedByCode> {
  const { complaints, vault } = office
  const hash = await vault.hasher(tenant, 'tracking-code')
  const filed = await complaints.findByCode(tenant, hash(normaliseCode(code)))
  if (filed.length === 0) throw await refusalOf(office, tenant, number, hash(normaliseCode(code)))
  const opened = await Promise.all(filed.map((one) => openPath(complaints, one)))
  // The page without JavaScript sends back the number that it shows.
  const found = opened.find(({ complaint, earlier }) =>
    [complaint, ...earlier].some(({ id }) => meansNumber(id, number)),
  )
  if (!found) throw notFound()
  const { complaint, earlier } = found
  if (earlier.length > 0) await adoptCode(office, complaint, code)
  const others = opened.filter((one) => one !== found)
  return { tenant: complaint.tenant, number: complaint.id, askedAt: tenant, complaint, earlier, others }
}

/** A person with the code that was replaced learns that alone: by whom, and when. */
async function refusalOf({ complaints, tenants }: Office, tenant: TenantId, number: string, hash: string) {
  if (complaints.numberGaps.around(tenant, number)) return new Refusal('gone', 'complaint/lost')
  const found = (await complaints.findByOldCode(tenant, hash)).find(({ id }) => meansNumber(id, number))
  const replaced = found?.dossier.codeReplaced
  if (!replaced) return notFound()
  const { timeZone } = (await tenants.get(tenant)).settings.calendar
  const at = { id: sayMoment(replaced.at, timeZone, 'id'), en: sayMoment(replaced.at, timeZone, 'en') }
  return replaced.by.kind === 'staff'
    ? new Refusal('gone', 'code/replaced', { at, by: replaced.by.position })
    : new Refusal('gone', 'code/replaced-by-own', { at })
}

/** No case is transferred more often. */
const LONGEST_PATH = 10

async function openPath(complaints: ComplaintStore, filed: Complaint): Promise<OpenedCase> {
  const path = [filed]
  let last = filed
  while (last.movedTo?.number && path.length < LONGEST_PATH) {
    const next = await complaints.find(last.movedTo.tenant, last.movedTo.number)
    if (!next) break
    path.push(next)
    last = next
  }
  return { complaint: last, earlier: path.slice(0, -1) }
}

/** A tenant that accepted a transfer learns the code only when the reporter first uses it. */
async function adoptCode({ complaints, vault }: Office, complaint: Complaint, code: string): Promise<void> {
  const hash = await vault.hasher(complaint.tenant, 'tracking-code')
  const codeHash = hash(normaliseCode(code))
  if (complaint.codeHash === codeHash || complaint.destroyed) return
  const split = await Promise.all(splitNumbers(complaint).map((number) => complaints.find(complaint.tenant, number)))
  const sameCode = split.filter((one) => one?.codeHash === complaint.codeHash && !one.destroyed)
  for (const { tenant, id } of [...sameCode.flatMap((one) => one ?? []), complaint]) {
    await complaints.change(tenant, id, (one) => ({ ...one, codeHash }))
  }
}

export const followComplaint = (ports: Office, { tenant, number }: ReporterAccess): Promise<Complaint> =>
  ports.complaints.get(tenant, number)

/** A person whom the reporter names in it does not read the case from then on, until somebody decides. */
export async function actAsReporter(
  ports: Office,
  { tenant, number }: ReporterAccess,
  decide: (complaint: Complaint, moment: Moment) => Complaint,
): Promise<Complaint> {
  const moment = await momentOf(ports, tenant)
  return ports.complaints.change(tenant, number, (complaint) =>
    askWhomWordsMean(ports.staff, complaint, sayWhoseCode(complaint, decide(complaint, moment)), moment),
  )
}

async function askOffice(
  ports: Office,
  access: ReporterAccess,
  decide: (complaint: Complaint, moment: Moment) => Complaint,
): Promise<Complaint> {
  refuseClosed(await ports.tenants.get(access.tenant), ports.now())
  return actAsReporter(ports, access, decide)
}

export const writeToOfficeAsReporter = (
  ports: Office,
  access: ReporterAccess,
  words: {
    readonly text: string
    readonly completes: boolean
    readonly brings?: readonly CompletionItem[] | undefined
  },
) => askOffice(ports, access, (complaint, moment) => writeToOffice(complaint, words, moment))

export const withdrawComplaint = (ports: Office, access: ReporterAccess, reason: string | undefined) =>
  actAsReporter(ports, access, (complaint, moment) => withdraw(complaint, reason, { kind: 'reporter' }, moment))

export const objectToAnswer = (ports: Office, access: ReporterAccess, text: string) =>
  askOffice(ports, access, (complaint, moment) => object(complaint, text, moment))

export const reopenComplaint = (ports: Office, access: ReporterAccess, text: string) =>
  askOffice(ports, access, (complaint, moment) => reopen(complaint, text, moment))

export const answerTranscriptAsReporter = (ports: Office, access: ReporterAccess, given: TranscriptReply) =>
  askOffice(ports, access, (complaint, moment) => answerTranscript(complaint, given, moment))

export const acceptAnswer = (ports: Office, access: ReporterAccess) => actAsReporter(ports, access, accept)

export const rateComplaint = (
  ports: Office,
  access: ReporterAccess,
  rating: { readonly stars: number; readonly solved: boolean; readonly text?: string | undefined },
) => actAsReporter(ports, access, (complaint, moment) => rate(complaint, rating, moment))

/**
 * Replaces the code by one that the reporter's own browser made, so that a lost answer locks nobody out: the reporter
 * has both codes. The case changes before the tenants where it was filed, which then lead to it with the new code.
 */
export async function chooseOwnCode(
  ports: Office,
  { tenant, number, complaint, earlier, others }: OpenedByCode,
  code: string,
): Promise<Complaint> {
  if (!isTrackingCode(code)) throw refuseField('request/invalid', 'code', 'invalid')
  if (isWeakCode(code)) throw new Refusal('invalid', 'code/weak')
  const codeHash = await hashFor(ports, complaint, code)
  if (codeHash === complaint.codeHash) {
    if (!isCodeKnownToStaff(complaint)) return complaint
    throw refuseField('request/invalid', 'code', 'taken')
  }
  const moment = await momentOf(ports, tenant)
  const split = others.flatMap((one) => [...one.earlier, one.complaint])
  for (const one of [...split, ...earlier]) await setCode(ports, one, code, { by: reporter, at: moment.at })
  return ports.complaints.change(tenant, number, (before) =>
    sayWhoseCode(before, replaceCode(before, { codeHash, by: reporter }, moment)),
  )
}

/** Lets the code open what the case was before it moved; its history goes on where it is now. */
async function setCode(
  ports: Office,
  { tenant, id, ...one }: Complaint,
  code: string,
  { by, at }: Pick<HistoryLine, 'by' | 'at'>,
): Promise<void> {
  const codeHash = await hashFor(ports, { tenant }, code)
  if (!one.destroyed) await ports.complaints.change(tenant, id, (before) => withCode(before, codeHash, { by, at }))
}

async function hashFor({ vault }: Office, { tenant }: Pick<Complaint, 'tenant'>, code: string) {
  return (await vault.hasher(tenant, 'tracking-code'))(normaliseCode(code))
}
