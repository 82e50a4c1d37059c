import { fingerprintOf, keyIdOf, publicKeyBytes } from '../../sealing/unit-key.ts'
import type { WrappedTenantKey } from '../../sealing/wrapped-key.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import { type TellingOffice, tellMembers } from '../inbox/telling.ts'
import { requireFreshConfirmation } from '../staff/account-security.ts'
import { notPermitted, type Permission, type StaffMember } from '../staff/permissions.ts'
import {
  type Doer,
  type SealingKeys,
  withConfirmedKey,
  withEndAsked,
  withMadeKey,
  withoutEndAsked,
  withoutWaitingKey,
  withoutWrapping,
  withSealingEnded,
  withWrapping,
} from '../tenants/sealing-keys.ts'

/** This permission is needed to make and hold a key; `decides` is needed to be the second person. */
export const holds = ['identity.open_confidential'] as const satisfies readonly Permission[]
export const confirms = [...holds, 'tenant.configure'] as const satisfies readonly Permission[]

function requireOneOf({ permissions }: StaffMember, needed: readonly [Permission, ...Permission[]]): void {
  if (!needed.some((permission) => permissions.has(permission))) throw notPermitted(needed[0])
}

export async function readSealing({ tenants }: TellingOffice, staff: StaffMember): Promise<SealingKeys> {
  requireOneOf(staff, confirms)
  return (await tenants.get(staff.tenant)).sealingKeys ?? []
}

type Change = 'made' | 'confirmed' | 'discarded' | 'end_asked' | 'end_withdrawn' | 'ended' | 'way_added' | 'way_removed'

/** The log entry is written first; without it nothing changes. */
async function change(
  { tenants, record, now }: TellingOffice,
  staff: StaffMember,
  detail: Change,
  decide: (keys: SealingKeys, doing: Doer) => SealingKeys,
): Promise<SealingKeys> {
  requireFreshConfirmation(staff, now())
  const tenant = await tenants.get(staff.tenant)
  const sealingKeys = decide(tenant.sealingKeys ?? [], { by: staff.id, at: now() })
  await record(staff.tenant, { by: staff.id, act: 'sealing.changed', subject: null, detail })
  const saved = await tenants.replace({ ...tenant, sealingKeys })
  if (!saved) throw new Refusal('conflict', 'tenant/changed-meanwhile')
  return sealingKeys
}

/** Accepts a key that a custodian made in their browser: the public half, and the secret half wrapped there. */
export async function makeSealingKey(
  office: TellingOffice,
  staff: StaffMember,
  { publicKey, wrapped }: { readonly publicKey: string; readonly wrapped: WrappedTenantKey },
): Promise<SealingKeys> {
  requireOneOf(staff, holds)
  if (!(await publicKeyBytes(publicKey))) {
    throw refuseField('request/invalid', 'publicKey', 'invalid')
  }
  const [id, fingerprint] = await Promise.all([keyIdOf(publicKey), fingerprintOf(publicKey)])
  const wrapping = { id: office.newId(), wrapped }
  return change(office, staff, 'made', (keys, doing) =>
    withMadeKey(keys, { id, publicKey, fingerprint, wrapping }, doing),
  )
}

export async function confirmSealingKey(
  office: TellingOffice,
  staff: StaffMember,
  { fingerprint }: { readonly fingerprint: string },
): Promise<SealingKeys> {
  requireOneOf(staff, confirms)
  return change(office, staff, 'confirmed', (keys, doing) => withConfirmedKey(keys, fingerprint, doing))
}

export async function discardSealingKey(office: TellingOffice, staff: StaffMember): Promise<SealingKeys> {
  requireOneOf(staff, confirms)
  return change(office, staff, 'discarded', withoutWaitingKey)
}

/** Everybody who holds or decides about keys is alerted at once. */
export async function askToEndSealing(office: TellingOffice, staff: StaffMember): Promise<SealingKeys> {
  requireOneOf(staff, holds)
  const keys = await change(office, staff, 'end_asked', withEndAsked)
  await tellMembers(office, staff.tenant, { kind: 'sealing_end_asked', by: staff.id })
  return keys
}

export async function withdrawEndOfSealing(office: TellingOffice, staff: StaffMember): Promise<SealingKeys> {
  requireOneOf(staff, confirms)
  return change(office, staff, 'end_withdrawn', withoutEndAsked)
}

export async function confirmEndOfSealing(office: TellingOffice, staff: StaffMember): Promise<SealingKeys> {
  requireOneOf(staff, confirms)
  const keys = await change(office, staff, 'ended', withSealingEnded)
  await tellMembers(office, staff.tenant, { kind: 'sealing_ended', by: staff.id })
  return keys
}

/** Adds a custodian's own passphrase or passkey for a key. */
export async function addWayIn(
  office: TellingOffice,
  staff: StaffMember,
  { key, wrapped }: { readonly key: string; readonly wrapped: WrappedTenantKey },
): Promise<SealingKeys> {
  requireOneOf(staff, holds)
  const wrapping = { id: office.newId(), wrapped }
  return change(office, staff, 'way_added', (keys, doing) => withWrapping(keys, key, wrapping, doing))
}

/** Removes a way to open a key, for example of a custodian who left. */
export async function removeWayIn(
  office: TellingOffice,
  staff: StaffMember,
  { key, way }: { readonly key: string; readonly way: string },
): Promise<SealingKeys> {
  requireOneOf(staff, holds)
  return change(office, staff, 'way_removed', (keys) => withoutWrapping(keys, key, way))
}
