import type { SealingView } from '../../contract/sealing.ts'
import { holds } from '../../offices/managing/sealing.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { activeKey, endAskedOf, type SealingKey, type SealingKeys } from '../../offices/tenants/sealing-keys.ts'
import type { Instant } from '../../shared/instant.ts'

const stateOf = ({ confirmedAt, retiredAt }: SealingKey) =>
  confirmedAt === null ? 'waiting' : retiredAt === null ? 'active' : 'retired'

/** @param names of the tenant's staff, by id */
export function sealingView(
  keys: SealingKeys,
  staff: StaffMember,
  names: ReadonlyMap<string, string>,
  now: Instant,
): SealingView {
  const mayHold = holds.every((permission) => staff.permissions.has(permission))
  const nameOf = (id: string) => names.get(id) ?? '…'
  const active = activeKey(keys)
  const asked = active ? endAskedOf(active, now) : null
  return {
    on: active !== undefined,
    endAsked: asked && { at: asked.at, by: nameOf(asked.by), own: asked.by === staff.id },
    keys: keys.toReversed().map((key) => {
      const { id, publicKey, fingerprint, madeAt, madeBy, confirmedAt, confirmedBy, retiredAt, wrappings } = key
      return {
        ...{ id, publicKey, fingerprint, madeAt, confirmedAt, retiredAt, state: stateOf(key) },
        own: madeBy === staff.id,
        madeBy: nameOf(madeBy),
        confirmedBy: confirmedBy && nameOf(confirmedBy),
        ways: mayHold ? wrappings.map(({ by, ...way }) => ({ ...way, by: nameOf(by), own: by === staff.id })) : [],
      }
    }),
    mayHold,
  }
}
