import type { CaseEvent } from '../../offices/notice-vocabulary.ts'
import { DAY, HOUR, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import type { OutboundFailure, OutboundRefusal } from '../../shared/outbound.ts'
import { Refusal } from '../../shared/refusal.ts'
import {
  type Collection,
  type CollectionSpec,
  type Draft,
  type Kept,
  type Store,
  UniqueViolation,
} from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'

/** During a rotation both secrets are valid. */
export interface WebhookSecrets {
  readonly current: string
  readonly previous: { readonly secret: string; readonly until: Instant } | null
}

export interface Webhook extends Kept {
  readonly tenant: TenantId
  readonly url: string
  readonly events: readonly CaseEvent[]
  readonly createdAt: Instant
  readonly createdBy: StaffId
  readonly key: WrappedKey
  readonly secrets: Sealed<WebhookSecrets>
  /** `null` means that messages are sent. */
  readonly off: { readonly why: 'failing' | 'gone' | 'by_hand'; readonly at: Instant } | null
  readonly failures: number
  /** When the first of the failures in a row was. */
  readonly failingSince: Instant | null
  readonly restsUntil: Instant | null
  /** `null` means that nothing waits. */
  readonly dueAt: Instant | null
  readonly leasedUntil: Instant | null
}

const byKeyVersion = foundByKeyVersion<Webhook>(({ key }) => [key])

export const webhookSpec: CollectionSpec<Webhook> = {
  name: 'webhooks',
  readOften: true,
  keys: {
    ...byKeyVersion.keys,
    createdAt: ({ createdAt }) => createdAt,
    dueAt: ({ dueAt, off }) => (off ? null : dueAt),
  },
  indexes: {
    ...byKeyVersion.indexes,
    created: { on: ['createdAt'] },
    due: { on: ['dueAt'], acrossTenants: true },
  },
  counted: byKeyVersion.counted,
}

/** The HTTP status, or a code for why there was no answer. */
export interface WebhookAttempt {
  readonly at: Instant
  readonly answer: number | OutboundFailure | OutboundRefusal
  readonly milliseconds: number
}

/** It contains nothing about any person, so it is not sealed. */
export interface WebhookDelivery extends Kept {
  readonly tenant: TenantId
  readonly webhook: string
  /** It is the same at every try, so that a receiver recognises repeats. */
  readonly messageId: string
  readonly event: CaseEvent | 'webhook.test'
  readonly at: Instant
  readonly payload: string
  readonly state: 'pending' | 'delivered' | 'failed'
  /** It is set while the delivery is pending. */
  readonly nextTryAt: Instant | null
  readonly attempts: readonly WebhookAttempt[]
  /** Attempts before the latest manual repeat do not count. */
  readonly countFrom: number
  readonly cause?: string
}

export const webhookDeliverySpec: CollectionSpec<WebhookDelivery> = {
  name: 'webhookDeliveries',
  keys: {
    webhook: ({ webhook }) => webhook,
    at: ({ at }) => at,
    nextTryAt: ({ nextTryAt }) => nextTryAt,
  },
  indexes: {
    waiting: { on: ['webhook', 'nextTryAt'] },
    log: { on: ['webhook', 'at'] },
    old: { on: ['at'], acrossTenants: true },
  },
}

/** `messageId` has no full stop, because signatures separate their parts by one. */
export const messageFor = (
  { tenant, id }: Webhook,
  { data, ...message }: Pick<WebhookDelivery, 'messageId' | 'event' | 'at' | 'cause'> & { readonly data: object },
): Omit<WebhookDelivery, 'version'> => ({
  tenant,
  id: `${id}.${message.messageId}`,
  webhook: id,
  ...message,
  payload: JSON.stringify({ type: message.event, timestamp: message.at, data }),
  state: 'pending',
  nextTryAt: message.at,
  attempts: [],
  countFrom: 0,
})

/** `null` means a test. */
export function numberIn({ payload }: Pick<WebhookDelivery, 'payload'>): string | null {
  const { data }: { readonly data: { readonly number?: string } } = JSON.parse(payload)
  return data.number ?? null
}

/** Waits between tries of one message, as Standard Webhooks proposes them, within the five days below. */
export const waits = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, DAY] as const

/** After this many failures in a row the receiver gets a pause. */
const FAILURES_BEFORE_REST = 3

/** A receiver that took nothing for this long is switched off, and its tenant alerted. */
export const OFF_AFTER = 5 * DAY
export const KEPT_FOR = 30 * DAY

export const isTaken = ({ answer }: WebhookAttempt): boolean =>
  typeof answer === 'number' && answer >= 200 && answer < 300

