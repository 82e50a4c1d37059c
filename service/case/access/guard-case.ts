import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { Refusal } from '../../shared/refusal.ts'
import { notesOfHandler } from '../alert-note.ts'
import { decided } from '../complaint.ts'
import { backAgain, type Guarding, guardingAgainst, rerouted } from '../guard.ts'
import type { Complaint, Concerned } from '../shape/complaint.ts'
import type { Actor, HistoryLine } from '../shape/history.ts'
import type { Moment } from '../shape/moment.ts'
import { staffNamedBy } from '../staff-named-in.ts'
import { unlessSealedWrong } from '../store/sealed-wrong.ts'
import { caseFor, sees } from './case-access.ts'
import { type DeskPorts, momentOf, writeOnCase } from './desk.ts'

const guardChanges = (complaint: Complaint, guarding: Guarding, { at }: Moment) => {
  const { guard, keptFrom, isUnread } = guarding
  const handler = complaint.handler !== null && keptFrom.includes(complaint.handler) ? null : complaint.handler
  return {
    guard,
    handler: guard?.steward ?? handler,
    unreadSince: isUnread ? (complaint.unreadSince ?? at) : null,
  }
}

/**
 * Hides the case from concerned staff, or lifts the guard if nobody is named. Only those who still see the case read
 * the reason.
 */
export function guardCase(
  complaint: Complaint,
  guarding: Guarding,
  because: string,
  by: Actor,
  moment: Moment,
): Complaint {
  const event = guarding.guard ? 'guarded' : 'guard_lifted'
  const { concerns } = guarding
  const guarded = decided(
    complaint,
    moment,
    { ...guardChanges(complaint, guarding, moment), dossier: { concerns } },
    { event, by, text: because, public: false },
  )
  const before = complaint.guard?.steward ?? null
  const now = guarding.guard?.steward ?? null
  if (now === before) return guarded
  if (!guarding.guard) return told(guarded, backAgain(moment))
  return now === null ? guarded : told(guarded, rerouted(moment))
}

/**
 * Updates the guard when staff change: somebody new under the reported person, or a steward who left or is found at
 * last.
 */
export function tendGuard(complaint: Complaint, guarding: Guarding, moment: Moment): Complaint {
  const before = complaint.guard
  const now = guarding.guard
  if (!before || !now) return complaint
  const marks = [...new Set([...before.marks, ...now.marks])]
  const isSame = marks.length === before.marks.length && now.steward === before.steward
  if (isSame && guarding.isUnread === (complaint.unreadSince !== null)) return complaint
  const changes = guardChanges(complaint, { ...guarding, guard: { ...now, marks } }, moment)
  const alerts = [...complaint.alerts, ...notesOfHandler(complaint.handler, changes.handler, null, moment)]
  const tended = { ...complaint, ...changes, alerts }
  return now.steward !== null && now.steward !== before.steward ? told(tended, rerouted(moment)) : tended
}

const told = (complaint: Complaint, line: HistoryLine): Complaint => ({
  ...complaint,
  dossier: { ...complaint.dossier, history: [...complaint.dossier.history, line] },
})

type GuardPorts = DeskPorts & { readonly staff: StaffDirectory }

/**
 * An officer names the staff whom a complaint concerns; an empty list lifts the guard.
 * @returns whether the officer still sees the case
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/changed-meanwhile`, `staff/unknown`,
 * `text/names-reporter`
 */
export async function guardCaseAgainst(
  ports: GuardPorts,
  staff: StaffMember,
  request: {
    readonly number: string
    readonly revision: number
    readonly staff: readonly string[]
    readonly because: string
    readonly leakReason?: string | undefined
  },
): Promise<{ readonly number: string; readonly visible: boolean }> {
  const { number, revision, because } = request
  const ids = [...new Set(request.staff)]
  const { tenant } = staff
  await refuseUnlessMembers(ports.staff, staff, ids)
  const guarded = await writeOnCase(
    ports,
    staff,
    ['cases.verify'],
    request,
    [because],
    async (complaint, by, moment) => {
      if (complaint.revision !== revision) throw new Refusal('conflict', 'case/changed-meanwhile')
      const guarding = await guardingAgainst(ports.staff, tenant, ids, complaint.category)
      return guardCase(complaint, guarding, because, by, moment)
    },
  )
  const act = guarded.guard ? 'guard.set' : 'guard.lifted'
  await ports.record(tenant, { by: staff.id, act, subject: number, detail: guarded.unreadSince && 'unread' })
  return { number, visible: sees(staff, guarded) }
}

export interface GuardCandidate {
  readonly id: string
  readonly name: string
  readonly position: string
  /** True if the case concerns them, not just their superior. */
  readonly concerned: boolean
  readonly named: boolean
}

/**
 * Lists the staff of whom the concerned ones are chosen.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function guardCandidatesFor(
  ports: GuardPorts,
  staff: StaffMember,
  number: string,
): Promise<readonly GuardCandidate[]> {
  const complaint = await caseFor(ports, staff, 'cases.verify', number)
  const members = await ports.staff.members(staff.tenant)
  const named = staffNamedBy(complaint, members)
  return members.map((member) => ({
    id: member.id,
    name: member.name,
    position: member.position,
    concerned: complaint.dossier.concerns.some(({ id }) => id === member.id),
    named: named.includes(member),
  }))
}

export async function refuseUnlessMembers(
  directory: StaffDirectory,
  { tenant }: Pick<StaffMember, 'tenant'>,
  ids: readonly string[],
): Promise<void> {
  const members = await directory.members(tenant)
  if (!ids.every((id) => members.some((member) => member.id === id))) {
    throw new Refusal('invalid', 'staff/unknown', {}, [{ path: 'staff', code: 'unknown' }])
  }
}

/** @returns how many guards changed */
export async function tendGuards(ports: GuardPorts): Promise<number> {
  let rerouted = 0
  for (const { tenant, number } of await ports.complaints.guarded()) {
    const moment = await momentOf(ports, tenant)
    const found = await unlessSealedWrong(ports.complaints.get(tenant, number))
    if (!found) continue
    const tended = await ports.complaints.change(tenant, number, async (complaint) => {
      const ids = complaint.dossier.concerns.map(({ id }: Concerned) => id)
      return tendGuard(complaint, await guardingAgainst(ports.staff, tenant, ids, complaint.category), moment)
    })
    if (tended.version === found.version) continue
    rerouted++
    await ports.record(tenant, { by: 'system', act: 'guard.set', subject: number, detail: 'tended' })
  }
  return rerouted
}
