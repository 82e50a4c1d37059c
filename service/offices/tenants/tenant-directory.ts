import { type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection, CollectionSpec, Kept, Store } from '../../storage/collection.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import { fillInCalendar } from '../calendar/office-calendar.ts'
import { firstRulePack } from '../calendar/rule-pack.ts'
import type { Translated } from '../translated.ts'
import { standardLetterSettings } from './letter-settings.ts'
import { standardNoticeSettings } from './notice-settings.ts'
import { standardRetention } from './retention-schedule.ts'
import type { Closing, Tenant } from './tenant.ts'

/** How many documents of a kind there are, and a digest over their names. */
export interface Inventory {
  readonly count: number
  /** SHA-256 in hex over the sorted ids. */
  readonly ids: string
}
export type Inventories = Readonly<Record<string, Inventory>>

/** What the new installation says that it has, signed with the tenant's own key, which went along. */
export interface Arrived {
  readonly unit: string
  /** The SHA-256 of the copy's list of sums, so of every part of the copy. */
  readonly sums: string
  readonly publicUrl: string
  readonly arrivedAt: string
  readonly documents: Inventories
}

/**
 * A tenant on its way to another installation; `id` is the tenant. After the deletion it is the record of it, and leads
 * who comes here to the new address.
 */
export interface Departure extends Kept {
  readonly unit: TenantId
  readonly exportedAt: Instant
  readonly sums: string
  readonly documents: Inventories
  /** The address of the new installation, once it confirmed. */
  readonly movedTo: string | null
  /** The confirmation as it was signed. */
  readonly confirmation: string | null
  readonly confirmedAt: Instant | null
  /** Operators, by account. */
  readonly askedBy: string | null
  readonly allowedBy: string | null
  readonly allowedAt: Instant | null
  readonly deletedAt: Instant | null
}

export const departureSpec: CollectionSpec<Departure> = {
  name: 'departures',
  keys: { due: ({ allowedAt, deletedAt }) => (deletedAt === null ? allowedAt : null) },
  indexes: { due: { on: ['due'], acrossTenants: true } },
}

export const movedRefusal = (url: string): Refusal => new Refusal('gone', 'tenant/moved', { url })

export const tenantSpec: CollectionSpec<Tenant> = {
  name: 'tenants',
  readOften: true,
  keys: { openedAt: ({ openedAt }) => openedAt, recountSince: ({ recountSince }) => recountSince ?? null },
  indexes: { opened: { on: ['openedAt'] }, recount: { on: ['recountSince'] } },
}

export interface TenantDirectory {
  find(slug: string): Promise<Tenant | null>
  /** The address to which a tenant moved that is being deleted here, or was. */
  whereItWent(slug: string): Promise<string | null>
  get(slug: string): Promise<Tenant>
  list(): Promise<readonly Tenant[]>
  /** Returns the tenants whose calendar changed and whose open cases are not recounted yet. */
  toRecount(): Promise<readonly Tenant[]>
  /** @throws UniqueViolation when the slug is taken */
  add(tenant: Omit<Tenant, 'version'>): Promise<Tenant>
  /** Returns `null` when somebody else changed the tenant first. */
  replace(tenant: Tenant): Promise<Tenant | null>
}

/** Another process's change may go unseen for this many milliseconds. */
const FRESH_FOR = 2_000

/** Tenants from before these settings existed get the standard ones. */
const fillInTenant = (tenant: Tenant): Tenant => ({
  ...tenant,
  settings: {
    ...tenant.settings,
    retention: tenant.settings.retention ?? standardRetention,
    notices: tenant.settings.notices ?? standardNoticeSettings,
    calendar: fillInCalendar(tenant.settings.calendar),
    rulePacks: tenant.settings.rulePacks ?? [firstRulePack],
    letters: tenant.settings.letters ?? standardLetterSettings,
  },
})

/** @param milliseconds a clock that only moves forward */
export async function openTenantDirectory(store: Store, milliseconds: () => number): Promise<TenantDirectory> {
  const kept: Collection<Tenant> = await store.collection(tenantSpec)
  const remembered = new Map<string, { tenant: Tenant; until: number }>()

  const remember = (tenant: Tenant): Tenant => {
    remembered.set(tenant.id, { tenant, until: milliseconds() + FRESH_FOR })
    return tenant
  }

  const directory: TenantDirectory = {
    async find(slug) {
      const known = remembered.get(slug)
      if (known && known.until > milliseconds()) return known.tenant
      const found = await kept.get(PLATFORM, slug)
      // Results derived from the calendar are cached by this object, so an unchanged tenant keeps its object.
      if (found) return remember(known?.tenant.version === found.version ? known.tenant : fillInTenant(found))
      remembered.delete(slug)
      return null
    },
    async whereItWent(slug) {
      const departure = await (await store.collection(departureSpec)).get(PLATFORM, slug)
      return departure?.allowedAt ? departure.movedTo : null
    },
    async get(slug) {
      const found = await directory.find(slug)
      if (!found) throw unknownTenant()
      return found
    },
    async list() {
      return (await kept.find(PLATFORM, { index: 'opened', limit: 1_000 })).items.map(fillInTenant)
    },
    async toRecount() {
      return (await kept.find(PLATFORM, { index: 'recount', limit: 100 })).items.map(fillInTenant)
    },
    add: async (tenant) => remember(fillInTenant(await kept.insert(tenant))),
    async replace(tenant) {
      const saved = await kept.replace(tenant)
      return saved && remember(fillInTenant(saved))
    },
  }
  return directory
}

export const unknownTenant = () => new Refusal('not-found', 'tenant/unknown')

export function refuseClosing({ closing }: Pick<Tenant, 'closing'>): void {
  if (closing) throw closingRefusal(closing)
}

export const closingRefusal = ({ elsewhere }: Closing): Refusal => new Refusal('gone', 'tenant/closing', { elsewhere })

export function refuseClosed({ closing }: Pick<Tenant, 'closing'>, at: Instant): void {
  if (!closing || at < closing.until) return
  const { elsewhere } = closing
  throw new Refusal('gone', 'tenant/closed', { elsewhere })
}

/** Closing destroys nothing: the tenant's retention schedule goes on. */
export function beginClosing(
  tenant: Tenant,
  { days, elsewhere }: { readonly days: number; readonly elsewhere: Translated },
  at: Instant,
): Tenant {
  refuseClosed(tenant, at)
  const since = tenant.closing?.since ?? at
  const closing = { since, until: plusMilliseconds(at, days * 86_400_000), elsewhere }
  return { ...tenant, revision: tenant.revision + 1, closing }
}

/** @throws Refusal `tenant/closed` after the grace period, `tenant/not-closing` */
export function revokeClosing(tenant: Tenant, at: Instant): Tenant {
  refuseClosed(tenant, at)
  if (!tenant.closing) throw new Refusal('conflict', 'tenant/not-closing')
  return { ...tenant, revision: tenant.revision + 1, closing: null }
}
