import { type Clock, DAY, type Instant, instantOf } from '../../shared/instant.ts'
import { internationalNumber } from '../../shared/numbers.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'

/** `id` is a keyed hash of the day and the recipient or sender. */
export interface MessageCount extends Kept {
  readonly times: number
  /** By a keyed hash of the tenant. It is left out where tenants are not limited. */
  readonly ofUnits?: Readonly<Record<string, number>>
  /** The end of the day, after which nobody needs it. */
  readonly until: Instant
}

export const messageCountSpec: CollectionSpec<MessageCount> = {
  name: 'messageCounts',
  keys: { until: ({ until }) => until },
  indexes: { over: { on: ['until'], acrossTenants: true } },
}

export type Counted = Pick<MessageCount, 'times' | 'ofUnits'>

export interface CountsOfDay {
  readonly until: Instant
  hash(of: readonly string[]): string
  times(of: readonly string[]): Promise<number>
  /** Counts one more unless `most` is reached. Returns whether it was counted. */
  countUpTo(of: readonly string[], most: number): Promise<boolean>
  /**
   * Changes one count atomically. `change` gets `null` if nothing was counted yet, returns `null` to change nothing,
   * and may be called more than once. Returns whether something was changed.
   */
  change(of: readonly string[], change: (known: Counted | null) => Counted | null): Promise<boolean>
}

/** The counts last for a day, over restarts and processes, and reveal to nobody with the store whom they count. */
export interface MessageCounts {
  today(): Promise<CountsOfDay>
  sweep(): Promise<number>
}

/** @param hasher keyed with a secret of the platform that is used for nothing else */
export async function openMessageCounts(
  store: Store,
  hasher: () => Promise<(text: string) => string>,
  now: Clock,
): Promise<MessageCounts> {
  const counts = await store.collection(messageCountSpec)

  return {
    async today() {
      const keyed = await hasher()
      const day = now().slice(0, 10)
      const until = instantOf(new Date(Date.parse(`${day}T00:00:00Z`) + DAY))
      const hash = (of: readonly string[]) => keyed(JSON.stringify([day, ...of]))

      async function change(of: readonly string[], decide: (known: Counted | null) => Counted | null) {
        const id = hash(of)
        // Most recipients get one message a day, so an insert is tried before a read.
        const first = decide(null)
        for (;;) {
          try {
            if (first) await counts.insert({ tenant: PLATFORM, id, until, ...first })
            if (first) return true
          } catch (cause) {
            if (!(cause instanceof UniqueViolation)) throw cause
          }
          const known = await counts.get(PLATFORM, id)
          const after = known && decide(known)
          if (known && !after) return false
          if (known && (await counts.replace({ ...known, ...after }))) return true
          if (!known && !first) return false
        }
      }

      return {
        until,
        hash,
        change,
        times: async (of) => (await counts.get(PLATFORM, hash(of)))?.times ?? 0,
        countUpTo: (of, most) =>
          change(of, (known) => ((known?.times ?? 0) >= most ? null : { times: (known?.times ?? 0) + 1 })),
      }
    },

    sweep: () => counts.deleteAcrossTenants('over', { to: now() }, 500),
  }
}

/** Mail providers that deliver `a.b@` and `ab@` to the same person. */
const IGNORE_DOTS = new Set(['gmail.com', 'googlemail.com'])

/** Gives one name to all spellings of an address or a number. WhatsApp and SMS reach the same telephone. */
export function normalRecipient(channel: string, written: string): string {
  if (channel !== 'email') return `telephone ${internationalNumber(written) ?? written.replace(/\D/g, '')}`
  const [local = '', domain = ''] = written.trim().toLowerCase().split('@')
  const box = local.replace(/\+.*$/, '')
  return `mail ${IGNORE_DOTS.has(domain) ? box.replaceAll('.', '') : box}@${domain}`
}

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
