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
export interface InboundClient {
  list(tenant: string, state: InboundState, cursor: string | null, signal?: AbortSignal): Promise<InboundList>
  read(message: MessageInUnit, signal?: AbortSignal): Promise<InboundView>
  look(message: MessageInUnit, file: string, signal: AbortSignal): Promise<Blob>
  complete(message: MessageInUnit, completion: InboundCompletionInput): Promise<InboundReceipt>
  attach(message: MessageInUnit, request: { readonly number: string; readonly because: string }): Promise<unknown>
  discard(message: MessageInUnit, because: string): Promise<InboundView>
  takeUp(message: MessageInUnit): Promise<InboundView>
}

export function createInboundClient({ json, file }: Transport): InboundClient {
  const unit = (tenant: string) => `${unitPath(tenant)}/inbound`
  const path = ({ tenant, id }: MessageInUnit) => `${unit(tenant)}/${encodeURIComponent(id)}`
  return {
    list: (tenant, state, cursor, signal) => {
      const query = new URLSearchParams({ state, ...(cursor ? { cursor } : {}) })
      return json('GET', `${unit(tenant)}?${query}`, { signal })
    },
    read: (message, signal) => json('GET', path(message), { signal }),
    look: async (message, id, signal) =>
      (await file('GET', `${path(message)}/files/${encodeURIComponent(id)}/viewing-copy`, { signal })).bytes,
    complete: (message, body) => json('POST', `${path(message)}/completion`, { body }),
    attach: (message, body) => json('POST', `${path(message)}/attachment`, { body }),
    discard: (message, because) => json('POST', `${path(message)}/discard`, { body: { because } }),
    takeUp: (message) => json('POST', `${path(message)}/taking-up`, {}),
  }
}
