import { mayOn, readVisiblePage } from '../../case/access/case-access.ts'
import { momentOf, writeOnCase } from '../../case/access/case-actions.ts'
import { applyDecision } from '../../case/complaint.ts'
import {
  addCode,
  awaitedNotice,
  checksAfterChange,
  contactCode,
  contactState,
  countMissedCode,
  markContactConfirmed,
  refuseMoreCodes,
} from '../../case/contact-check.ts'
import { hideNames } from '../../case/evidence.ts'
import { isCodeWaiting, sayWhoseCode } from '../../case/given-code.ts'
import { type MessageCounts, normalRecipient } from '../../case/notices/message-counts.ts'
import type { Office } from '../../case/office/office.ts'
import { answerAboutData, askAboutData, type DataAnswer } from '../../case/reporter-rights.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { leaveToPage, type Notice, restartNotice } from '../../case/shape/notice.ts'
import { contactOf, identityOf } from '../../case/store/case-seals.ts'
import { waitingFor } from '../../case/store/kept-complaint.ts'
import {
  channelsFor,
  type GivenIdentity,
  identityProblems,
  readIdentity,
  sealIdentity,
  toGivenIdentity,
} from '../../filing/reporter-identity.ts'
import { eraseIdentity } from '../../keeping/identity/approved-identity.ts'
import { type CheckableChannel, checkableChannels, type NoticeChannel } from '../../offices/notice-vocabulary.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { DataRequestKind } from '../../offices/vocabulary.ts'
import type { Clock, Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Identity } from '../../storage/vault.ts'
import { actAsReporter, followComplaint, type OpenedByCode, type ReporterAccess } from '../follow-complaint.ts'

/** Limits per day; a case has limits of its own. */
export const codesADay = {
  toOneRecipient: { ofOneUnit: 3, ofAllUnits: 5 },
  fromOneAddress: 60,
  /** The first three quarters are for everybody, the rest for addresses that asked for few. */
  ofOneUnit: { most: 1_000, open: 750, few: 3 },
} as const

export interface CodeRequest {
  readonly tenant: TenantId
  readonly channel: string
  readonly to: string
  /** The network address of the caller, see `lineOfAddress`. */
  readonly address: string
}

/**
 * Limits codes over restarts and processes. The address may be somebody else's, so it must not be flooded in the
 * office's name.
 */
export interface CodeAllowance {
  /**
   * A recipient who had enough gets none, and the caller does not learn it: the answer would reveal that somebody
   * asked for codes to this address before.
   */
  take(request: CodeRequest): Promise<boolean>
}

export const createCodeAllowance = (counts: MessageCounts, now: Clock): CodeAllowance => ({
  async take({ tenant, channel, to, address }) {
    const today = await counts.today()
    const { toOneRecipient, fromOneAddress, ofOneUnit } = codesADay
    const recipient = normalRecipient(channel, to)
    const before = await today.times(['address', address])
    if (!(await today.countUpTo(['address', address], fromOneAddress))) throw tooMany('network', today.until, now)
    const open = before < ofOneUnit.few ? ofOneUnit.most : ofOneUnit.open
    if (!(await today.countUpTo(['unit', tenant], open))) throw tooMany('unit', today.until, now)
    const here = await today.countUpTo(['recipient', tenant, recipient], toOneRecipient.ofOneUnit)
    return here && (await today.countUpTo(['recipient', recipient], toOneRecipient.ofAllUnits))
  },
})

const tooMany = (whose: 'network' | 'unit', until: Instant, now: Clock): Refusal =>
  new Refusal('too-many', `contact/${whose}-codes`, {
    retryAfter: Math.ceil((Date.parse(until) - Date.parse(now())) / 1_000),
  })

export const checkableOf = ({ identity, noticeChannels, destroyed }: Complaint): readonly CheckableChannel[] =>
  identity && !destroyed ? checkableChannels.filter((channel) => noticeChannels.includes(channel)) : []

export interface ContactOffice extends Office {
  readonly codeAllowance: CodeAllowance
}

interface CodeAsked {
  readonly channel: CheckableChannel
  readonly address: string
}

