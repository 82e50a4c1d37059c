import { type CaseActionPorts, momentOf } from '../../case/access/case-actions.ts'
import { applyDecision } from '../../case/complaint.ts'
import { checksAfterChange } from '../../case/contact-check.ts'
import { hideNames } from '../../case/evidence.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { leaveToPage, type Notice, restartNotice } from '../../case/shape/notice.ts'
import { identityOf } from '../../case/store/case-seals.ts'
import {
  channelsFor,
  type GivenIdentity,
  identityProblems,
  readIdentity,
  sealIdentity,
  toGivenIdentity,
} from '../../filing/reporter-identity.ts'
import { type CheckableChannel, checkableChannels, type NoticeChannel } from '../../offices/notice-vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Identity } from '../../storage/vault.ts'
import type { ReporterAccess } from '../follow-complaint.ts'

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
 * @throws Refusal `identity/not-given`, `identity/sealed`, `request/invalid`
 */
export async function correctIdentity(
  ports: CaseActionPorts,
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
