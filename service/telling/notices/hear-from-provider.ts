import { applyReport, readReference, sendingKey } from '../../case/notices/message-reference.ts'
import type { Deliverer, NoticeQueues } from '../../case/notices/notice-queue.ts'
import type { Announcement, NewsReader, ProviderCall, ProviderReport } from '../../offices/channels/provider-news.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { type Clock, HOUR, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Composing } from './compose-message.ts'
import type { WhatsAppWindows } from './whatsapp-windows.ts'

export interface HearPorts {
  readonly newsReaders: readonly NewsReader[]
  readonly complaints: Pick<NoticeQueues, 'record'>
  readonly noticeHasher: Composing['hasher']
  readonly deliverer: Pick<Deliverer, 'wakeUp'>
  readonly whatsAppWindows: Pick<WhatsAppWindows, 'heardFrom'>
  readonly tenants: Pick<TenantDirectory, 'find'>
  /** Resolves once the message is in the store. */
  readonly takeAnnounced: (announced: Announcement) => Promise<void>
  readonly now: Clock
}

/**
 * Repeated reports change nothing, and those about unknown messages are ignored. A message that came in is stored
 * before the provider gets its answer.
 * @throws Refusal `webhook/not-proven`, also if the channel has no reader
 */
export async function hearFromProvider(ports: HearPorts, channel: NewsReader['channel'], call: ProviderCall) {
  const news = ports.newsReaders.find((reader) => reader.channel === channel)?.read(call) ?? null
  if (!news) throw new Refusal('unauthenticated', 'webhook/not-proven')
  for (const { number, at } of news.heardFrom) await ports.whatsAppWindows.heardFrom(number, at)
  for (const announced of news.arrivals) await ports.takeAnnounced(announced)
  for (const report of news.reports) await recordReport(ports, channel, report)
}

async function recordReport(ports: HearPorts, channel: NewsReader['channel'], report: ProviderReport): Promise<void> {
  const { complaints, noticeHasher, deliverer, tenants, now } = ports
  const read = readReference(report.reference)
  if (!read || read.sending.channel !== channel) return
  const { key, sending } = read
  const tenant = await tenants.find(sending.tenant)
  if (!tenant || sendingKey(await noticeHasher(tenant.id), sending) !== key) return
  const at = now()
  const dueAt = plusMilliseconds(at, tenant.settings.notices.deliveredWithinHours * HOUR)
  await complaints.record(tenant.id, sending.number, sending.noticeId, (notice) =>
    applyReport(notice, sending, report, dueAt, at),
  )
  deliverer.wakeUp()
}

/** @throws Refusal `webhook/not-proven` */
export function greetProvider(
  { newsReaders }: HearPorts,
  channel: NewsReader['channel'],
  query: ProviderCall['query'],
): string {
  const greeting = newsReaders.find((reader) => reader.channel === channel)?.greet(query) ?? null
  if (greeting === null) throw new Refusal('unauthenticated', 'webhook/not-proven')
  return greeting
}