/** Sends a code to the reporter's address for a channel, unless that address had enough codes today. */
export async function sendContactCode(
  ports: ContactOffice,
  { tenant, number }: ReporterAccess,
  { channel, address }: CodeAsked,
): Promise<Complaint> {
  const moment = await momentOf(ports, tenant)
  let taken: { readonly to: string; readonly isAllowed: boolean } | null = null
  return ports.complaints.change(tenant, number, async (complaint) => {
    const contact = checkableOf(complaint).includes(channel) ? await contactOf(ports.vault, complaint) : null
    const to = channel === 'email' ? contact?.email : contact?.phone
    if (!to) throw notGiven()
    refuseMoreCodes(complaint, channel, moment.at)
    // After a lost race this runs again, and a code must not be counted twice.
    if (taken?.to !== to) taken = { to, isAllowed: await ports.codeAllowance.take({ tenant, channel, to, address }) }
    return addCode(complaint, channel, moment, !taken.isAllowed)
  })
}

/** A wrong code is counted before it is refused. */
export async function confirmContact(
  ports: Office,
  { tenant, number }: ReporterAccess,
  { channel, code }: { readonly channel: CheckableChannel; readonly code: string },
): Promise<Complaint> {
  const moment = await momentOf(ports, tenant)
  const hash = await ports.vault.hasher(tenant, 'notice')
  const after = await ports.complaints.change(tenant, number, (complaint) => {
    const notice = awaitedNotice(complaint, channel, moment.at)
    const isRight = notice !== null && code === contactCode(hash, number, notice)
    return isRight
      ? sayWhoseCode(complaint, markContactConfirmed(complaint, channel, moment))
      : countMissedCode(complaint, channel)
  })
  const now = contactState(after, channel, moment.at)
  if (now.state === 'confirmed') return after
  throw new Refusal('invalid', 'contact/wrong-code', { left: now.state === 'awaited' ? now.triesLeft : 0 })
}

const notGiven = () => new Refusal('conflict', 'contact/not-given')

type Followed = Pick<OpenedByCode, 'complaint' | 'earlier'>

/** After a transfer several cases may know the reporter: each keeps what it was given. */
const holdersOf = ({ complaint, earlier }: Followed): readonly Complaint[] =>
  [...earlier, complaint].filter(({ identity }) => identity !== null)

/** The case whose code waits to come back; else the newest that can reach the reporter, or the followed one if none can. */
export const holderOf = (followed: Followed): Complaint => {
  const holders = holdersOf(followed)
  return holders.find(isCodeWaiting) ?? holders.at(-1) ?? followed.complaint
}

const accessTo = ({ tenant, id: number }: Complaint): ReporterAccess => ({ tenant, number })

type Act = (access: ReporterAccess) => Promise<Complaint>

/** @returns the complaint where it is now */
export async function actAtEveryHolder(ports: Office, opened: OpenedByCode, act: Act): Promise<Complaint> {
  const holders = holdersOf(opened)
  for (const holder of holders.length > 0 ? holders : [opened.complaint]) await act(accessTo(holder))
  return followComplaint(ports, opened)
}

/** @returns the complaint where it is now */
export async function actAtHolder(ports: Office, opened: OpenedByCode, act: Act): Promise<Complaint> {
  await act(accessTo(holderOf(opened)))
  return followComplaint(ports, opened)
}

/** A field that is left out stays; `null` removes it. */
export interface IdentityCorrection {
  readonly name?: string | undefined
  readonly address?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly email?: string | null | undefined
  readonly onBehalfOf?: string | null | undefined
  readonly channels?: readonly NoticeChannel[] | undefined
}

/**
 * Seals the corrected identity under a new key, so that nothing opens the old one. Waiting notices go to the new
 * addresses. The history says that it was corrected, not what.
 */
export async function correctIdentity(
  ports: Office,
  { tenant, number }: ReporterAccess,
  correction: IdentityCorrection,
): Promise<Complaint> {
  const { settings } = await ports.tenants.get(tenant)
  const moment = await momentOf(ports, tenant)
  return ports.complaints.change(tenant, number, async (complaint) => {
    const { privacy, channel, notices } = complaint
    const known = await identityOf(ports.vault, complaint)
    if (!known) throw new Refusal('conflict', 'identity/not-given')
    refuseUnlessReadable(known, correction)
    const given = withCorrection(known, correction, complaint.noticeChannels)
    // A field that was missing before does not prevent a correction of another.
    const missing = known.sealed ? [] : identityProblems(settings.identityFields, privacy, given, channel)
    const problems = missing.filter(({ path }) => path.replace('reporter.', '') in correction)
    if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
    const { identity, maskedReporter, noticeChannels } = await sealIdentity(
      ports.vault,
      complaint,
      privacy,
      given,
      known,
    )
    const isOther = (by: CheckableChannel) =>
      by === 'email' ? known.email !== (given.email ?? null) : known.phone !== (given.phone ?? null)
    const isReachedAlike =
      checkableChannels.every((by) => !isOther(by)) && noticeChannels.join() === complaint.noticeChannels.join()
    const corrected = applyDecision(
      { ...complaint, notices: isReachedAlike ? notices : notices.map((notice) => afterNewContact(notice, moment.at)) },
      moment,
      {
        identity,
        noticeChannels,
        dossier: { maskedReporter, contactChecks: checksAfterChange(complaint.dossier, moment.at, isOther) },
      },
      { event: 'identity_corrected', by: { kind: 'reporter' } },
    )
    return hideNames(corrected, readIdentity(given))
  })
}

