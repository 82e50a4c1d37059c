import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type Collection, type Draft, type Store, UniqueViolation } from '../../storage/collection.ts'
import { type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { type Vault, withOwnKey } from '../../storage/vault.ts'
import { type Webhook, type WebhookDelivery, type WebhookSecrets, webhookDeliverySpec, webhookSpec } from './webhook.ts'

export interface WebhookStore {
  list(tenant: TenantId): Promise<readonly Webhook[]>
  add(webhook: Omit<Draft<Webhook>, 'key' | 'secrets'>, secrets: WebhookSecrets): Promise<Webhook>
  /** Loads, decides and saves, whatever others write meanwhile. @throws Refusal `webhook/unknown` */
  change(tenant: TenantId, id: string, decide: (webhook: Webhook) => Webhook | Promise<Webhook>): Promise<Webhook>
  remove(tenant: TenantId, id: string): Promise<boolean>
  secretsOf(webhook: Webhook): Promise<WebhookSecrets>
  seal(webhook: Webhook, secrets: WebhookSecrets): Promise<Webhook>
  /** Claims receivers of all tenants for which something is due until `leaseUntil`. */
  claimDue(now: Instant, leaseUntil: Instant, limit: number): Promise<readonly Webhook[]>

  /** A message that exists already stays as it is. */
  put(webhook: Webhook, messages: readonly Draft<WebhookDelivery>[]): Promise<void>
  /** @throws Refusal `webhook/unknown` */
  wake(tenant: TenantId, id: string, at: Instant): Promise<void>
  /** The most overdue comes first. */
  waiting(webhook: Webhook, limit: number): Promise<readonly WebhookDelivery[]>
  /** The newest comes first. */
  log(tenant: TenantId, webhook: string, limit: number): Promise<readonly WebhookDelivery[]>
  /** @throws Refusal `webhook/unknown` */
  delivery(tenant: TenantId, id: string): Promise<WebhookDelivery>
  /** It is `false` if somebody else wrote first. */
  save(delivery: WebhookDelivery): Promise<boolean>
  drop(delivery: WebhookDelivery): Promise<void>
  forgetBefore(at: Instant): Promise<void>
  readonly keyHolder: KeyHolder
}

export const MOST_WEBHOOKS = 10
const FORGETS_AT_ONCE = 500

const unknown = () => new Refusal('not-found', 'webhook/unknown')

export async function openWebhookStore(store: Store, vault: Vault, onWaiting: () => void): Promise<WebhookStore> {
  const kept: Collection<Webhook> = await store.collection(webhookSpec)
  const own = withOwnKey('webhooks', vault)
  const deliveries: Collection<WebhookDelivery> = await store.collection(webhookDeliverySpec)

  const webhooks: WebhookStore = {
    list: async (tenant) =>
      (await kept.find(tenant, { index: 'created', order: 'descending', limit: MOST_WEBHOOKS })).items,

    async add(draft, secrets) {
      const keyed = { ...draft, key: await own.newKey(draft.tenant, draft.id) }
      return kept.insert({ ...keyed, secrets: await own.seal(keyed, 'secrets', secrets) })
    },

    async change(tenant, id, decide) {
      for (;;) {
        const before = await kept.get(tenant, id)
        if (!before) throw unknown()
        const saved = await kept.replace(await decide(before))
        if (saved) return saved
      }
    },

    remove: (tenant, id) => kept.delete(tenant, id),

    secretsOf: async (webhook) => await own.open(webhook, 'secrets', webhook.secrets),

    seal: async (webhook, secrets) => ({
      ...webhook,
      secrets: await own.seal(webhook, 'secrets', secrets),
    }),

    async claimDue(now, leaseUntil, limit) {
      const { items } = await kept.findAcrossTenants({ index: 'due', range: { to: now }, limit })
      const claimed = items.map((one) => kept.replace({ ...one, dueAt: leaseUntil, leasedUntil: leaseUntil }))
      return (await Promise.all(claimed)).filter((one) => one !== null)
    },

    async put({ tenant, id }, messages) {
      await Promise.all(messages.map((one) => deliveries.insert(one).catch(unlessThere)))
      const [first] = messages
      if (first) await webhooks.wake(tenant, id, first.nextTryAt ?? first.at)
    },

    async wake(tenant, id, at) {
      await webhooks.change(tenant, id, (one) => dueFor(one, at))
      onWaiting()
    },

    waiting: async ({ tenant, id }, limit) =>
      (await deliveries.find(tenant, { index: 'waiting', where: { webhook: id }, limit })).items,

    log: async (tenant, webhook, limit) =>
      (await deliveries.find(tenant, { index: 'log', where: { webhook }, order: 'descending', limit })).items,

    async delivery(tenant, id) {
      const found = await deliveries.get(tenant, id)
      if (!found) throw unknown()
      return found
    },

    save: async (delivery) => (await deliveries.replace(delivery)) !== null,

    async drop({ tenant, id }) {
      await deliveries.delete(tenant, id)
    },

    async forgetBefore(at) {
      while ((await deliveries.deleteAcrossTenants('old', { to: at }, FORGETS_AT_ONCE)) === FORGETS_AT_ONCE);
    },

    keyHolder: ownKeyHolder('webhooks', kept, vault, 'secrets'),
  }
  return webhooks
}

function unlessThere(cause: unknown): void {
  if (!(cause instanceof UniqueViolation)) throw cause
}

/**
 * The time is not before the end of a pause. A deliverer with the lease notices the new message, because this is a
 * write too.
 */
export function dueFor(webhook: Webhook, at: Instant): Webhook {
  const { leasedUntil, restsUntil, dueAt } = webhook
  if (leasedUntil && leasedUntil > at) return { ...webhook }
  const earliest = restsUntil && restsUntil > at ? restsUntil : at
  return { ...webhook, dueAt: dueAt && dueAt < earliest ? dueAt : earliest }
}
