import type { Deliverer } from '../case/notices/notice-queue.ts'
import { UNROUTED } from '../case/shape/notice.ts'
import { measureQuotas } from '../filing/quotas/quotas.ts'
import { type NoticeChannel, noticeChannels } from '../offices/notice-vocabulary.ts'
import { isNear, type QuotaName, quotaNames } from '../offices/quotas.ts'
import { type HealthOffice, unitHealth } from '../register/operations/operations.ts'
import { type Instant, plusMilliseconds, SECOND } from '../shared/instant.ts'
import { recordOf } from '../shared/records.ts'

/** Over all tenants, to alert an operator; it names no tenant. Ages are seconds, 0 if nothing waits. */
export interface Waiting {
  readonly openCases: number
  readonly overdueCases: number
  readonly undeliveredCases: number
  /** Age of the oldest case that nobody has verified. */
  readonly longestUnseen: number
  /** How long the oldest notice has been due, by channel; `entry` counts those without a channel yet. */
  readonly longestDue: Readonly<Record<NoticeChannel | typeof UNROUTED, number>>
  /** Tenants in which a channel is paused after failures. */
  readonly unitsDown: Readonly<Record<NoticeChannel, number>>
  /** Tenants that have used at least four fifths of a quota. */
  readonly unitsNearQuota: Readonly<Record<QuotaName, number>>
}

export interface WaitingOffice extends HealthOffice {
  readonly deliverer: Pick<Deliverer, 'channels'>
  /** Lets other work run between two tenants. */
  readonly yieldTurn: () => Promise<void>
}

async function countWaiting(ports: WaitingOffice): Promise<Waiting> {
  const { tenants, complaints, deliverer, now, yieldTurn } = ports
  const secondsSince = (since: Instant | null) =>
    since ? Math.max(0, Date.parse(now()) - Date.parse(since)) / 1_000 : 0
  const byChannel = () => recordOf(noticeChannels, () => 0)
  const waiting = { openCases: 0, overdueCases: 0, undeliveredCases: 0, longestUnseen: 0 }
  const longestDue = { ...byChannel(), [UNROUTED]: secondsSince(await complaints.dueSince(UNROUTED)) }
  const unitsDown = byChannel()
  const queues = new Map<string, NoticeChannel>()
  const unitsNearQuota = recordOf(quotaNames, () => 0)
  for (const tenant of await tenants.list()) {
    const { id } = tenant
    const quotas = await measureQuotas(ports, tenant)
    for (const name of quotaNames) if (isNear(quotas[name])) unitsNearQuota[name] += 1
    const health = await unitHealth(ports, id)
    waiting.openCases += health.openCases
    waiting.overdueCases += health.overdueCases
    waiting.undeliveredCases += health.undeliveredCases
    waiting.longestUnseen = Math.max(waiting.longestUnseen, secondsSince(health.unseenSince))
    for (const channel of health.channelsDown) unitsDown[channel] += 1
    for (const { queue, channel } of deliverer.channels(id)) queues.set(queue, channel)
    await yieldTurn()
  }
  for (const [queue, channel] of queues) {
    longestDue[channel] = Math.max(longestDue[channel], secondsSince(await complaints.dueSince(queue)))
  }
  return { ...waiting, longestDue, unitsDown, unitsNearQuota }
}

/** Frequent callers get the same result. */
const STAYS_TRUE = 10 * SECOND

/** Counts on demand, and not again for a while. */
export function waitingNow(ports: WaitingOffice): () => Promise<Waiting> {
  let last: { readonly at: Instant; readonly counted: Promise<Waiting> } | null = null
  return () => {
    const at = ports.now()
    if (!last || plusMilliseconds(last.at, STAYS_TRUE) < at) last = { at, counted: countWaiting(ports) }
    return last.counted
  }
}
