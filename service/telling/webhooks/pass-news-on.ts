import type { Guard } from '../../case/shape/complaint.ts'
import type { CaseNews } from '../../case/shape/notice.ts'
import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import { messageFor, type Webhook } from './webhook.ts'
import type { WebhookStore } from './webhook-store.ts'

export interface CaseWithNews {
  readonly number: string
  readonly category: string
  readonly receivedAt: Instant
  readonly guard: Guard | null
  readonly news: readonly CaseNews[]
}

/**
 * Queues news of cases for the receivers of their tenant. A repeat doubles nothing, and guarded cases are left out.
 */
export async function passNewsOn(
  { webhooks }: { readonly webhooks: WebhookStore },
  tenant: TenantId,
  cases: readonly CaseWithNews[],
): Promise<void> {
  const open = cases.filter(({ guard, news }) => !guard && news.length > 0)
  if (open.length === 0) return
  for (const webhook of await webhooks.list(tenant)) {
    const wanted = open.flatMap((one) => one.news.map((news) => deliveryOf(webhook, one, news)))
    await webhooks.put(
      webhook,
      wanted.filter(({ event }) => event !== 'webhook.test' && webhook.events.includes(event)),
    )
  }
}

/** A receiver learns which case, its status, and when, but none of its texts. */
function deliveryOf(webhook: Webhook, one: CaseWithNews, { key, event, at, status, from, cause }: CaseNews) {
  const { number, category, receivedAt } = one
  const data = { unit: webhook.tenant, number, category, status, previousStatus: from, receivedAt }
  return messageFor(webhook, { messageId: `${number}_${key}`, event, at, data, ...(cause !== undefined && { cause }) })
}
