import { mayOn } from '../case/access/case-access.ts'
import { actorOf, momentOf } from '../case/access/case-actions.ts'
import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Assignment } from '../case/shape/handling.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { caseKeyOf } from '../case/store/case-seals.ts'
import { openStatuses } from '../case/store/complaint-tallies.ts'
import { improvementOwner, MOST_SLIPS } from '../case/tasks.ts'
import { inheritApproval, stateOf } from '../keeping/approvals/approval.ts'
import { ruleOf } from '../keeping/approvals/approvals.ts'
import { inheritDraft, isWriter } from '../keeping/papers/case-paper.ts'
import type { Absence, Membership } from '../offices/staff/account.ts'
import { requireFreshConfirmation } from '../offices/staff/account-security.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import { type HeldKind, heldKinds, type Status } from '../offices/vocabulary.ts'
import { DAY, plusMilliseconds } from '../shared/instant.ts'
import { isOneOf, keysOf } from '../shared/records.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { Page, Query } from '../storage/collection.ts'
import type { StaffId } from '../storage/place.ts'
import type { DeskOffice } from './case-act.ts'
import { dispatch, leastLaden } from './dispatch.ts'

/** The handler of a case that has ended stays its handler. */
export const givenStatuses = [
  'received',
  'incomplete',
  'in_progress',
  'awaiting_approval',
  'answered',
  'objected',
] as const satisfies readonly Status[]

/** The service passes work to others in nobody's name, because the admin who removes somebody reads no case. */
const by: Actor = { kind: 'system' }

/** Tells whether the successor may have the case that the leaver handles. */
export const mayInherit = (complaint: Complaint, leaver: StaffId, successor: StaffMember): boolean =>
  complaint.handler === leaver && mayOn(successor, 'cases.handle', complaint)

/**
 * Decides who has a case instead of somebody who leaves. A person who may not handle it, or from whom it is hidden,
 * does not get it, and nobody gets more than the unit allows: it then waits to be dispatched. Requests for an identity
 * that wait go along, unless the successor decides them, and so does what the leaver was to do for another handler.
 */
export function giveCase(
  complaint: Complaint,
  leaver: StaffId,
  successor: StaffMember,
  moment: Moment,
  hasRoom: boolean,
): Complaint {
  const helped = withTasksOf(withRequestsOf(complaint, leaver, successor), leaver, successor)
  const asked = giveImprovement(helped, leaver, successor)
  if (complaint.handler !== leaver || !isOneOf(givenStatuses, complaint.status)) return asked
  if (!hasRoom || !mayInherit(complaint, leaver, successor)) {
    return applyDecision(asked, moment, { handler: null }, { event: 'dispatched', by, public: false })
  }
  if (asked.dossier.dispositions.length < MOST_SLIPS)
    return dispatch(asked, [assignmentAfter(asked, leaver, successor)], by, moment)
  return applyDecision(asked, moment, { handler: successor.id }, { event: 'dispatched', by })
}

/** The successor has the instructions that the leaver had and has not carried out. */
function assignmentAfter({ dossier }: Complaint, leaver: StaffId, { id, name, position }: StaffMember): Assignment {
  const had = dossier.dispositions
    .flatMap(({ assignments }) => assignments)
    .findLast(({ to, done }) => to === leaver && done === null)
  const asked = {
    instructions: had?.instructions ?? [],
    text: had?.text ?? dossier.instruction,
    dueOn: had?.dueOn ?? null,
  }
  return { to: id, name, position, ...asked, done: null }
}

function withRequestsOf(complaint: Complaint, leaver: StaffId, successor: StaffMember): Complaint {
  const { identityRequests } = complaint.dossier
  const mayAsk =
    mayOn(successor, 'identity.open', complaint) && !mayOn(successor, 'identity.open_confidential', complaint)
  if (!mayAsk || !identityRequests.some((one) => isWaitingOf(one, leaver))) return complaint
  const { id, name, position } = successor
  const asker: Actor = { kind: 'staff', id, name, position }
  const requests = identityRequests.map((one) => (isWaitingOf(one, leaver) ? { ...one, by: asker } : one))
  return { ...complaint, dossier: { ...complaint.dossier, identityRequests: requests } }
}

const isWaitingOf = (
  { by: asker, decision }: Complaint['dossier']['identityRequests'][number],
  leaver: StaffId,
): boolean => decision === null && asker.kind === 'staff' && asker.id === leaver

