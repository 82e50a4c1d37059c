import { decided } from '../complaints/complaint.ts'
import { actorOf, type DeskPorts, momentOf } from '../complaints/desk.ts'
import { type Instant, MINUTE, plusMilliseconds } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { requirePermission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { Identity, Vault } from './vault.ts'

/** How long an opened identity may stay on the screen. */
const OPEN_FOR = 10 * MINUTE

export interface OpenedIdentity extends Identity {
  readonly until: Instant
}

/**
 * Opens the identity for one person, with a reason that the reporter will see. The line of history and
 * the log are written first: if they cannot be written, nothing opens.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `identity/not-given`
 */
export async function revealIdentity(
  ports: DeskPorts & { readonly vault: Vault },
  staff: StaffMember,
  { number, reason }: { readonly number: string; readonly reason: string },
): Promise<OpenedIdentity> {
  requirePermission(staff, 'identity.open')
  const moment = await momentOf(ports, staff.tenant)
  const by = actorOf(staff)
  const complaint = await ports.complaints.change(staff.tenant, number, (before) => {
    if (!before.identity) throw new Refusal('conflict', 'identity/not-given')
    // A contact that was left without a name is as confidential as a name.
    if (before.privacy !== 'named') requirePermission(staff, 'identity.open_confidential')
    const identityOpenings = [...before.dossier.identityOpenings, { at: moment.at, by, reason }]
    return decided(before, moment, { dossier: { identityOpenings } }, { event: 'identity_opened', by, text: reason })
  })
  await ports.record(staff.tenant, { by: staff.id, act: 'identity.opened', subject: number, detail: null })
  if (!complaint.identity) throw new Refusal('conflict', 'identity/not-given')
  const { key, identity } = complaint.identity
  const opened = (await ports.vault.open(staff.tenant, key, identity)) as Identity
  return { ...opened, until: plusMilliseconds(moment.at, OPEN_FOR) }
}
