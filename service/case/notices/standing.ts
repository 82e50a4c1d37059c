import type { NoticeChannel, NoticeStanding, NoticeState } from '../../offices/notice-vocabulary.ts'
import type { Notice } from '../shape/notice.ts'

const standings: Readonly<Record<NoticeState, NoticeStanding>> = {
  pending: 'drafted',
  printing: 'to_print',
  kept: 'kept',
  sent: 'taken',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  unreachable: 'page_only',
}

/** Says what was really done with a notice, as people read it. */
export function standingOf({ state, channel, attempts, from = 0 }: Notice): NoticeStanding {
  const last = attempts.slice(from).at(-1)
  if (state === 'unreachable' && last?.reason === 'overtaken') return 'overtaken'
  // The post tells nobody what it does with an ordinary letter, and a silent provider may have the message.
  if (state === 'sent' && channel === 'letter') return 'handed_over'
  if (state === 'pending' && last?.reason === 'no_answer') return 'handed_over'
  return standings[state]
}

/** Tells whether somebody outside the office took the notice, so that the reporter counts as notified. */
export const wasTaken = (state: NoticeState): boolean => state === 'sent' || state === 'delivered' || state === 'read'

/** How the next notice would reach a reporter: by a channel that leaves, a letter to print, or not outside this service. */
export type Reach = 'sent' | 'letter' | 'kept' | 'page'

/**
 * The first of the reporter's channels on which something leaves decides, because a message that is only kept goes on
 * to the next one.
 * @param here the channels of this installation, and whether each only keeps its messages
 */
export function reachOf(
  chosen: readonly NoticeChannel[],
  here: ReadonlyMap<NoticeChannel, { readonly keepsHere: boolean }>,
  lettersOn: boolean,
): Reach {
  const leaves = (channel: NoticeChannel) => (channel === 'letter' ? lettersOn : here.get(channel)?.keepsHere === false)
  const first = chosen.find(leaves)
  if (first) return first === 'letter' ? 'letter' : 'sent'
  return chosen.some((channel) => here.has(channel)) ? 'kept' : 'page'
}
