import type { Membership } from '../../offices/staff/account.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import type { StaffId } from '../../storage/place.ts'
import { staffNamedBy } from '../candidates.ts'
import { applyDecision } from '../complaint.ts'
import { concernedIn } from '../concerned.ts'
import { concerningOf, type GuardPlan, planGuard, reroutedBackLine, reroutedLine, whomOf } from '../guard.ts'
import { noteOfCandidates, notesOfHandler, notesOfNew } from '../news.ts'
import type { Office } from '../office/office.ts'
import { withoutKept } from '../readers.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { Actor, HistoryLine, Moment } from '../shape/history.ts'
import type { Candidate, Concerned } from '../shape/intake.ts'
import { skipUnreadable } from '../store/kept-complaint.ts'
import { caseFor, sees } from './case-access.ts'
import { momentOf, writeOnCase } from './case-actions.ts'

const guardChanges = (complaint: Complaint, guarding: GuardPlan, { at }: Moment) => {
  const { guard, keptFrom, isUnread } = guarding
  const handler = complaint.handler !== null && keptFrom.includes(complaint.handler) ? null : complaint.handler
  return {
    guard,
    handler: guard?.steward ?? handler,
    unreadSince: isUnread ? (complaint.unreadSince ?? at) : null,
  }
}

/** Candidates whom a plan no longer names are not meant; they are asked about again under another name or position. */
function decidedWith({ dossier }: Complaint, { concerns, candidates, keptFrom }: GuardPlan) {
  const open = [...concerns, ...candidates].map(({ id }) => id)
  const decided = dossier.candidates.filter(({ id }) => !open.includes(id))
  const earlier = dossier.notMeant.filter(({ id }) => !open.includes(id) && decided.every((one) => one.id !== id))
  const notMeant: Concerned[] = [...earlier, ...decided.map(({ id, name, position }) => ({ id, name, position }))]
  return { concerns, candidates, notMeant, readers: withoutKept(dossier.readers, keptFrom) }
}

/** What the reporter chose stays, and what somebody declared of themselves, whatever an officer decides. */
const isOnlyChosen = ({ concerns, candidates }: GuardPlan): boolean =>
  candidates.every(({ declared }) => declared) && concerns.every(({ chosen }) => chosen === 'only')

/**
 * Hides the case from concerned staff, or lifts the guard if nobody is named; candidates whom nobody chose see it
 * again. Only those who still see the case read the reason.
 */
export function guardCase(
  complaint: Complaint,
  guarding: GuardPlan,
  because: string,
  by: Actor,
  moment: Moment,
): Complaint {
  return takeGuard(complaint, guarding, { because, by, isChosen: false }, moment)
}

interface Taken {
  readonly because: string | null
  readonly by: Actor
  readonly isChosen: boolean
}

/** The reporter chose anew who does not read the case, which they then read in its history. */
export const takeChoice = (
  complaint: Complaint,
  guarding: GuardPlan,
  positions: readonly string[],
  moment: Moment,
): Complaint =>
  takeGuard(
    complaint,
    guarding,
    { because: positions.join('; ') || null, by: { kind: 'reporter' }, isChosen: true },
    moment,
  )

function takeGuard(complaint: Complaint, guarding: GuardPlan, { because, by, isChosen }: Taken, moment: Moment) {
  const isLifted = isOnlyChosen(guarding)
  const event = isChosen ? 'readers_chosen' : isLifted ? 'guard_lifted' : 'guarded'
  const guarded = applyDecision(
    complaint,
    moment,
    { ...guardChanges(complaint, guarding, moment), dossier: decidedWith(complaint, guarding) },
    { event, by, text: because ?? undefined, public: isChosen },
  )
  const before = complaint.guard?.steward ?? null
  const now = guarding.guard?.steward ?? null
  if (now === before) return guarded
  if (isLifted && !guarding.isUnread && now === null) return addLine(guarded, reroutedBackLine(moment))
  return now === null ? guarded : addLine(guarded, reroutedLine(moment))
}

