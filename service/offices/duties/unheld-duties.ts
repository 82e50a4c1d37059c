import { Refusal } from '../../shared/refusal.ts'
import { isAccepted, type Membership } from '../staff/account.ts'
import { postOf } from '../staff/posts.ts'
import { rightsOf } from '../staff/rights.ts'
import type { StaffId } from '../staff-id.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { Duty, PrivacyChoice } from '../vocabulary.ts'
import { dutyTable, type UnitSettings } from './duties.ts'
import { findGaps } from './find-gaps.ts'

interface Weighed {
  readonly settings: UnitSettings
  readonly unheld: readonly Duty[]
}

/** The list of members is the same object until somebody changes it, or for two seconds. */
const weighed = new WeakMap<readonly Membership[], Weighed>()

/**
 * Returns what nobody holds, whether they are present or not. What the form promises to the public depends on it, and
 * must not change from day to day. Each request of the public asks this, so it is weighed once for the same objects.
 */
export function unheldDuties(members: readonly Membership[], settings: UnitSettings): readonly Duty[] {
  const known = weighed.get(members)
  if (known?.settings === settings) return known.unheld
  const unheld = weigh(members, settings)
  weighed.set(members, { settings, unheld })
  return unheld
}

function weigh(members: readonly Membership[], settings: UnitSettings): readonly Duty[] {
  const workers = members
    .filter(isAccepted)
    .map((one) => ({ id: one.id as StaffId, name: one.name, ...rightsOf([postOf(one)]) }))
  return [...new Set(findGaps(workers, settings).map(({ duty }) => duty))]
}

/** Tells whether a new unit cannot take complaints yet, because nobody could read, verify, handle or answer them. */
export const awaitsStaff = (tenant: Pick<Tenant, 'awaitsStaff'>, unheld: readonly Duty[]): boolean =>
  tenant.awaitsStaff === true && unheld.some((duty) => dutyTable[duty].opensUnit)

export const notReady = () => new Refusal('conflict', 'tenant/not-ready')

/** A confidential identity takes a custodian. A unit that offers nothing else keeps the choice, and is warned. */
export function keptPromises(choices: readonly PrivacyChoice[], unheld: readonly Duty[]): readonly PrivacyChoice[] {
  if (!unheld.includes('keep_identities')) return choices
  const others = choices.filter((choice) => choice !== 'confidential')
  return others.length > 0 ? others : choices
}