/** A code for the previous contact goes nowhere; other notices go to the new one. */
const afterNewContact = (notice: Notice, at: Instant): Notice =>
  notice.event === 'contact_code' ? leaveToPage(notice) : restartNotice(notice, at)

/** A sealed identity can only be replaced as a whole, because nobody here can read its parts. */
function refuseUnlessReadable({ sealed }: Identity, { name, address, onBehalfOf, channels }: IdentityCorrection): void {
  const isInside = [name, address, onBehalfOf].some((field) => field !== undefined) || channels?.includes('letter')
  if (sealed && isInside) throw new Refusal('conflict', 'identity/sealed')
}

/** The order of channels stays, but for those that the correction adds or removes. */
function withCorrection(
  known: Identity,
  { channels, ...correction }: IdentityCorrection,
  order: readonly NoticeChannel[],
): GivenIdentity {
  const fields = { ...known, ...withoutGaps(correction) }
  const before = channelsFor(known)
  const now = channelsFor(fields)
  const kept = order.filter((channel) => now.includes(channel))
  const opened = now.filter((channel) => !before.includes(channel))
  return { ...toGivenIdentity(fields), channels: channels ?? [...kept, ...opened] }
}

const withoutGaps = (correction: Omit<IdentityCorrection, 'channels'>): Partial<Identity> =>
  Object.fromEntries(Object.entries(correction).filter(([, value]) => value !== undefined))

/**
 * The identity is erased at once, in any status, and the case continues without one: before verification it then
 * needs the decision on such complaints.
 */
export const withdrawIdentity = (ports: Office, access: ReporterAccess) =>
  actAsReporter(ports, access, (complaint, moment) => eraseIdentity(complaint, { kind: 'reporter' }, moment))

export const requestAboutData = (
  ports: Office,
  access: ReporterAccess,
  request: { readonly kind: DataRequestKind; readonly text: string },
) => actAsReporter(ports, access, (complaint, moment) => askAboutData(complaint, request, moment))

interface AnswerRequest extends DataAnswer {
  readonly number: string
  readonly id: string
  readonly leakReason?: string | undefined
}

export async function answerDataRequest(ports: Office, staff: StaffMember, request: AnswerRequest): Promise<Complaint> {
  const answered = await writeOnCase(
    ports,
    staff,
    ['rights.answer'],
    request,
    [request.text],
    (complaint, by, moment) => answerAboutData(complaint, request.id, request, by, moment),
  )
  const detail = request.granted ? 'granted' : 'refused'
  await ports.record(staff.tenant, { by: staff.id, act: 'rights.answered', subject: request.number, detail })
  return answered
}

/** The nearest date comes first. */
export async function listDataRequests(ports: Office, staff: StaffMember): Promise<readonly Complaint[]> {
  requirePermission(staff, 'rights.answer')
  const { items } = await readVisiblePage(staff, { limit: 50 }, (paging) =>
    ports.complaints.list(staff.tenant, { ...waitingFor('dataRequestDueAt'), order: 'ascending', ...paging }),
  )
  await ports.record(staff.tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'data-requests' })
  return items.filter((complaint) => mayOn(staff, 'rights.answer', complaint))
}

/** `identity` is `null` if none was given or it was withdrawn. */
export interface OwnData {
  readonly complaint: Complaint
  readonly identity: Identity | null
}

/** Only for the holder of the code. */
export async function readOwnData({ complaints, vault }: Office, opened: OpenedByCode): Promise<OwnData> {
  const complaint = await complaints.whole(await complaints.get(opened.tenant, opened.number))
  return { complaint, identity: await identityOf(vault, holderOf({ ...opened, complaint })) }
}
