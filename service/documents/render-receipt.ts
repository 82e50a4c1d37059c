import type { ReceiptDocument } from './receipt-document.ts'

/** Sets a receipt as a tagged PDF. The same document always gives the same bytes. */
export type RenderReceipt = (receipt: ReceiptDocument) => Promise<Uint8Array>
