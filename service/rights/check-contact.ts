import type { Complaint } from '../complaints/complaint.ts'
import { type DeskPorts, momentOf } from '../complaints/desk.ts'
import type { ReporterAccess } from '../complaints/follow-complaint.ts'
import { type CheckableChannel, checkableChannels } from '../complaints/vocabulary.ts'
import { contactOf } from '../identity/identity-of.ts'
import { contactCode } from '../notices/contact-code.ts'
import { Refusal } from '../shared/refusal.ts'
import { awaitedNotice, codeMissed, codeSent, contactConfirmed, contactState } from './contact-check.ts'

/** Channels on which the reporter wants to be told, other than by post. */
export const checkableOf = ({ identity, noticeChannels, destroyed }: Complaint): readonly CheckableChannel[] =>
  identity && !destroyed ? checkableChannels.filter((channel) => noticeChannels.includes(channel)) : []

/**
 * Sends a code to the address that the reporter gave for a channel.
 * @throws Refusal `contact/not-given`, `contact/confirmed-already`, `contact/too-many-codes`
 */
export async function sendContactCode(
  ports: DeskPorts,
  { tenant, number }: ReporterAccess,
  channel: CheckableChannel,
): Promise<Complaint> {
  const moment = await momentOf(ports, tenant)
  return ports.complaints.change(tenant, number, async (complaint) => {
    const contact = checkableOf(complaint).includes(channel) ? await contactOf(ports.vault, complaint) : null
    if (!contact || !(channel === 'email' ? contact.email : contact.phone)) throw notGiven()
    return codeSent(complaint, channel, moment)
  })
}

/**
 * Takes a code that came back. A wrong one is counted before it is refused.
 * @throws Refusal `contact/no-code`, `contact/wrong-code`
 */
export async function confirmContact(
  ports: DeskPorts,
  { tenant, number }: ReporterAccess,
  { channel, code }: { readonly channel: CheckableChannel; readonly code: string },
): Promise<Complaint> {
  const moment = await momentOf(ports, tenant)
  const hash = await ports.vault.hasher(tenant, 'notice')
  const after = await ports.complaints.change(tenant, number, (complaint) => {
    const right = contactCode(hash, number, awaitedNotice(complaint, channel, moment.at))
    return code === right ? contactConfirmed(complaint, channel, moment) : codeMissed(complaint, channel)
  })
  const now = contactState(after, channel, moment.at)
  if (now.state === 'confirmed') return after
  throw new Refusal('invalid', 'contact/wrong-code', { left: now.state === 'awaited' ? now.triesLeft : 0 })
}

const notGiven = () => new Refusal('conflict', 'contact/not-given')