/** More staff may be meant than before. The case is kept from them, too, until somebody decides. */
export const askWhoIsMeant = (complaint: Complaint, guarding: GuardPlan, moment: Moment): Complaint =>
  keepFromMore(complaint, guarding, moment, (asked) => ({
    ...{ at: moment.at, event: 'who_is_meant', by: { kind: 'system' }, public: false },
    text: asked.map(({ name }) => name).join(', '),
  }))

/**
 * Somebody declared that it may concern them. It is kept from them and goes to others.
 * @param guarding names them as declared
 * @param first reads it first instead, where they would have
 */
export function handOn(
  complaint: Complaint,
  guarding: GuardPlan,
  { by, first }: { readonly by: Actor; readonly first: StaffId | null },
  moment: Moment,
): Complaint {
  const { at } = moment
  const kept = keepFromMore(complaint, guarding, moment, () => ({
    ...{ at, event: 'declared_concerned', by, text: null, public: false },
  }))
  if (!first) return kept
  const reader = { id: first, as: 'first', since: at, by: { kind: 'system' }, undeclared: true } as const
  return {
    ...kept,
    alerts: [...kept.alerts, ...notesOfNew(null, first, by, moment)],
    dossier: { ...kept.dossier, readers: [...kept.dossier.readers, reader] },
  }
}

function keepFromMore(
  complaint: Complaint,
  guarding: GuardPlan,
  moment: Moment,
  lineOf: (asked: readonly Candidate[]) => HistoryLine,
): Complaint {
  const now = guarding.guard
  if (!now) return complaint
  const known = whomOf(complaint)
  const asked = guarding.candidates.filter(({ id }) => known.candidates.every((one) => one.id !== id))
  if (asked.length === 0) return complaint
  const marks = [...new Set([...(complaint.guard?.marks ?? []), ...now.marks])]
  const changes = guardChanges(complaint, { ...guarding, guard: { ...now, marks } }, moment)
  const open = asked.map(({ id }) => id)
  const dossier = {
    ...complaint.dossier,
    candidates: guarding.candidates,
    readers: withoutKept(complaint.dossier.readers, guarding.keptFrom),
    notMeant: complaint.dossier.notMeant.filter(({ id }) => !open.includes(id)),
  }
  const alerts = [
    ...complaint.alerts,
    ...notesOfHandler(complaint.handler, changes.handler, null, moment),
    ...(asked.every(({ declared }) => declared) ? [] : [noteOfCandidates(moment)]),
  ]
  const before = complaint.guard?.steward ?? null
  const after = addLine({ ...complaint, ...changes, alerts, dossier }, lineOf(asked))
  return now.steward !== null && now.steward !== before ? addLine(after, reroutedLine(moment)) : after
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
  const readers = withoutKept(complaint.dossier.readers, guarding.keptFrom)
  const tended = { ...complaint, ...changes, alerts, dossier: { ...complaint.dossier, readers } }
  return now.steward !== null && now.steward !== before.steward ? addLine(tended, reroutedLine(moment)) : tended
}

const addLine = (complaint: Complaint, line: HistoryLine): Complaint => ({
  ...complaint,
  dossier: { ...complaint.dossier, history: [...complaint.dossier.history, line] },
})

/**
 * An officer names the staff whom a complaint concerns; an empty list lifts the guard.
 * @returns whether the officer still sees the case
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/changed-meanwhile`, `staff/unknown`,
 * `text/names-reporter`
 */
export async function guardCaseAgainst(
  office: Office,
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
  await refuseUnlessMembers(office.staff, staff, ids)
  const guarded = await writeOnCase(
    office,
    staff,
    ['cases.verify'],
    request,
    [because],
    async (complaint, by, moment) => {
      if (complaint.revision !== revision) throw new Refusal('conflict', 'case/changed-meanwhile')
      const guarding = await planGuard(office.staff, tenant, concerningOf(complaint, ids), complaint.category)
      return guardCase(complaint, guarding, because, by, moment)
    },
  )
  const act = guarded.guard ? 'guard.set' : 'guard.lifted'
  await office.record(tenant, { by: staff.id, act, subject: number, detail: guarded.unreadSince && 'unread' })
  return { number, visible: sees(staff, guarded) }
}

