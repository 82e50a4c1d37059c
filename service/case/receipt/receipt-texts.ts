import { readTexts } from '../../shared/texts/texts.ts'
import en from '../../texts/en/receipt.json' with { type: 'json' }
import id from '../../texts/id/receipt.json' with { type: 'json' }

export const receiptTexts = readTexts({ id, en })
export type ReceiptTexts = (typeof receiptTexts)['id']
