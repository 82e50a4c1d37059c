import { caseFor, sees } from '../../case/access/case-access.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { type Clock, DAY, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { LaidKey } from '../../storage/vault.ts'
import {
  MOST_UNSENT,
  type Owner,
  type Unsent,
  type UnsentAt,
  type UnsentFields,
  type UnsentPlace,
  type UnsentStore,
} from './unsent-store.ts'

export interface UnsentPorts {
  readonly complaints: ComplaintStore
  readonly unsent: UnsentStore
  readonly now: Clock
}

/**
 * Words on a case are kept this long, in milliseconds; those of an intake, which say who somebody is, a week, and a day if
 * that person stood at the counter and may have gone for good.
 */
export const UNSENT_FOR = 30 * DAY
export const UNSENT_INTAKE_FOR = 7 * DAY
export const UNSENT_COUNTER_FOR = DAY

const keptFor = ({ number, kind }: UnsentPlace): number =>
  number !== null ? UNSENT_FOR : kind.startsWith('counter-') ? UNSENT_COUNTER_FOR : UNSENT_INTAKE_FOR

/** All fields of a form together, in characters, names included: more than any form of the office takes. */
export const LONGEST_UNSENT = 60_000

export const ownerOf = ({ tenant, id: by }: StaffMember): Owner => ({ tenant, by })

/**
 * Checks that the person may still write there: on a case that they see, or in the intake.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/destroyed`
 */
async function keyAt(ports: UnsentPorts, staff: StaffMember, number: string | null): Promise<LaidKey | null> {
  if (number === null) {
    requirePermission(staff, 'cases.enter')
    return null
  }
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  if (complaint.destroyed) throw new Refusal('conflict', 'case/destroyed')
  return caseKeyOf(complaint)
}

/**
 * Keeps what somebody is typing, over the version that they saw.
 * @param version what this device saw last; 0 if it saw none
 * @throws Refusal `unsent/changed-elsewhere` with `savedAt` where another device wrote since, `unsent/gone` where the
 * words were sent or dropped since, `unsent/too-long`, `unsent/too-many`, and as `keyAt` does
 */
export async function keepUnsent(
  ports: UnsentPorts,
  staff: StaffMember,
  place: UnsentPlace,
  { version, fields }: { readonly version: number; readonly fields: UnsentFields },
): Promise<Unsent> {
  if (lengthOf(fields) > LONGEST_UNSENT) throw new Refusal('too-large', 'unsent/too-long', { most: LONGEST_UNSENT })
  const key = await keyAt(ports, staff, place.number)
  const owner = ownerOf(staff)
  const now = ports.now()
  if (version === 0 && (await ports.unsent.count(owner)) >= MOST_UNSENT) {
    throw new Refusal('conflict', 'unsent/too-many', { most: MOST_UNSENT })
  }
  const expiresAt = plusMilliseconds(now, keptFor(place))
  const saved = await ports.unsent.save(owner, { ...place, version, savedAt: now, fields }, expiresAt, key)
  if (saved) return saved
  const there = await ports.unsent.find(owner, place, key)
  if (!there) throw new Refusal('conflict', 'unsent/gone')
  throw new Refusal('conflict', 'unsent/changed-elsewhere', { savedAt: there.savedAt })
}

const lengthOf = (fields: UnsentFields): number =>
  fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0)

/**
 * What the person keeps there, and nobody else's; nothing once the case is destroyed.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function listUnsent(ports: UnsentPorts, staff: StaffMember, number: string): Promise<readonly Unsent[]> {
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  const key = complaint.destroyed ? null : caseKeyOf(complaint)
  return key ? ports.unsent.ofCase(ownerOf(staff), number, key) : []
}

/** The same for the intake, which has no case yet; `null` if there is none. @throws Refusal `staff/not-permitted` */
export async function findUnsentIntake(ports: UnsentPorts, staff: StaffMember, kind: string): Promise<Unsent | null> {
  const key = await keyAt(ports, staff, null)
  return ports.unsent.find(ownerOf(staff), { number: null, kind }, key)
}

/** The complaints that the person began to enter, the latest first, and no word of them. @throws Refusal `staff/not-permitted` */
export async function listUnsentIntakes(ports: UnsentPorts, staff: StaffMember): Promise<readonly UnsentAt[]> {
  requirePermission(staff, 'cases.enter')
  return (await ports.unsent.places(ownerOf(staff))).filter(({ number }) => number === null)
}

/** @throws Refusal as `keyAt` does */
export async function dropUnsent(ports: UnsentPorts, staff: StaffMember, place: UnsentPlace): Promise<void> {
  await keyAt(ports, staff, place.number)
  await ports.unsent.drop(ownerOf(staff), place)
}

/** The cases that the person still sees and on which words of theirs wait. @throws Refusal `staff/not-permitted` */
export async function listUnsentCases(ports: UnsentPorts, staff: StaffMember): Promise<readonly string[]> {
  requirePermission(staff, 'cases.read')
  const places = await ports.unsent.places(ownerOf(staff))
  const numbers = [...new Set(places.flatMap(({ number }) => (number === null ? [] : [number])))]
  const cases = await ports.complaints.several(staff.tenant, numbers, () => {})
  return cases.flatMap((one) => (sees(staff, one) && !one.destroyed ? [one.id] : []))
}
