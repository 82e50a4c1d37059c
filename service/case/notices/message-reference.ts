import { type NoticeChannel, noticeChannels } from '../../offices/notice-vocabulary.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

export interface Sending {
  readonly tenant: TenantId
  readonly number: string
  readonly noticeId: string
  readonly channel: NoticeChannel
  /** The notice's `from`: a manual retry is another message. */
  readonly from: number
}

type Hash = (text: string) => string

/** The length of the keyed hash; the sending follows it. */
const KEY_CHARACTERS = 43

/** It is the same whenever this notice goes out on this channel. @param hash keyed by the tenant */
export const sendingKey = (hash: Hash, { number, noticeId, channel, from }: Omit<Sending, 'tenant'>): string =>
  hash(JSON.stringify([number, noticeId, channel, ...(from > 0 ? [from] : [])]))

/**
 * The provider returns it with its reports, so that no table of messages is needed: letters, digits, `-` and `_`, at
 * most 256. It reveals no more than the message does, and only we can make one.
 */
export function referenceOf(hash: Hash, sending: Sending): string {
  const { tenant, number, noticeId, channel, from } = sending
  const packed = btoa(JSON.stringify([tenant, number, noticeId, channel, from]))
  return sendingKey(hash, sending) + packed.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The key must still be compared; `null` means that the reference is not ours. */
export function readReference(reference: string): {
  readonly key: string
  readonly sending: Omit<Sending, 'tenant'> & { readonly tenant: string }
} | null {
  try {
    const packed = reference.slice(KEY_CHARACTERS).replaceAll('-', '+').replaceAll('_', '/')
    const [tenant, number, noticeId, named, from]: readonly unknown[] = JSON.parse(atob(packed))
    const channel = noticeChannels.find((one) => one === named)
    if (typeof tenant !== 'string' || typeof number !== 'string' || typeof noticeId !== 'string') return null
    if (!channel || typeof from !== 'number') return null
    const sending = { tenant, number, noticeId, channel, from }
    return { key: reference.slice(0, KEY_CHARACTERS), sending }
  } catch {
    return null
  }
}
