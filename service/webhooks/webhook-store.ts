import { type KeyHolder, ownKeyHolder } from '../identity/key-holder.ts'
import { withOwnKey } from '../identity/own-key.ts'
import type { Vault } from '../identity/vault.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { type Collection, type Draft, type Store, UniqueViolation } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { type Webhook, type WebhookDelivery, type WebhookSecrets, webhookDeliverySpec, webhookSpec } from './webhook.ts'

/** The receivers of each unit, and what waits for them. */
export interface WebhookStore {
  /** The newest first. */
  list(tenant: TenantId): Promise<readonly Webhook[]>
  add(webhook: Omit<Draft<Webhook>, 'key' | 'secrets'>, secrets: WebhookSecrets): Promise<Webhook>
  /** Loads, decides, saves, whatever others write meanwhile. @throws Refusal `webhook/unknown` */
  change(tenant: TenantId, id: string, decide: (webhook: Webhook) => Webhook | Promise<Webhook>): Promise<Webhook>
  remove(tenant: TenantId, id: string): Promise<boolean>
  secretsOf(webhook: Webhook): Promise<WebhookSecrets>
  sealed(webhook: Webhook, secrets: WebhookSecrets): Promise<Webhook>
  /** Receivers of all units for which something is due, each for whoever claims it alone until `leaseUntil`. */
  claimDue(now: Instant, leaseUntil: Instant, limit: number): Promise<readonly Webhook[]>

  /** Puts messages in line for one receiver; one that is there already stays as it is. */
  put(webhook: Webhook, messages: readonly Draft<WebhookDelivery>[]): Promise<void>
  /** Something waits for a receiver. @throws Refusal `webhook/unknown` */
  wake(tenant: TenantId, id: string, at: Instant): Promise<void>
  /** Of one receiver, those that wait, the most overdue first. */
  waiting(webhook: Webhook, limit: number): Promise<readonly WebhookDelivery[]>
  /** The newest first. */
  log(tenant: TenantId, webhook: string, limit: number): Promise<readonly WebhookDelivery[]>
  /** @throws Refusal `webhook/unknown` */
  delivery(tenant: TenantId, id: string): Promise<WebhookDelivery>
  /** `false`: somebody else wrote first. */
  save(delivery: WebhookDelivery): Promise<boolean>
  /** Takes a message out of the line and out of the log. */
  drop(delivery: WebhookDelivery): Promise<void>
  forgetBefore(at: Instant): Promise<void>
  readonly keyHolder: KeyHolder
}

export const MOST_WEBHOOKS = 10
const FORGETS_AT_ONCE = 500

const unknown = () => new Refusal('not-found', 'webhook/unknown')

/** @param onWaiting called after a message was put in line */
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

    secretsOf: async (webhook) => (await own.open(webhook, 'secrets', webhook.secrets)) as WebhookSecrets,

    sealed: async (webhook, secrets) => ({
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

/** Looked at as soon as it rests no more. Whoever has it leased now sees that something came, for this too is a write. */
export function dueFor(webhook: Webhook, at: Instant): Webhook {
  const { leasedUntil, restsUntil, dueAt } = webhook
  if (leasedUntil && leasedUntil > at) return { ...webhook }
  const earliest = restsUntil && restsUntil > at ? restsUntil : at
  return { ...webhook, dueAt: dueAt && dueAt < earliest ? dueAt : earliest }
}