export function deliveryAfter(delivery: WebhookDelivery, attempt: WebhookAttempt): WebhookDelivery {
  const attempts = [...delivery.attempts, attempt]
  if (isTaken(attempt)) return { ...delivery, attempts, state: 'delivered', nextTryAt: null }
  const wait = waits[attempts.length - delivery.countFrom - 1]
  return wait === undefined
    ? { ...delivery, attempts, state: 'failed', nextTryAt: null }
    : { ...delivery, attempts, nextTryAt: plusMilliseconds(attempt.at, wait) }
}

type Health = Pick<Webhook, 'failures' | 'failingSince' | 'restsUntil' | 'off'>

/** A receiver that answers 410 is gone for good. */
export function healthAfter(health: Health, attempt: WebhookAttempt): Health {
  if (isTaken(attempt)) return { off: health.off, failures: 0, failingSince: null, restsUntil: null }
  const failures = health.failures + 1
  const failingSince = health.failingSince ?? attempt.at
  const rest = failures < FAILURES_BEFORE_REST ? null : waits[Math.min(failures - FAILURES_BEFORE_REST, 4)]
  const why =
    attempt.answer === 410 ? 'gone' : attempt.at >= plusMilliseconds(failingSince, OFF_AFTER) ? 'failing' : null
  return {
    failures,
    failingSince,
    restsUntil: rest ? plusMilliseconds(attempt.at, rest) : null,
    off: health.off ?? (why && { why, at: attempt.at }),
  }
}

/**
 * Returns the receiver after a turn.
 * @param nextTryAt when its oldest waiting message is due; `null` where none waits
 */
export function webhookAfter(
  webhook: Webhook,
  attempts: readonly WebhookAttempt[],
  nextTryAt: Instant | null,
): Webhook {
  const { failures, failingSince, restsUntil, off } = attempts.reduce<Health>(healthAfter, webhook)
  const dueAt = nextTryAt && restsUntil && restsUntil > nextTryAt ? restsUntil : nextTryAt
  return { ...webhook, failures, failingSince, restsUntil, off, dueAt, leasedUntil: null }
}

export const replayDelivery = (delivery: WebhookDelivery, at: Instant): WebhookDelivery => ({
  ...delivery,
  state: 'pending',
  nextTryAt: at,
  countFrom: delivery.attempts.length,
})

export const secretsAt = ({ current, previous }: WebhookSecrets, now: Instant): readonly string[] =>
  previous && previous.until > now ? [current, previous.secret] : [current]

/** A receiver has this long to take the new secret. */
export const PREVIOUS_LASTS = DAY

/** `whsec_` and base64, as libraries of Standard Webhooks take it. @param secret base64url of 24 bytes */
export const webhookSecret = (secret: string): string => `whsec_${secret.replace(/-/g, '+').replace(/_/g, '/')}`

export interface WebhookStore {
  list(tenant: TenantId): Promise<readonly Webhook[]>
  add(webhook: Omit<Draft<Webhook>, 'key' | 'secrets'>, secrets: WebhookSecrets): Promise<Webhook>
  /** Loads, decides and saves, whatever others write meanwhile. */
  change(tenant: TenantId, id: string, decide: (webhook: Webhook) => Webhook | Promise<Webhook>): Promise<Webhook>
  remove(tenant: TenantId, id: string): Promise<boolean>
  secretsOf(webhook: Webhook): Promise<WebhookSecrets>
  seal(webhook: Webhook, secrets: WebhookSecrets): Promise<Webhook>
  /** Claims receivers of all tenants for which something is due until `leaseUntil`. */
  claimDue(now: Instant, leaseUntil: Instant, limit: number): Promise<readonly Webhook[]>

  /** A message that exists already stays as it is. */
  put(webhook: Webhook, messages: readonly Draft<WebhookDelivery>[]): Promise<void>
  wake(tenant: TenantId, id: string, at: Instant): Promise<void>
  /** The most overdue comes first. */
  waiting(webhook: Webhook, limit: number): Promise<readonly WebhookDelivery[]>
  /** The newest comes first. */
  log(tenant: TenantId, webhook: string, limit: number): Promise<readonly WebhookDelivery[]>
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
      await webhooks.change(tenant, id, (one) => dueFor(one, at)).catch(unlessRemoved)
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

/** Nothing is sent to a receiver that somebody removed meanwhile. */
export function unlessRemoved(cause: unknown): null {
  if (cause instanceof Refusal && cause.code === 'webhook/unknown') return null
  throw cause
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
