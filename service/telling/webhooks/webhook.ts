import type { CaseEvent } from '../../offices/notice-vocabulary.ts'
import { DAY, HOUR, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import type { OutboundFailure, OutboundRefusal } from '../../shared/outbound.ts'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { foundByKeyVersion } from '../../storage/key-holder.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import type { Sealed, WrappedKey } from '../../storage/vault.ts'

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
