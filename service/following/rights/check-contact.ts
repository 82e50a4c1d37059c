import { type AskingPorts, momentOf } from '../../case/access/case-actions.ts'
import {
  addCode,
  awaitedNotice,
  contactCode,
  contactState,
  countMissedCode,
  markContactConfirmed,
  refuseMoreCodes,
} from '../../case/contact-check.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { contactOf } from '../../case/store/case-seals.ts'
import { type CheckableChannel, checkableChannels } from '../../offices/notice-vocabulary.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { ReporterAccess } from '../follow-complaint.ts'
import type { CodeAllowance } from './code-allowance.ts'

/** The reporter's notice channels, other than post. */
export const checkableOf = ({ identity, noticeChannels, destroyed }: Complaint): readonly CheckableChannel[] =>
  identity && !destroyed ? checkableChannels.filter((channel) => noticeChannels.includes(channel)) : []

export interface ContactPorts extends AskingPorts {
  readonly codeAllowance: Pick<CodeAllowance, 'take'>
}

interface CodeAsked {
  readonly channel: CheckableChannel
  readonly address: string
}

/**
 * Sends a code to the reporter's address for a channel, unless that address had enough codes today.
 * @throws Refusal `contact/not-given`, `contact/confirmed-already`, `contact/too-many-codes`,
 * `contact/network-codes`, `contact/unit-codes`
 */
export async function sendContactCode(
  ports: ContactPorts,
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

/**
 * A wrong code is counted before it is refused.
 * @throws Refusal `contact/no-code`, `contact/wrong-code`
 */
export async function confirmContact(
  ports: AskingPorts,
  { tenant, number }: ReporterAccess,
  { channel, code }: { readonly channel: CheckableChannel; readonly code: string },
): Promise<Complaint> {
  const moment = await momentOf(ports, tenant)
  const hash = await ports.vault.hasher(tenant, 'notice')
  const after = await ports.complaints.change(tenant, number, (complaint) => {
    const notice = awaitedNotice(complaint, channel, moment.at)
    const isRight = notice !== null && code === contactCode(hash, number, notice)
    return isRight ? markContactConfirmed(complaint, channel, moment) : countMissedCode(complaint, channel)
  })
  const now = contactState(after, channel, moment.at)
  if (now.state === 'confirmed') return after
  throw new Refusal('invalid', 'contact/wrong-code', { left: now.state === 'awaited' ? now.triesLeft : 0 })
}

const notGiven = () => new Refusal('conflict', 'contact/not-given')
