import { type AlertPreferences, mailDueAt, preferenceProblems } from '../../offices/inbox/alert-preferences.ts'
import { applyPreferences, type Inbox } from '../../offices/inbox/inbox.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AlertPorts } from './read-alerts.ts'

/** @throws Refusal `request/invalid` if a mandatory kind is switched off */
export async function setPreferences(
  { inboxes, tenants, now }: AlertPorts & { readonly tenants: TenantDirectory },
  staff: StaffMember,
  preferences: AlertPreferences,
): Promise<Inbox> {
  const problems = preferenceProblems(staff, preferences)
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  const { calendar } = (await tenants.get(staff.tenant)).settings
  return inboxes.change(staff.tenant, staff.id, (inbox) =>
    applyPreferences(inbox, preferences, (kind) => mailDueAt(kind, preferences, calendar, now())),
  )
}
