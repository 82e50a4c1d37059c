import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { type Counted, type MessageCounts, normalRecipient } from './message-counts.ts'

/**
 * `confirmed`: a code came back from it. `verified`: staff took the case up. `unverified`: the reporter wrote it
 * down, and nobody else looked.
 */
export type ContactStanding = 'confirmed' | 'verified' | 'unverified'

/**
 * The daily limit of notices to one recipient whose contact is not confirmed. Two complaints to one tenant in a day,
 * each with a receipt, a question and an acknowledgement, make six; a third and fourth to other tenants make ten.
 * Where staff took the case up, an officer stands behind most notices, so there are more.
 */
export const noticesADay = {
  unverified: { ofOneUnit: 6, ofAllUnits: 10 },
  verified: { ofOneUnit: 20, ofAllUnits: 40 },
} as const satisfies Readonly<Record<Exclude<ContactStanding, 'confirmed'>, object>>

export interface NoticeRequest {
  readonly tenant: TenantId
  readonly channel: string
  readonly to: string
}

/** `giveBack` is for a message that no provider took. */
export type Allowance =
  | { readonly isAllowed: true; giveBack(): Promise<void> }
  | { readonly isAllowed: false; readonly until: Instant }

/** Limits what is sent to unconfirmed contacts, which may belong to somebody who never wrote to an office. */
export interface NoticeAllowance {
  take(request: NoticeRequest, standing: keyof typeof noticesADay): Promise<Allowance>
}

export const uncounted: Allowance = { isAllowed: true, giveBack: async () => {} }

/** Only load tests use it. */
export const noticesUncounted: NoticeAllowance = { take: async () => uncounted }

export const createNoticeAllowance = (counts: MessageCounts): NoticeAllowance => ({
  async take({ tenant, channel, to }, standing) {
    const today = await counts.today()
    const recipient = ['notices', normalRecipient(channel, to)]
    const unit = today.hash([...recipient, tenant])
    const isCounted = await today.change(recipient, (known) => oneMore(known, unit, noticesADay[standing]))
    if (!isCounted) return { isAllowed: false, until: today.until }
    return {
      isAllowed: true,
      async giveBack() {
        await today.change(recipient, (known) => known && oneLess(known, unit))
      },
    }
  },
})

function oneMore(
  known: Counted | null,
  unit: string,
  { ofOneUnit, ofAllUnits }: { readonly ofOneUnit: number; readonly ofAllUnits: number },
): Counted | null {
  const { times, ofUnits = {} } = known ?? { times: 0 }
  const here = ofUnits[unit] ?? 0
  if (here >= ofOneUnit || times >= ofAllUnits) return null
  return { times: times + 1, ofUnits: { ...ofUnits, [unit]: here + 1 } }
}

const oneLess = ({ times, ofUnits = {} }: Counted, unit: string): Counted => ({
  times: Math.max(0, times - 1),
  ofUnits: { ...ofUnits, [unit]: Math.max(0, (ofUnits[unit] ?? 0) - 1) },
})
