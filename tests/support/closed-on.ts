import { configureTenant } from '../../service/offices/managing/settings.ts'
import type { Day } from '../../service/shared/instant.ts'
import type { TenantId } from '../../service/storage/place.ts'
import { type Desk, staffWith } from './a-desk.ts'
import { organisasi } from './two-units.ts'

/** An admin of the unit closes it on that day. */
export async function closedOn(desk: Desk, day: string, tenant: TenantId = organisasi) {
  const { settings, revision } = await desk.ports.tenants.get(tenant)
  const { rulePacks, calendar, ...rest } = settings
  const pack = rulePacks.at(-1)!
  const { formerWeeks: _, ...wanted } = {
    ...calendar,
    localDays: [...calendar.localDays, { day: day as Day, name: 'Hari jadi kabupaten' }],
  }
  await configureTenant({ ...desk.ports, malwareScanner: null }, staffWith(['tenant_admin'], tenant), {
    revision,
    settings: { ...rest, rules: pack, calendar: wanted },
  })
}
