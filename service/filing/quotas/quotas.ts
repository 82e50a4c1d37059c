import type { Office } from '../../case/office/office.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { isUsedUp, type QuotaName, type QuotasUsed, quotaNames, standardQuotas } from '../../offices/quotas.ts'
import type { Tenant, TenantSettings } from '../../offices/tenants/tenant.ts'
import { readIn, type Translated } from '../../offices/translated.ts'
import type { DiskRoom } from '../../shared/free-room.ts'
import { HOUR, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { recordOf } from '../../shared/records.ts'
import { Refusal } from '../../shared/refusal.ts'

const GIGABYTE = 1_000_000_000

type Measure = (office: Office, tenant: Tenant, limit: number) => Promise<number>

/** No case is opened. The day is that of the tenant's time zone. */
const measures: Readonly<Record<QuotaName, Measure>> = {
  async filingsPerHour({ complaints, now }, { id }, limit) {
    const lastHour = { index: 'received', range: { from: plusMilliseconds(now(), -HOUR) } }
    return Math.min(await complaints.count(id, lastHour, limit), limit)
  },
  async filingsPerDay({ complaints, now }, { id, settings }) {
    const today = localDateOf(now(), settings.calendar)
    const days = await complaints.tally(id, 'dayTally', { from: today, to: today })
    return days.reduce((sum, { cases }) => sum + cases, 0)
  },
  evidenceGigabytes: async ({ complaints }, { id }) => (await complaints.evidenceBytes(id)) / GIGABYTE,
  members: async ({ staff }, { id }) => (await staff.members(id)).length,
}

export async function measureQuotas(office: Office, tenant: Tenant): Promise<QuotasUsed> {
  const limits = { ...standardQuotas, ...tenant.quotas }
  const used = await Promise.all(quotaNames.map((name) => measures[name](office, tenant, limits[name])))
  return recordOf(quotaNames, (name) => ({ limit: limits[name], used: used[quotaNames.indexOf(name)] ?? 0 }))
}

/** Keeps one tenant from using up what others need. A refusal says where else to go. */
export interface QuotaGuard {
  /**
   * It does not apply to complaints that an officer enters. A part of the quota is reserved for senders of few, so
   * that nobody can use it up for all.
   */
  beforeFiling(tenant: Tenant, sender: { readonly isFew: boolean }): Promise<void>
  /** The complaint is taken without the file. */
  beforeUpload(tenant: Tenant): Promise<void>
}

export const noQuotas: QuotaGuard = { beforeFiling: async () => {}, beforeUpload: async () => {} }

/**
 * A count is cached this long, and new filings are added to it: a quota is no lock, and each filing must stay cheap.
 */
const COUNT_LASTS = 10 * SECOND

/** This share of a quota of filings is open to everybody; the rest is for senders of few. */
const OPEN_TO_ALL = 0.75

interface Counted {
  readonly used: QuotasUsed
  came: number
}

interface Known {
  readonly until: number
  /** A tenant whose quota was changed has another revision, and is counted anew. */
  readonly revision: number
  readonly counted: Promise<Counted>
}

/** @param milliseconds a clock that only moves forward */
export function guardQuotas(ports: Office, milliseconds: () => number): QuotaGuard {
  const known = new Map<string, Known>()

  function countedFor(tenant: Tenant): Promise<Counted> {
    const found = known.get(tenant.id)
    const { id, revision } = tenant
    if (found?.revision === revision && found.until > milliseconds()) return found.counted
    const counted = measureQuotas(ports, tenant).then((used) => ({ used, came: 0 }))
    counted.catch(() => known.delete(id))
    known.set(id, { until: milliseconds() + COUNT_LASTS, revision, counted })
    return counted
  }

  return {
    async beforeFiling(tenant, { isFew }) {
      const counted = await countedFor(tenant)
      for (const name of ['filingsPerHour', 'filingsPerDay'] as const) {
        const { used, limit } = counted.used[name]
        if (isUsedUp({ used: used + counted.came, limit: isFew ? limit : limit * OPEN_TO_ALL })) {
          const details = { limit, during: spans[name], elsewhere: elsewhereFor(tenant.settings) }
          throw new Refusal('forbidden', 'quota/filings', { ...details, retryAfter: HOUR / SECOND })
        }
      }
      counted.came++
    },

    async beforeUpload(tenant) {
      const { used } = await countedFor(tenant)
      if (!isUsedUp(used.evidenceGigabytes)) return
      throw new Refusal('too-large', 'quota/evidence', { elsewhere: elsewhereFor(tenant.settings) })
    },
  }
}

const spans = {
  filingsPerHour: { id: 'dalam satu jam ini', en: 'within this hour' },
  filingsPerDay: { id: 'hari ini', en: 'today' },
} as const satisfies Record<string, Translated>

function elsewhereFor({ contact, shortName }: TenantSettings): Translated {
  const { telephone, address, officeHours } = contact
  const ways = (call: string, hours: string) =>
    [telephone && `${call} ${telephone}`, address, hours].filter(Boolean).join('; ')
  return {
    id: `Sampaikan langsung kepada ${shortName}: ${ways('telepon', officeHours.id)}.`,
    en: `Tell ${shortName} directly: ${ways('telephone', readIn(officeHours, 'en'))}.`,
  }
}

/**
 * The disk is checked before the tenant's own quota.
 * @param evidenceOnDisk whether files go to that disk too
 */
export const keepRoom = (quotas: QuotaGuard, disk: DiskRoom, evidenceOnDisk: boolean): QuotaGuard => ({
  async beforeFiling(tenant, sender) {
    await disk.beforeFiling()
    await quotas.beforeFiling(tenant, sender)
  },
  async beforeUpload(tenant) {
    if (evidenceOnDisk) await disk.beforeFile()
    await quotas.beforeUpload(tenant)
  },
})
