import type { Instant } from '../../shared/instant.ts'
import { type CollectionSpec, type Kept, type Page, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { requirePermission } from '../staff/require-permission.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { SettingsChange } from '../tenants/settings-change.ts'
import type { Tenant, TenantSettings } from '../tenants/tenant.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import { listChanges } from './list-changes.ts'

type KeptChange = Kept & SettingsChange

export const settingsChangeSpec: CollectionSpec<KeptChange> = {
  name: 'settingsChanges',
  keys: { revision: ({ revision }) => revision },
  indexes: { revision: { on: ['revision'] } },
}

/** The newest change lies with the settings themselves, so that neither is written without the other. */
export interface SettingsHistory {
  /** A change that is kept already stays. */
  keep(tenant: TenantId, change: SettingsChange): Promise<void>
  /** The newest comes first. @throws InvalidCursor */
  list(
    tenant: TenantId,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Page<KeptChange>>
}

export async function openSettingsHistory(store: Store): Promise<SettingsHistory> {
  const kept = await store.collection(settingsChangeSpec)
  return {
    async keep(tenant, change) {
      try {
        await kept.insert({ ...change, tenant, id: String(change.revision) })
      } catch (cause) {
        if (!(cause instanceof UniqueViolation) || cause.index !== 'id') throw cause
      }
    },
    list: (tenant, { after, limit }) =>
      kept.find(tenant, { index: 'revision', order: 'descending', limit, ...(after && { after }) }),
  }
}

export interface HistoryPorts {
  readonly tenants: TenantDirectory
  readonly settingsHistory: SettingsHistory
}

/** Moves the change before into the history, and returns the tenant as it is to be written. */
export async function withChange(
  { settingsHistory }: Pick<HistoryPorts, 'settingsHistory'>,
  before: Tenant,
  settings: TenantSettings,
  { id: by }: StaffMember,
  at: Instant,
): Promise<Tenant> {
  const revision = before.revision + 1
  const changes = listChanges(before.settings, settings)
  if (before.lastChange) await settingsHistory.keep(before.id, before.lastChange)
  const lastChange = changes.length > 0 ? { revision, at, by, changes } : null
  return { ...before, revision, settings, lastChange }
}

/** The newest comes first. @throws Refusal `staff/not-permitted` */
export async function readHistory(
  { tenants, settingsHistory }: HistoryPorts,
  staff: StaffMember,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<SettingsChange>> {
  requirePermission(staff, 'tenant.configure')
  const page = await settingsHistory.list(staff.tenant, { after, limit })
  const { lastChange } = await tenants.get(staff.tenant)
  return after || !lastChange ? page : { ...page, items: [lastChange, ...page.items] }
}
