import { sees } from '../../case/access/case-access.ts'
import type { InboundList, InboundView } from '../../contract/inbound.ts'
import type { Arrival } from '../../filing/arrivals/arrivals.ts'
import { type ShownState, shownStates } from '../../filing/inbound/arrival-drafts.ts'
import { maskSender } from '../../filing/inbound/case-replies.ts'
import { staffToThinkOfIn } from '../../filing/inbound/chat-routes.ts'
import { hasViewingCopy } from '../../keeping/evidence/opened-evidence.ts'
import { maskEmail } from '../../offices/channels/provider-news.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Office } from '../office.ts'

const BEGINNING = 160

const masked = ({ channel, content: { from } }: Arrival): string | null =>
  from && (channel === 'email' ? maskEmail(from) : `…${from.slice(-3)}`)

const shownState = ({ state }: Arrival): ShownState => shownStates.find((one) => one === state) ?? 'draft'

function lineOf(arrival: Arrival) {
  const { id, channel, arrivedAt, ignoredFor, forgetAt, content } = arrival
  return {
    id,
    channel,
    arrivedAt,
    state: shownState(arrival),
    ignoredFor,
    discardedBecause: content.discardedBecause,
    forgetAt,
    from: masked(arrival),
    fromName: content.fromName,
    subject: maskSender(content.subject, null, [content.from]),
  }
}

export function inboundLine(arrival: Arrival): InboundList['items'][number] {
  const { content } = arrival
  const beginning = maskSender(content.text, null, [content.from]).replace(/\s+/g, ' ')
  return { ...lineOf(arrival), beginning: beginning.slice(0, BEGINNING), files: content.files.length }
}

/** Shows no sender's address, and no case that is kept from the officer. */
export async function inboundMessage(
  { complaints, staff: directory }: Office,
  viewer: StaffMember,
  arrival: Arrival,
): Promise<InboundView> {
  const { content, tenant, acknowledgedAt } = arrival
  const clean = (text: string) => maskSender(text, null, [content.from])
  const ifSeen = async (number: string | null) => {
    const complaint = number === null ? null : await complaints.find(tenant, number)
    return complaint && sees(viewer, complaint) ? complaint.id : null
  }
  const [members, answers, mentions] = await Promise.all([
    directory.members(tenant),
    ifSeen(content.answers),
    ifSeen(content.mentions),
  ])
  return {
    ...lineOf(arrival),
    text: clean(content.text),
    quoted: clean(content.quoted),
    files: content.files.map(({ id, name, size, type }) => ({
      id,
      name,
      size,
      type,
      viewable: hasViewingCopy({ type }),
    })),
    refused: content.refused.map(({ name, why }) => ({ name, why })),
    answers,
    mentions,
    namedStaff: staffToThinkOfIn(content, members).map(({ id, name, position }) => ({ id, name, position })),
    acknowledgedAt,
  }
}
