import { internationalNumber } from '../notices/channels/telephone.ts'
import { type Clock, DAY, type Instant, instantOf } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { type Collection, type CollectionSpec, type Kept, type Store, UniqueViolation } from '../storage/collection.ts'
import { PLATFORM } from '../tenants/tenant-directory.ts'
import type { TenantId } from '../tenants/tenant-id.ts'

/** How many codes went to somebody, or from somewhere, on one day. `id` is a keyed hash of the day and of who that is. */
export interface CodeCount extends Kept {
  readonly times: number
  /** The end of the day, after which nobody needs it. */
  readonly until: Instant
}

export const codeCountSpec: CollectionSpec<CodeCount> = {
  name: 'codeCounts',
  keys: { until: ({ until }) => until },
  indexes: { over: { on: ['until'], acrossTenants: true } },
}

/** How many codes a day may go out. What a case may ask for stands with the case. */
export const codesADay = {
  toOneRecipient: { ofOneUnit: 3, ofAllUnits: 5 },
  fromOneAddress: 60,
  /** The first three quarters are for everybody, the rest for addresses that asked for few. */
  ofOneUnit: { most: 1_000, open: 750, few: 3 },
} as const

export interface CodeRequest {
  readonly tenant: TenantId
  readonly channel: string
  /** As the reporter wrote it. */
  readonly to: string
  /** The line that asks, see `lineOfAddress`. */
  readonly address: string
}

/**
 * Counts codes that confirm a contact, over restarts and over processes. Somebody else's address may have been given, so
 * it must not be flooded in the office's name.
 */
export interface CodeAllowance {
  /**
   * Whether one more code may leave. A recipient who had enough gets none, and whoever asked is not told: the answer
   * would say that somebody asked for codes to this address before.
   * @throws Refusal `contact/network-codes`, `contact/unit-codes`
   */
  take(request: CodeRequest): Promise<boolean>
  /** Forgets the days before. */
  sweep(): Promise<number>
}

/** @param hasher keyed with a secret of the platform that is used for nothing else */
export async function openCodeAllowance(
  store: Store,
  hasher: () => Promise<(text: string) => string>,
  now: Clock,
): Promise<CodeAllowance> {
  const counts = await store.collection(codeCountSpec)

  return {
    async take({ tenant, channel, to, address }) {
      const hash = await hasher()
      const day = now().slice(0, 10)
      const until = instantOf(new Date(Date.parse(`${day}T00:00:00Z`) + DAY))
      const counter = (...of: readonly string[]) => ({ id: hash(JSON.stringify([day, ...of])), until })
      const { toOneRecipient, fromOneAddress, ofOneUnit } = codesADay
      const recipient = normalRecipient(channel, to)
      const before = (await counts.get(PLATFORM, counter('address', address).id))?.times ?? 0
      if (!(await countUpTo(counts, counter('address', address), fromOneAddress))) throw tooMany('network', until, now)
      const open = before < ofOneUnit.few ? ofOneUnit.most : ofOneUnit.open
      if (!(await countUpTo(counts, counter('unit', tenant), open))) throw tooMany('unit', until, now)
      const here = await countUpTo(counts, counter('recipient', tenant, recipient), toOneRecipient.ofOneUnit)
      return here && (await countUpTo(counts, counter('recipient', recipient), toOneRecipient.ofAllUnits))
    },

    sweep: () => counts.deleteAcrossTenants('over', { to: now() }, 500),
  }
}

/** Counts one more unless so many are there already. @returns whether it was counted */
async function countUpTo(
  counts: Collection<CodeCount>,
  { id, until }: Pick<CodeCount, 'id' | 'until'>,
  most: number,
): Promise<boolean> {
  for (;;) {
    const known = await counts.get(PLATFORM, id)
    if (known && known.times >= most) return false
    if (known) {
      if (await counts.replace({ ...known, times: known.times + 1 })) return true
      continue
    }
    try {
      await counts.insert({ tenant: PLATFORM, id, until, times: 1 })
      return true
    } catch (cause) {
      // Another process counted the first one meanwhile.
      if (!(cause instanceof UniqueViolation)) throw cause
    }
  }
}

/** Mail providers that deliver `a.b@` and `ab@` to the same person. */
const IGNORE_DOTS = new Set(['gmail.com', 'googlemail.com'])

/** One name for all ways in which an address or a number can be written. WhatsApp and SMS reach the same telephone. */
export function normalRecipient(channel: string, written: string): string {
  if (channel !== 'email') return `telephone ${internationalNumber(written) ?? written.replace(/\D/g, '')}`
  const [local = '', domain = ''] = written.trim().toLowerCase().split('@')
  const box = local.replace(/\+.*$/, '')
  return `mail ${IGNORE_DOTS.has(domain) ? box.replaceAll('.', '') : box}@${domain}`
}

const tooMany = (whose: 'network' | 'unit', until: Instant, now: Clock): Refusal =>
  new Refusal('too-many', `contact/${whose}-codes`, {
    retryAfter: Math.ceil((Date.parse(until) - Date.parse(now())) / 1_000),
  })
