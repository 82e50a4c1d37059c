import { applyReport, readReference, sendingKey } from '../../case/notices/message-reference.ts'
import type { Deliverer } from '../../case/notices/notice-queue.ts'
import type { Office } from '../../case/office/office.ts'
import type { NoticeInParts } from '../../offices/channels/notice-channel.ts'
import type { Announcement, NewsReader, ProviderCall, ProviderReport } from '../../offices/channels/provider-news.ts'
import type { TemplateVariable, WhatsAppTemplate } from '../../offices/tenants/notice-settings.ts'
import { newsLine } from '../../offices/wording/news-line.ts'
import { type Clock, DAY, HOUR, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/place.ts'
import type { Composing } from './dispatch-notice.ts'

/** WhatsApp takes free text for this long after the person last wrote to us. */
const WINDOW_LASTS = DAY

/** `id` is a keyed hash of the number; nothing else of the person is kept, and that for a day. */
interface HeardFrom extends Kept {
  readonly heardAt: Instant
}

const heardSpec: CollectionSpec<HeardFrom> = {
  name: 'whatsappWindows',
  keys: { heardAt: ({ heardAt }) => heardAt },
  indexes: { heard: { on: ['heardAt'], acrossTenants: true } },
}

export interface WhatsAppWindows {
  /** @param number country code and digits */
  heardFrom(number: string, at: Instant): Promise<void>
  isOpen(number: string): Promise<boolean>
  sweep(): Promise<number>
}

export async function openWhatsAppWindows(
  store: Store,
  hasher: () => Promise<(text: string) => string>,
  now: Clock,
): Promise<WhatsAppWindows> {
  const kept = await store.collection(heardSpec)
  const idOf = async (number: string) => (await hasher())(`whatsapp ${number}`)

  return {
    async heardFrom(number, at) {
      const id = await idOf(number)
      const known = await kept.get(PLATFORM, id)
      if (known && known.heardAt >= at) return
      if (known) return void (await kept.replace({ ...known, heardAt: at }))
      await kept.insert({ tenant: PLATFORM, id, heardAt: at }).catch((error: unknown) => {
        // The same person wrote twice at once, and the window is open either way.
        if (!(error instanceof UniqueViolation)) throw error
      })
    },

    async isOpen(number) {
      const known = await kept.get(PLATFORM, await idOf(number))
      return known !== null && plusMilliseconds(known.heardAt, WINDOW_LASTS) > now()
    },

    sweep: () => kept.deleteAcrossTenants('heard', { to: plusMilliseconds(now(), -WINDOW_LASTS) }, 500),
  }
}

export function fillPlaces({ variables }: WhatsAppTemplate, { event, language, values }: NoticeInParts): string[] {
  const texts: Readonly<Record<TemplateVariable, string>> = {
    office: values.office,
    number: values.number,
    link: values.link,
    sentence: newsLine(event, language, values),
  }
  return variables.map((variable) => texts[variable])
}

export interface NewsOffice extends Office {
  readonly newsReaders: readonly NewsReader[]
  readonly noticeHasher: Composing['hasher']
  readonly deliverer: Pick<Deliverer, 'wakeUp'>
  readonly whatsAppWindows: WhatsAppWindows
  /** Resolves once the message is in the store. */
  readonly takeAnnounced: (announced: Announcement) => Promise<void>
}

/**
 * Repeated reports change nothing, and those about unknown messages are ignored. A message that came in is stored
 * before the provider gets its answer.
 */
export async function hearFromProvider(ports: NewsOffice, channel: NewsReader['channel'], call: ProviderCall) {
  const news = ports.newsReaders.find((reader) => reader.channel === channel)?.read(call) ?? null
  if (!news) throw new Refusal('unauthenticated', 'webhook/not-proven')
  for (const { number, at } of news.heardFrom) await ports.whatsAppWindows.heardFrom(number, at)
  for (const announced of news.arrivals) await ports.takeAnnounced(announced)
  for (const report of news.reports) await recordReport(ports, channel, report)
}

async function recordReport(ports: NewsOffice, channel: NewsReader['channel'], report: ProviderReport): Promise<void> {
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

export function greetProvider(
  { newsReaders }: NewsOffice,
  channel: NewsReader['channel'],
  query: ProviderCall['query'],
): string {
  const greeting = newsReaders.find((reader) => reader.channel === channel)?.greet(query) ?? null
  if (greeting === null) throw new Refusal('unauthenticated', 'webhook/not-proven')
  return greeting
}