/** The new assistant has the same instructions as the leaver had; somebody who is on the slip already has their own. */
function withTasksOf(complaint: Complaint, leaver: StaffId, successor: StaffMember): Complaint {
  if (!mayOn(successor, 'cases.handle', complaint) || tasksOf(complaint, leaver) === 0) return complaint
  const { id: to, name, position } = successor
  const dispositions = complaint.dossier.dispositions.map((slip) => {
    const [leader, ...assistants] = slip.assignments
    const isThere = slip.assignments.some((one) => one.to === to)
    const given = assistants.flatMap((one) => {
      if (one.to !== leaver || one.done !== null) return one
      return isThere ? [] : { ...one, to, name, position }
    })
    return { ...slip, assignments: [leader, ...given] as const }
  })
  return { ...complaint, dossier: { ...complaint.dossier, dispositions } }
}

/** A closed case stays with who handled it; only what is still owed of its improvement goes on. */
function giveImprovement(complaint: Complaint, leaver: StaffId, successor: StaffMember): Complaint {
  const { improvementDue, dossier } = complaint
  if (!improvementDue || !owesTo(complaint, leaver) || !mayOn(successor, 'cases.close', complaint)) return complaint
  const { id, name, position } = successor
  const improvement = dossier.improvement && { ...dossier.improvement, owner: { name, position } }
  return {
    ...complaint,
    improvementDue: { ...improvementDue, owner: id },
    dossier: improvementDue.what === 'check' ? { ...dossier, improvement } : dossier,
  }
}

/** Before it is closed, a case takes along what its handler has yet to name. */
const owesTo = (complaint: Complaint, person: StaffId): boolean =>
  complaint.improvementDue?.owner === person ||
  (complaint.status === 'closed' && improvementOwner(complaint) === person)

const tasksOf = ({ dossier }: Complaint, person: StaffId): number =>
  dossier.dispositions
    .flatMap(({ assignments: [, ...assistants] }) => assistants)
    .filter(({ to, done }) => to === person && done === null).length

/** How much of each kind somebody holds in a case. */
export const countHeldIn = (
  complaint: Complaint,
  person: StaffId,
): Readonly<Record<Extract<HeldKind, 'case' | 'assistance' | 'improvement' | 'identity_request'>, number>> => ({
  case: complaint.handler === person && isOneOf(givenStatuses, complaint.status) ? 1 : 0,
  assistance: tasksOf(complaint, person),
  improvement: owesTo(complaint, person) ? 1 : 0,
  identity_request: complaint.dossier.identityRequests.filter((one) => isWaitingOf(one, person)).length,
})

/** How much of each kind goes to the successor, and how much cannot. */
export type Succession = Readonly<Record<HeldKind, { readonly moves: number; readonly stays: number }>>

const AT_ONCE = 50
/** Older requests have lapsed. */
const APPROVALS_SINCE = 14 * DAY
const MOST_APPROVALS = 500

interface Order {
  readonly ports: DeskOffice
  readonly leaver: StaffId
  readonly next: StaffMember
  /** Nothing is written. */
  readonly isPreview: boolean
  readonly count: (kind: HeldKind, before: number, left: number) => void
}

/**
 * Gives all that somebody who leaves holds to a successor, or says what would go and what cannot. What failed halfway is
 * done by asking again.
 */
export async function giveWork(
  ports: DeskOffice,
  admin: StaffMember,
  leaver: string,
  successor: string,
  { isPreview = false }: { readonly isPreview?: boolean } = {},
): Promise<Succession> {
  requirePermission(admin, 'staff.manage')
  if (!isPreview) requireFreshConfirmation(admin, ports.now())
  const { tenant } = admin
  if (!(await ports.staff.membership(tenant, leaver))) throw new Refusal('not-found', 'staff/unknown')
  const next = successor === leaver ? null : await ports.staff.findMember(tenant, successor)
  if (!next) throw refuseField('staff/unknown', 'successor', 'unknown')
  if (next.awayUntil) throw new Refusal('conflict', 'staff/away')
  const sums = Object.fromEntries(heldKinds.map((kind) => [kind, { moves: 0, stays: 0 }])) as Record<
    HeldKind,
    { moves: number; stays: number }
  >
  const count: Order['count'] = (kind, before, left) => {
    sums[kind].moves += before - left
    sums[kind].stays += left
  }
  const order: Order = { ports, leaver: leaver as StaffId, next, isPreview, count }
  await giveCases(order)
  await giveApprovals(order)
  await giveAbsences(order)
  if (!isPreview) {
    const detail = `cases ${sums.case.moves}`
    await ports.record(tenant, { by: admin.id, act: 'staff.changed', subject: successor, detail })
  }
  return sums
}

async function giveCases(order: Order): Promise<void> {
  const moment = await momentOf(order.ports, order.next.tenant)
  await giveCasesIn(order, { index: 'status', where: { status: givenStatuses } }, moment)
  await giveCasesIn(order, { index: 'improvementDue', also: { improvementOwner: order.leaver } }, moment)
}

