import { requirePermission } from '../staff/require-permission.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import { type OriginStanding, standingOf } from './origin.ts'
import type { Sighting } from './sighting.ts'
import type { Sightings } from './sightings.ts'

export interface ListSightingsPorts {
  readonly tenants: TenantDirectory
  readonly sightings: Sightings
}

/** The latest comes first. @throws Refusal `staff/not-permitted` */
export async function listSightings(
  { tenants, sightings }: ListSightingsPorts,
  staff: StaffMember,
): Promise<readonly (Sighting & { readonly standing: OriginStanding['is'] })[]> {
  requirePermission(staff, 'tenant.configure')
  const { origins } = (await tenants.get(staff.tenant)).settings
  const seen = await sightings.list(staff.tenant)
  return seen.map((one) => ({ ...one, standing: standingOf(one.id, origins).is }))
}
