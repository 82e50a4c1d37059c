import { type NoticeChannel, noticeChannels } from '../complaints/vocabulary.ts'
import type { TenantId } from '../tenants/tenant-id.ts'

/** Which sending a provider's report is about. */
export interface Sending {
  readonly tenant: TenantId
  readonly number: string
  readonly noticeId: string
  readonly channel: NoticeChannel
  /** The notice's `from`: what is tried anew is another message. */
  readonly from: number
}

type Hash = (text: string) => string

/** A keyed hash has so many characters; the sending itself stands behind it. */
const KEY_CHARACTERS = 43

/** The same whenever this notice goes out on this channel. @param hash keyed by the unit */
export const sendingKey = (hash: Hash, { number, noticeId, channel, from }: Sending): string =>
  hash(JSON.stringify([number, noticeId, channel, ...(from > 0 ? [from] : [])]))

/**
 * What a provider hands back with its reports, so that no table of messages is needed: letters, digits, `-` and `_`, at
 * most 256. It tells the provider no more than the message does, and nobody can make one but us.
 */
export function referenceOf(hash: Hash, sending: Sending): string {
  const { tenant, number, noticeId, channel, from } = sending
  const told = btoa(JSON.stringify([tenant, number, noticeId, channel, from]))
  return sendingKey(hash, sending) + told.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The sending that a reference names, before its key is compared; `null` for what is none of ours. */
export function readReference(reference: string): { readonly key: string; readonly sending: Sending } | null {
  try {
    const told = reference.slice(KEY_CHARACTERS).replaceAll('-', '+').replaceAll('_', '/')
    const [tenant, number, noticeId, named, from] = JSON.parse(atob(told)) as unknown[]
    const channel = noticeChannels.find((one) => one === named)
    if (typeof tenant !== 'string' || typeof number !== 'string' || typeof noticeId !== 'string') return null
    if (!channel || typeof from !== 'number') return null
    const sending = { tenant: tenant as TenantId, number, noticeId, channel, from }
    return { key: reference.slice(0, KEY_CHARACTERS), sending }
  } catch {
    return null
  }
}
