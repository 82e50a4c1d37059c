import { type AskingPorts, type CaseActionPorts, momentOf } from '../case/access/case-actions.ts'
import { askWhomWordsMean } from '../case/access/staff-matching.ts'
import { accept, object, rate, withdraw, writeToOffice } from '../case/reporter-acts.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Moment } from '../case/shape/history.ts'
import { splitNumbers } from '../case/split-case.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import { notFound } from '../case/store/kept-complaint.ts'
import { refuseClosed } from '../offices/tenants/tenant-directory.ts'
import type { CompletionItem } from '../offices/vocabulary.ts'
import { meansNumber } from '../shared/read-credentials.ts'
import { Refusal } from '../shared/refusal.ts'
import { normaliseCode } from '../shared/tracking-code.ts'
import type { TenantId } from '../storage/place.ts'
import type { Vault } from '../storage/vault.ts'
import { answerTranscript, type TranscriptReply } from './answer-transcript.ts'
import { reopen } from './reopen-complaint.ts'

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

/** A case where it is now, and the cases from which it came, the first one first. */
export interface OpenedCase {
  readonly complaint: Complaint
  readonly earlier: readonly Complaint[]
}

export interface FollowPorts {
  readonly complaints: ComplaintStore
  readonly vault: Vault
}

/**
 * Opens the complaint by number and code at the tenant where it is now. After a transfer the code works there from then
 * on.
 * @throws Refusal `complaint/not-found`, the same and as fast for an unknown number and a wrong code; `complaint/lost`
 * for every number that a restore left out, whatever the code
 */
export async function identifyReporter(
  { complaints, vault }: FollowPorts,
  tenant: TenantId,
  number: string,
  code: string,
): Promise<OpenedByCode> {
  const hash = await vault.hasher(tenant, 'tracking-code')
  const filed = await complaints.findByCode(tenant, hash(normaliseCode(code)))
  if (filed.length === 0) throw complaints.numberGaps.around(tenant, number) ? lost() : notFound()
  const opened = await Promise.all(filed.map((one) => openPath(complaints, one)))
  // The page without JavaScript sends back the number that it shows.
  const found = opened.find(({ complaint, earlier }) =>
    [complaint, ...earlier].some(({ id }) => meansNumber(id, number)),
  )
  if (!found) throw notFound()
  const { complaint, earlier } = found
  if (earlier.length > 0) await adoptCode({ complaints, vault }, complaint, code)
  const others = opened.filter((one) => one !== found)
  return { tenant: complaint.tenant, number: complaint.id, askedAt: tenant, complaint, earlier, others }
}

const lost = () => new Refusal('gone', 'complaint/lost')

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
async function adoptCode({ complaints, vault }: FollowPorts, complaint: Complaint, code: string): Promise<void> {
  const hash = await vault.hasher(complaint.tenant, 'tracking-code')
  const codeHash = hash(normaliseCode(code))
  if (complaint.codeHash === codeHash || complaint.destroyed) return
  const split = await Promise.all(splitNumbers(complaint).map((number) => complaints.find(complaint.tenant, number)))
  const sameCode = split.filter((one) => one?.codeHash === complaint.codeHash && !one.destroyed)
  for (const { tenant, id } of [...sameCode.flatMap((one) => one ?? []), complaint]) {
    await complaints.change(tenant, id, (one) => ({ ...one, codeHash }))
  }
}

export const followComplaint = (ports: CaseActionPorts, { tenant, number }: ReporterAccess): Promise<Complaint> =>
  ports.complaints.get(tenant, number)

/** A person whom the reporter names in it does not read the case from then on, until somebody decides. */
export async function actAsReporter(
  ports: AskingPorts,
  { tenant, number }: ReporterAccess,
  decide: (complaint: Complaint, moment: Moment) => Complaint,
): Promise<Complaint> {
  const moment = await momentOf(ports, tenant)
  return ports.complaints.change(tenant, number, (complaint) =>
    askWhomWordsMean(ports.staff, complaint, decide(complaint, moment), moment),
  )
}

/**
 * The office must answer these acts.
 * @throws Refusal `tenant/closed` where nobody will
 */
async function askOffice(
  ports: AskingPorts,
  access: ReporterAccess,
  decide: (complaint: Complaint, moment: Moment) => Complaint,
): Promise<Complaint> {
  refuseClosed(await ports.tenants.get(access.tenant), ports.now())
  return actAsReporter(ports, access, decide)
}

export const writeToOfficeAsReporter = (
  ports: AskingPorts,
  access: ReporterAccess,
  words: {
    readonly text: string
    readonly completes: boolean
    readonly brings?: readonly CompletionItem[] | undefined
  },
) => askOffice(ports, access, (complaint, moment) => writeToOffice(complaint, words, moment))

export const withdrawComplaint = (ports: AskingPorts, access: ReporterAccess, reason: string | undefined) =>
  actAsReporter(ports, access, (complaint, moment) => withdraw(complaint, reason, { kind: 'reporter' }, moment))

export const objectToAnswer = (ports: AskingPorts, access: ReporterAccess, text: string) =>
  askOffice(ports, access, (complaint, moment) => object(complaint, text, moment))

export const reopenComplaint = (ports: AskingPorts, access: ReporterAccess, text: string) =>
  askOffice(ports, access, (complaint, moment) => reopen(complaint, text, moment))

export const answerTranscriptAsReporter = (ports: AskingPorts, access: ReporterAccess, given: TranscriptReply) =>
  askOffice(ports, access, (complaint, moment) => answerTranscript(complaint, given, moment))

export const acceptAnswer = (ports: AskingPorts, access: ReporterAccess) => actAsReporter(ports, access, accept)

export const rateComplaint = (
  ports: AskingPorts,
  access: ReporterAccess,
  rating: { readonly stars: number; readonly solved: boolean; readonly text?: string | undefined },
) => actAsReporter(ports, access, (complaint, moment) => rate(complaint, rating, moment))
