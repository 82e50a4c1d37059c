import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { dateAndTime, longDate } from '../element/dates.ts'
import type { Messages } from '../wording/id.ts'

/** Number, code and dates as plain text: readable on any phone, and never the story or a name. */
export function receiptText(receipt: ReceiptView, unit: TenantView, { receipt: say }: Messages): string {
  const { number, trackingCode, receivedAt, clocks, followUpUrl } = receipt
  return [
    unit.name,
    '',
    `${say.number}: ${number}`,
    `${say.code}: ${trackingCode}`,
    `${say.receivedAt}: ${dateAndTime(receivedAt, unit)}`,
    ...clocks.map(({ label, dueAt }) => `${label}: ${say.due} ${longDate(dueAt, unit)}`),
    '',
    `${say.follow}: ${followUpUrl}`,
    '',
  ].join('\r\n')
}
