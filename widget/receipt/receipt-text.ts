import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { formatDate, formatDateAndTime } from '../element/dates.ts'
import type { Wording } from '../wording/id.ts'

/** Writes number, code and dates as plain text, which any phone can read, without story or name. */
export function writeReceipt(receipt: ReceiptView, unit: TenantView, { receipt: wording }: Wording): string {
  const { number, trackingCode, receivedAt, clocks, followUpUrl } = receipt
  return [
    unit.name,
    '',
    `${wording.number}: ${number}`,
    `${wording.code}: ${trackingCode}`,
    `${wording.receivedAt}: ${formatDateAndTime(receivedAt, unit)}`,
    ...clocks.map(({ label, dueAt }) => `${label}: ${wording.due} ${formatDate(dueAt, unit)}`),
    '',
    `${wording.follow}: ${followUpUrl}`,
    '',
  ].join('\r\n')
}
