import { Refusal } from '../../shared/refusal.ts'
import { isAccepted, type Membership } from '../staff/account.ts'
import { postOf } from '../staff/posts.ts'
import { rightsOf } from '../staff/rights.ts'
import type { StaffId } from '../staff-id.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { Duty } from '../vocabulary.ts'
import { dutyTable, type UnitSettings } from './duties.ts'
import { findGaps } from './find-gaps.ts'

/**
 * Returns what nobody holds, whether they are present or not. What the form promises to the public depends on it, and
 * must not change from day to day.
 */
export function unheldDuties(members: readonly Membership[], settings: UnitSettings): readonly Duty[] {
  const workers = members
    .filter(isAccepted)
    .map((one) => ({ id: one.id as StaffId, name: one.name, ...rightsOf([postOf(one)]) }))
  return [...new Set(findGaps(workers, settings).map(({ duty }) => duty))]
}

/** Tells whether a new unit cannot take complaints yet, because nobody could read, verify, handle or answer them. */
export const awaitsStaff = (tenant: Pick<Tenant, 'awaitsStaff'>, unheld: readonly Duty[]): boolean =>
  tenant.awaitsStaff === true && unheld.some((duty) => dutyTable[duty].opensUnit)

export const notReady = () => new Refusal('conflict', 'tenant/not-ready')
