import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { TenantId } from '../../storage/place.ts'

/** Returns the names of all who have an account in the unit, by their ids. */
export const staffNames = async (
  { staff }: { readonly staff: Pick<StaffDirectory, 'members'> },
  tenant: TenantId,
): Promise<ReadonlyMap<string, string>> =>
  new Map<string, string>((await staff.members(tenant)).map(({ id, name }) => [id, name]))
