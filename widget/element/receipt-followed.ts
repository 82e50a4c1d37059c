/** Number and code of a case that is opened without typing. */
export interface KnownCase {
  readonly number: string
  readonly trackingCode: string
  /** The person has copied or saved the code. */
  readonly isKept: boolean
}

/** Opens the case of a receipt. It goes up through the form, and not out of the widget. */
export class ReceiptFollowed extends CustomEvent<KnownCase> {
  constructor({ number, trackingCode }: Omit<KnownCase, 'isKept'>, isKept: boolean) {
    super('receipt-followed', { bubbles: true, detail: { number, trackingCode, isKept } })
  }
}

declare global {
  interface HTMLElementEventMap {
    'receipt-followed': ReceiptFollowed
  }
}
