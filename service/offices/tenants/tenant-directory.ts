import { Refusal } from '../../shared/refusal.ts'
import type { Collection, CollectionSpec, Store } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/tenant-id.ts'
import { fillInCalendar } from '../calendar/office-calendar.ts'
import { firstRulePack } from '../calendar/rule-pack.ts'
import { departureSpec } from './departure.ts'
import { standardLetterSettings } from './letter-settings.ts'
import { standardNoticeSettings } from './notice-settings.ts'
import { standardRetention } from './retention-schedule.ts'
import type { Tenant } from './tenant.ts'

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
  /** @throws Refusal `tenant/unknown` */
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
