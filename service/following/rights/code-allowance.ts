import { type MessageCounts, normalRecipient } from '../../case/notices/message-counts.ts'
import type { Clock, Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'

/** Limits per day; a case has limits of its own. */
export const codesADay = {
  toOneRecipient: { ofOneUnit: 3, ofAllUnits: 5 },
  fromOneAddress: 60,
  /** The first three quarters are for everybody, the rest for addresses that asked for few. */
  ofOneUnit: { most: 1_000, open: 750, few: 3 },
} as const

export interface CodeRequest {
  readonly tenant: TenantId
  readonly channel: string
  /** The address as the reporter wrote it. */
  readonly to: string
  /** The network address of the caller, see `lineOfAddress`. */
  readonly address: string
}

/**
 * Limits codes over restarts and processes. The address may be somebody else's, so it must not be flooded in the
 * office's name.
 */
export interface CodeAllowance {
  /**
   * A recipient who had enough gets none, and the caller does not learn it: the answer would reveal that somebody
   * asked for codes to this address before.
   * @throws Refusal `contact/network-codes`, `contact/unit-codes`
   */
  take(request: CodeRequest): Promise<boolean>
}

export const createCodeAllowance = (counts: MessageCounts, now: Clock): CodeAllowance => ({
  async take({ tenant, channel, to, address }) {
    const today = await counts.today()
    const { toOneRecipient, fromOneAddress, ofOneUnit } = codesADay
    const recipient = normalRecipient(channel, to)
    const before = await today.times(['address', address])
    if (!(await today.countUpTo(['address', address], fromOneAddress))) throw tooMany('network', today.until, now)
    const open = before < ofOneUnit.few ? ofOneUnit.most : ofOneUnit.open
    if (!(await today.countUpTo(['unit', tenant], open))) throw tooMany('unit', today.until, now)
    const here = await today.countUpTo(['recipient', tenant, recipient], toOneRecipient.ofOneUnit)
    return here && (await today.countUpTo(['recipient', recipient], toOneRecipient.ofAllUnits))
  },
})

const tooMany = (whose: 'network' | 'unit', until: Instant, now: Clock): Refusal =>
  new Refusal('too-many', `contact/${whose}-codes`, {
    retryAfter: Math.ceil((Date.parse(until) - Date.parse(now())) / 1_000),
  })