async function giveCasesIn(order: Order, asked: Omit<Query, 'limit'>, moment: Moment): Promise<void> {
  const { ports, leaver, next, isPreview, count } = order
  const { complaints } = ports
  const hasRoomFor = await placesFor(order, moment)
  let after: string | null = null
  do {
    const query = { ...asked, order: 'ascending', limit: AT_ONCE } as const
    const page: Page<Complaint> = await complaints.list(next.tenant, { ...query, ...(after && { after }) }, () => {})
    for (const found of page.items) {
      const before = countHeldIn(found, leaver)
      if (Object.values(before).some((held) => held > 0)) {
        const given = isPreview
          ? giveCase(found, leaver, next, moment, await hasRoomFor(found))
          : await complaints.change(next.tenant, found.id, async (one) =>
              giveCase(one, leaver, next, moment, await hasRoomFor(one)),
            )
        const left = { ...countHeldIn(given, leaver), case: given.handler === next.id ? 0 : before.case }
        for (const kind of keysOf(before)) count(kind, before[kind], left[kind])
      }
      await givePapers(order, found)
    }
    after = page.nextCursor
  } while (after)
}

/** The successor gets no more open cases than the unit allows; what is too much waits to be dispatched. */
async function placesFor({ ports, leaver, next, isPreview }: Order, { at }: Moment) {
  const { tenant, id } = next
  const most = (await ports.tenants.get(tenant)).settings.mostOpenCases
  let foreseen = (await ports.complaints.caseloads(tenant, [id])).get(id) ?? 0
  return async (complaint: Complaint): Promise<boolean> => {
    const isCounted = isOneOf(openStatuses, complaint.status) && !complaint.guard
    if (!most || !isCounted || !mayInherit(complaint, leaver, next)) return true
    if (isPreview) return foreseen++ < most
    const asked = { tenant, number: complaint.id, people: [id], at }
    return (await ports.complaints.giveOut(asked, (loads) => leastLaden([id], loads, most))) !== null
  }
}

async function givePapers({ ports, leaver, next, isPreview, count }: Order, complaint: Complaint): Promise<void> {
  const key = caseKeyOf(complaint)
  for (const kept of await ports.papers.ofCase(next.tenant, complaint.id)) {
    if (kept.state !== 'draft' || kept.content === null) continue
    const paper = await ports.papers.open(kept, key)
    const given = inheritDraft(paper, leaver, next.id)
    if (!isWriter(paper, leaver)) continue
    count('paper', 1, isPreview || given === paper || (await ports.papers.replace(given, key)) ? 0 : 1)
  }
}

async function giveApprovals({ ports, leaver, next, isPreview, count }: Order): Promise<void> {
  const since = plusMilliseconds(ports.now(), -APPROVALS_SINCE)
  const others = (await ports.staff.working(next.tenant)).filter(({ id }) => id !== leaver && id !== next.id)
  for (const approval of await ports.approvals.list(next.tenant, since, MOST_APPROVALS)) {
    const state = stateOf(approval, ports.now())
    if (approval.asker !== leaver || (state !== 'waiting' && state !== 'granted')) continue
    const { asks, decides } = ruleOf(approval.act)
    // Nobody decides on their own request, so somebody else must be left who can.
    const isDecided =
      state === 'granted' || others.some(({ permissions }) => decides.some((one) => permissions.has(one)))
    const may = next.permissions.has(asks) && isDecided
    const inherit = (one: typeof approval) => inheritApproval(one, next.id, actorOf(next))
    const moves = may && inherit(approval) !== approval
    if (moves && !isPreview) await ports.approvals.change(next.tenant, approval.id, inherit)
    count('approval', 1, moves ? 0 : 1)
  }
}

/** Somebody else names the new deputy, so it waits for a yes again. */
function nameAnew({ agreed: _, ...absence }: Absence, deputy: string): Absence {
  return { ...absence, deputy, byOther: true }
}

/** The successor stands in for those on leave for whom the leaver did, but not for themselves. */
async function giveAbsences({ ports, leaver, next, isPreview, count }: Order): Promise<void> {
  const isHeld = ({ deputy, until }: NonNullable<Membership['absences']>[number]) =>
    deputy === leaver && until > ports.now()
  for (const member of await ports.staff.members(next.tenant)) {
    const held = (member.absences ?? []).filter(isHeld).length
    if (held === 0) continue
    const moves = member.id !== next.id
    if (moves && !isPreview) {
      const absences = (member.absences ?? []).map((one) => (isHeld(one) ? nameAnew(one, next.id) : one))
      await ports.staff.saveMembership({ ...member, absences })
    }
    count('deputy', held, moves ? 0 : held)
  }
}
