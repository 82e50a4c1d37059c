import { findHiddenNumbers, mayIn } from '../../case/access/case-access.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type Destruction, unknownDestruction } from './destruction.ts'
import type { DestructionPorts } from './finish-destruction.ts'

type RecordPorts = Pick<DestructionPorts, 'destructions' | 'complaints' | 'record'>

/** A record names cases, so it is shown only to people who may see each of them. */
async function reachOf(ports: RecordPorts, staff: StaffMember): Promise<(destruction: Destruction) => boolean> {
  requirePermission(staff, 'retention.manage')
  const kept = await findHiddenNumbers(ports, staff)
  return ({ content }) =>
    [...content.lines, ...content.kept].every(
      ({ number, category }) => !kept.has(number) && mayIn(staff, 'retention.manage', category),
    )
}

/**
 * Returns up to a hundred, the newest first.
 * @throws Refusal `staff/not-permitted`
 */
export async function listDestructions(ports: RecordPorts, staff: StaffMember): Promise<readonly Destruction[]> {
  const isWithinReach = await reachOf(ports, staff)
  const { items } = await ports.destructions.list(staff.tenant, { limit: 100 })
  return items.filter(isWithinReach)
}

/**
 * Logs the access before it returns the record.
 * @throws Refusal `staff/not-permitted`, `destruction/unknown`, `destruction/unfinished`
 */
export async function openDestruction(ports: RecordPorts, staff: StaffMember, id: string): Promise<Destruction> {
  const isWithinReach = await reachOf(ports, staff)
  const destruction = await ports.destructions.get(staff.tenant, id)
  if (!isWithinReach(destruction)) throw unknownDestruction()
  if (!destruction.finishedAt) throw new Refusal('conflict', 'destruction/unfinished')
  await ports.record(staff.tenant, { by: staff.id, act: 'destruction.read', subject: id, detail: null })
  return destruction
}
