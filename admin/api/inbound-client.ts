import type {
  InboundCompletionInput,
  InboundList,
  InboundReceipt,
  InboundView,
} from '../../service/contract/inbound.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'

export type InboundState = InboundView['state']

/** A message from outside. */
export interface MessageInUnit {
  readonly tenant: string
  readonly id: string
}

/** Messages by e-mail and WhatsApp that are on no case. */
export function createInboundClient({ json, file }: Transport) {
  const unit = (tenant: string) => `${unitPath(tenant)}/inbound`
  const path = ({ tenant, id }: MessageInUnit) => `${unit(tenant)}/${encodeURIComponent(id)}`
  return {
    list: (tenant: string, state: InboundState, cursor: string | null, signal?: AbortSignal): Promise<InboundList> => {
      const query = new URLSearchParams({ state, ...(cursor ? { cursor } : {}) })
      return json('GET', `${unit(tenant)}?${query}`, { signal })
    },
    read: (message: MessageInUnit, signal?: AbortSignal): Promise<InboundView> =>
      json('GET', path(message), { signal }),
    look: async (message: MessageInUnit, id: string, signal: AbortSignal): Promise<Blob> =>
      (await file('GET', `${path(message)}/files/${encodeURIComponent(id)}/viewing-copy`, { signal })).bytes,
    complete: (message: MessageInUnit, body: InboundCompletionInput): Promise<InboundReceipt> =>
      json('POST', `${path(message)}/completion`, { body }),
    attach: (message: MessageInUnit, body: { readonly number: string; readonly because: string }): Promise<unknown> =>
      json('POST', `${path(message)}/attachment`, { body }),
    discard: (message: MessageInUnit, because: string): Promise<InboundView> =>
      json('POST', `${path(message)}/discard`, { body: { because } }),
    takeUp: (message: MessageInUnit): Promise<InboundView> => json('POST', `${path(message)}/taking-up`, {}),
  }
}
