import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { Refusal } from '../../shared/refusal.ts'
import { notesOfHandler } from '../alert-note.ts'
import { applyDecision } from '../complaint.ts'
import { type GuardPlan, planGuard, reroutedBackLine, reroutedLine } from '../guard.ts'
import type { Complaint, Concerned } from '../shape/complaint.ts'
import type { Actor, HistoryLine } from '../shape/history.ts'
import type { Moment } from '../shape/moment.ts'
import { staffNamedBy } from '../staff-named-in.ts'
import { skipUnreadable } from '../store/unreadable-case.ts'
import { caseFor, sees } from './case-access.ts'
import { type CaseActionPorts, momentOf } from './case-actions.ts'
import { writeOnCase } from './write-on-case.ts'

const guardChanges = (complaint: Complaint, guarding: GuardPlan, { at }: Moment) => {
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
  guarding: GuardPlan,
  because: string,
  by: Actor,
  moment: Moment,
): Complaint {
  const event = guarding.guard ? 'guarded' : 'guard_lifted'
  const { concerns } = guarding
  const guarded = applyDecision(
    complaint,
    moment,
    { ...guardChanges(complaint, guarding, moment), dossier: { concerns } },
    { event, by, text: because, public: false },
  )
  const before = complaint.guard?.steward ?? null
  const now = guarding.guard?.steward ?? null
  if (now === before) return guarded
  if (!guarding.guard) return addReporterLine(guarded, reroutedBackLine(moment))
  return now === null ? guarded : addReporterLine(guarded, reroutedLine(moment))
}

/**
 * Updates the guard when staff change: somebody new under the reported person, or a steward who left or is found at
 * last.
 */
export function updateGuard(complaint: Complaint, guarding: GuardPlan, moment: Moment): Complaint {
  const before = complaint.guard
  const now = guarding.guard
  if (!before || !now) return complaint
  const marks = [...new Set([...before.marks, ...now.marks])]
  const isSame = marks.length === before.marks.length && now.steward === before.steward
  if (isSame && guarding.isUnread === (complaint.unreadSince !== null)) return complaint
  const changes = guardChanges(complaint, { ...guarding, guard: { ...now, marks } }, moment)
  const alerts = [...complaint.alerts, ...notesOfHandler(complaint.handler, changes.handler, null, moment)]
  const tended = { ...complaint, ...changes, alerts }
  return now.steward !== null && now.steward !== before.steward ? addReporterLine(tended, reroutedLine(moment)) : tended
}

const addReporterLine = (complaint: Complaint, line: HistoryLine): Complaint => ({
  ...complaint,
  dossier: { ...complaint.dossier, history: [...complaint.dossier.history, line] },
})

type GuardPorts = CaseActionPorts & { readonly staff: StaffDirectory }

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
      const guarding = await planGuard(ports.staff, tenant, ids, complaint.category)
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
export async function updateGuards(ports: GuardPorts): Promise<number> {
  let rerouted = 0
  for (const { tenant, number } of await ports.complaints.listGuarded()) {
    const moment = await momentOf(ports, tenant)
    const found = await skipUnreadable(ports.complaints.get(tenant, number))
    if (!found) continue
    const tended = await ports.complaints.change(tenant, number, async (complaint) => {
      const ids = complaint.dossier.concerns.map(({ id }: Concerned) => id)
      return updateGuard(complaint, await planGuard(ports.staff, tenant, ids, complaint.category), moment)
    })
    if (tended.version === found.version) continue
    rerouted++
    await ports.record(tenant, { by: 'system', act: 'guard.set', subject: number, detail: 'tended' })
  }
  return rerouted
}