export interface GuardCandidate {
  readonly id: string
  readonly name: string
  readonly position: string
  /** True if the case concerns them, not just their superior. */
  readonly concerned: boolean
  readonly named: boolean
  /** The case is kept from them until somebody decides whether they are meant. */
  readonly candidate: boolean
}

/**
 * Lists the staff of whom the concerned ones are chosen.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function guardCandidatesFor(
  office: Office,
  staff: StaffMember,
  number: string,
): Promise<readonly GuardCandidate[]> {
  const complaint = await caseFor(office, staff, 'cases.verify', number)
  const members = await office.staff.members(staff.tenant)
  const named = staffNamedBy(complaint, members)
  return members.map((member) => ({
    id: member.id,
    name: member.name,
    position: member.position,
    concerned: concernedIn(complaint).some(({ id }) => id === member.id),
    named: named.includes(member),
    candidate: complaint.dossier.candidates.some(({ id, declared }) => id === member.id && !declared),
  }))
}

export async function refuseUnlessMembers(
  directory: StaffDirectory,
  { tenant }: Pick<StaffMember, 'tenant'>,
  ids: readonly string[],
): Promise<void> {
  const members = await directory.members(tenant)
  if (!ids.every((id) => members.some((member) => member.id === id))) {
    throw refuseField('staff/unknown', 'staff', 'unknown')
  }
}

/** Versions of cases that were looked at with these members. While both are the same, a guard stays as it is. */
const lookedAt = new WeakMap<readonly Membership[], Map<string, number>>()

function versionsLookedAt(members: readonly Membership[]): Map<string, number> {
  const versions = lookedAt.get(members) ?? new Map<string, number>()
  lookedAt.set(members, versions)
  return versions
}

/** @returns how many guards changed */
export async function updateGuards(
  office: Office,
  guarded: Awaited<ReturnType<Office['complaints']['listGuarded']>>,
): Promise<number> {
  let rerouted = 0
  for (const { tenant, number, version } of guarded) {
    const looked = versionsLookedAt(await office.staff.members(tenant))
    if (looked.get(number) === version) continue
    const moment = await momentOf(office, tenant)
    const found = await skipUnreadable(office.complaints.get(tenant, number))
    if (!found) continue
    const tended = await office.complaints.change(tenant, number, async (complaint) => {
      return updateGuard(
        complaint,
        await planGuard(office.staff, tenant, whomOf(complaint), complaint.category),
        moment,
      )
    })
    looked.set(number, tended.version)
    if (tended.version === found.version) continue
    rerouted++
    await office.record(tenant, { by: 'system', act: 'guard.set', subject: number, detail: 'tended' })
  }
  return rerouted
}

export interface GuardPreview {
  readonly keptFrom: readonly Membership[]
  readonly steward: Membership | null
  readonly isUnread: boolean
  readonly isVisible: boolean
}

/** @throws Refusal `staff/not-permitted`, `complaint/not-found`, `staff/unknown` */
export async function previewGuard(
  office: Office,
  staff: StaffMember,
  number: string,
  ids: readonly string[],
): Promise<GuardPreview> {
  const complaint = await caseFor(office, staff, 'cases.verify', number)
  const { category } = complaint
  await refuseUnlessMembers(office.staff, staff, ids)
  const members = await office.staff.members(staff.tenant)
  const { guard, keptFrom, isUnread } = await planGuard(
    office.staff,
    staff.tenant,
    concerningOf(complaint, ids),
    category,
  )
  return {
    keptFrom: members.filter(({ id }) => keptFrom.includes(id)),
    steward: members.find(({ id }) => id === guard?.steward) ?? null,
    isUnread,
    isVisible: sees(staff, { category, guard }),
  }
}
