import type { ReceiptDocument } from './receipt-document.ts'

export interface RenderedReceipt {
  readonly bytes: Uint8Array
  /** Written in hex. */
  readonly sha256: string
}

/** It makes a tagged PDF. The same document always gives the same bytes. */
export type RenderReceipt = (receipt: ReceiptDocument) => Promise<RenderedReceipt>
