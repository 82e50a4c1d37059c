import type { Guard } from '../complaints/shape/complaint.ts'
import type { CaseNews } from '../complaints/shape/news.ts'
import type { Instant } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { messageFor, type Webhook } from './webhook.ts'
import type { WebhookStore } from './webhook-store.ts'

/** A case with news, as far as a receiver may know it. */
export interface CaseWithNews {
  readonly number: string
  readonly category: string
  readonly receivedAt: Instant
  readonly guard: Guard | null
  readonly news: readonly CaseNews[]
}

/** Puts news of cases in line for the receivers of their unit. Done again, it doubles nothing. A guarded case makes none. */
export async function passNewsOn(
  { webhooks }: { readonly webhooks: WebhookStore },
  tenant: TenantId,
  cases: readonly CaseWithNews[],
): Promise<void> {
  const told = cases.filter(({ guard, news }) => !guard && news.length > 0)
  if (told.length === 0) return
  for (const webhook of await webhooks.list(tenant)) {
    const wanted = told.flatMap((one) => one.news.map((news) => deliveryOf(webhook, one, news)))
    await webhooks.put(
      webhook,
      wanted.filter(({ event }) => event !== 'webhook.test' && webhook.events.includes(event)),
    )
  }
}

/** What a receiver is told: which case, where it stands, and when. Its words it never sees. */
function deliveryOf(webhook: Webhook, one: CaseWithNews, { key, event, at, status, from, cause }: CaseNews) {
  const { number, category, receivedAt } = one
  const data = { unit: webhook.tenant, number, category, status, previousStatus: from, receivedAt }
  return messageFor(webhook, { messageId: `${number}_${key}`, event, at, data, ...(cause !== undefined && { cause }) })
}
