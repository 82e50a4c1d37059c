import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type Arrival, refuseUnlessIn } from '../arrivals/arrival.ts'
import { enterComplaint } from '../enter-complaint.ts'
import type { Receiving } from '../new-complaint.ts'
import type { GivenIdentity } from '../reporter-identity.ts'
import { filingKeyHash, type GivenComplaint, type Received } from '../submit-complaint.ts'
import { arrivalFor } from './arrival-access.ts'
import { type SendBackPorts, sendReceiptBack } from './send-receipt-back.ts'
import { type DraftPorts, settleArrival } from './settle-draft.ts'

export type CompletePorts = DraftPorts & SendBackPorts

export interface Completed extends Received {
  /** The sender got number and tracking code; if false, an officer must tell them. */
  readonly isSentBack: boolean
}

/**
 * Makes a complaint of a message. Its key is the message's, so that two officers at once, or a process that dies in
 * between, make only one complaint.
 * @param answersSender the reporter is reached where the message came from; the officer need not know where that is
 * @throws Refusal `staff/not-permitted`, `inbound/unknown`, `inbound/settled`, and those of `enterComplaint`
 */
export async function completeDraft(
  ports: CompletePorts,
  staff: StaffMember,
  tenant: Tenant,
  { id, answersSender }: { readonly id: string; readonly answersSender: boolean },
  given: GivenComplaint,
  receiving: Omit<Receiving, 'receivedBy' | 'channel' | 'arrivedAt'>,
): Promise<Completed> {
  const draft = await arrivalFor(ports, staff, id)
  refuseUnlessIn(draft, ['draft'])
  const idempotencyKey = `inbound ${id}`
  const earlier = await ports.complaints.findByFilingKey(
    draft.tenant,
    await filingKeyHash(ports.vault, draft.tenant, idempotencyKey),
  )
  if (earlier) {
    await settleArrival(ports, staff, draft, 'completed', earlier.id)
    throw new Refusal('conflict', 'inbound/settled')
  }
  const reporter = answersSender ? reachedAtSender(given.reporter, draft) : given.reporter
  const sent = { idempotencyKey, body: JSON.stringify(given), isShared: true }
  const whole = { ...given, reporter }
  const { channel, arrivedAt } = draft
  const received = await enterComplaint(ports, staff, tenant, whole, { ...receiving, channel, arrivedAt }, sent)
  const isOurs = await settleArrival(ports, staff, draft, 'completed', received.complaint.id)
  const isSentBack = isOurs && answersSender && (await sendReceiptBack(ports, draft, received, tenant))
  return { ...received, isSentBack }
}

/** The channel on which somebody wrote becomes their first notice channel. */
function reachedAtSender(given: GivenIdentity | undefined, { channel, content }: Arrival): GivenIdentity | undefined {
  if (!content.from) return given
  const others = (given?.channels ?? []).filter((one) => one !== channel)
  const contact = channel === 'email' ? { email: content.from } : { phone: `+${content.from}` }
  return { ...given, ...contact, channels: [channel, ...others] }
}
