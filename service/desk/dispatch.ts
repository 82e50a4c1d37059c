import { caseFor, mayOn } from '../case/access/case-access.ts'
import { momentUnder, writeOnCase } from '../case/access/case-actions.ts'
import { namingTextsOf, staffNamedBy, whoIsMeant } from '../case/candidates.ts'
import { mayBeGivenByRule } from '../case/case-rules.ts'
import { applyDecision } from '../case/complaint.ts'
import { noteNoRoom, notesOfHandler } from '../case/news.ts'
import type { Office } from '../case/office/office.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Assignment } from '../case/shape/handling.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import type { Caseloads } from '../case/store/complaint-tallies.ts'
import { carryOut, MOST_SLIPS, withSlip } from '../case/tasks.ts'
import { localDateOf } from '../offices/calendar/working-days.ts'
import type { Membership } from '../offices/staff/account.ts'
import { type Permission, requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import type { Tenant, TenantSettings } from '../offices/tenants/tenant.ts'
import type { DispatchInstruction } from '../offices/vocabulary.ts'
import { type Day, parseDay } from '../shared/instant.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { StaffId, TenantId } from '../storage/place.ts'
import type { ActSteps } from './case-act.ts'

/**
 * Lists who may get the case without anybody having chosen them: present, by a role of their own, and neither those
 * whom the case names nor those whom it may mean. A person who signs answers is among them only where nobody else
 * handles such cases.
 */
export function mayBeGiven(
  complaint: Complaint,
  working: readonly StaffMember[],
  members: readonly Membership[],
): readonly StaffMember[] {
  const meant = staffMeantBy(complaint, members)
  const handlers = working.filter((one) => mayOn(one, 'cases.handle', complaint) && !one.asDeputy?.has('cases.handle'))
  const signsNot = handlers.filter((one) => !mayOn(one, 'cases.approve', complaint))
  return (signsNot.length > 0 ? signsNot : handlers).filter(
    ({ id, awayUntil }) => awayUntil === undefined && !meant.has(id),
  )
}

/** Lists those whom the case names or may mean: nobody gives it to them unasked. */
export function staffMeantBy(complaint: Complaint, members: readonly Membership[]): ReadonlySet<string> {
  const isDecided = new Set<string>(complaint.dossier.notMeant.map(({ id }) => id))
  const meant = Object.values(whoIsMeant(namingTextsOf(complaint), members)).flat()
  return new Set([...staffNamedBy(complaint, members), ...meant].map(({ id }) => id).filter((id) => !isDecided.has(id)))
}

/** Chooses who has the fewest open cases, and of those the first; `null` if all have as many as the unit allows. */
export function leastLaden(able: readonly StaffId[], loads: Caseloads, most: number): StaffId | null {
  let found: StaffId | null = null
  for (const id of able) {
    const load = loads.get(id) ?? 0
    if (load < most && (found === null || load < (loads.get(found) ?? 0))) found = id
  }
  return found
}

/** Dispatches the case to a handler and to assistants; the reporter sees that, but not to whom. */
export function dispatch(
  complaint: Complaint,
  assignments: readonly [Assignment, ...Assignment[]],
  by: Actor,
  moment: Moment,
): Complaint {
  const [lead, ...assistants] = assignments
  const dispositions = withSlip(complaint, { id: moment.newId(), at: moment.at, by, assignments })
  const dispatched = applyDecision(
    complaint,
    moment,
    { handler: lead.to, dossier: { instruction: lead.text, dispositions } },
    { event: 'dispatched', by },
  )
  const sender = by.kind === 'staff' ? by.id : null
  const notes = assistants.flatMap(({ to }) => notesOfHandler(null, to, sender, moment))
  return { ...dispatched, alerts: [...dispatched.alerts, ...notes] }
}

const needed = { lead: 'cases.handle', assist: 'cases.read' } as const satisfies Record<string, Permission>
export type AssignmentPart = keyof typeof needed

/** `openCases` is given where the unit limits them, and `isFull` once there are as many. */
export interface Handler {
  readonly membership: Membership
  readonly openCases?: number
  readonly isFull?: boolean
}

export async function handlersFor(
  ports: Office,
  staff: StaffMember,
  { number, part = 'lead' }: { readonly number?: string | undefined; readonly part?: AssignmentPart | undefined },
): Promise<readonly Handler[]> {
  requirePermission(staff, 'cases.read')
  const { tenant } = staff
  const complaint = number === undefined ? null : await caseFor(ports, staff, 'cases.read', number)
  const able: Membership[] = []
  for (const membership of await ports.staff.members(tenant)) {
    const member = await ports.staff.findMember(tenant, membership.id)
    const permission = needed[part]
    if (
      member &&
      !member.awayUntil &&
      (complaint ? mayOn(member, permission, complaint) : member.permissions.has(permission))
    ) {
      able.push(membership)
    }
  }
  const most = part === 'lead' ? (await ports.tenants.get(tenant)).settings.mostOpenCases : null
  if (!most) return able.map((membership) => ({ membership }))
  const loads = await ports.complaints.caseloads(
    tenant,
    able.map(({ id }) => id as StaffId),
  )
  return able.map((membership) => {
    const openCases = loads.get(membership.id as StaffId) ?? 0
    return { membership, openCases, isFull: openCases >= most }
  })
}

interface Asked {
  readonly instructions?: readonly DispatchInstruction[] | undefined
  readonly instruction?: string | undefined
  readonly dueOn?: string | undefined
}

interface DispatchOrder extends Asked {
  readonly handler: string
  /** The officer knows that the handler has as many open cases as the unit allows, and gives them one more. */
  readonly aboveMost?: boolean | undefined
  readonly assistants?: readonly (Asked & { readonly staff: string })[] | undefined
}

/**
 * It throws `staff/unknown` when somebody is not a member of this tenant or may not have this case, `staff/away`, and
 * `dispatch/above-most` when the handler has as many open cases as the unit allows and the officer did not know that.
 */
export const dispatchAct: ActSteps<DispatchOrder> = {
  words: ({ instruction, assistants = [] }) => [instruction, ...assistants.map((one) => one.instruction)],
  async prepare(request, ports, staff) {
    const find = (id: string) => ports.staff.findMember(staff.tenant, id)
    const { handler, assistants = [] } = request
    const lead = await find(handler)
    const others = await Promise.all(assistants.map(async (one) => ({ ...one, member: await find(one.staff) })))
    return async (complaint, by, moment, settings) => {
      const today = localDateOf(moment.at, moment.calendar)
      const assignTo = (path: string, member: StaffMember | null, part: AssignmentPart, what: Asked) => {
        if (!member || !mayOn(member, needed[part], complaint)) throw refuseField('staff/unknown', path, 'unknown')
        if (member.awayUntil) throw refuseField('staff/away', path, 'away')
        return assignmentTo(member, what, path.slice(0, path.lastIndexOf('.') + 1), today)
      }
      const first = assignTo('handler', lead, 'lead', request)
      const more = others.map((one, at) => assignTo(`assistants.${at}.staff`, one.member, 'assist', one))
      const ids = [first, ...more].map(({ to }) => to)
      const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at)
      if (twice > 0) throw refuseField('request/invalid', `assistants.${twice - 1}.staff`, 'twice')
      await keepPlace(ports, complaint, first.to, request.aboveMost ? null : settings.mostOpenCases, moment)
      return dispatch(complaint, [first, ...more], by, moment)
    }
  },
}

/**
 * Two officers cannot both give the last place. Guarded cases have none, because counts must not reveal them.
 * @param most `null` or absent if there is no limit
 */
async function keepPlace(
  { complaints }: { readonly complaints: ComplaintStore },
  { tenant, id: number, handler, guard }: Complaint,
  to: StaffId,
  most: number | null | undefined,
  { at }: Moment,
): Promise<void> {
  if (!most || handler === to || guard) return
  const given = await complaints.giveOut({ tenant, number, people: [to], at }, (loads) => leastLaden([to], loads, most))
  if (!given) throw new Refusal('conflict', 'dispatch/above-most', { most })
}

function assignmentTo({ id, name, position }: StaffMember, what: Asked, path: string, today: Day): Assignment {
  const dueOn = what.dueOn === undefined ? null : parseDay(what.dueOn)
  if (dueOn !== null && dueOn < today) throw refuseField('request/invalid', `${path}dueOn`, 'day-past')
  const instructions = [...new Set(what.instructions)]
  return { to: id, name, position, instructions, text: what.instruction || null, dueOn, done: null }
}

/**
 * The recipient of a slip reports what they did, or somebody in their place does. Reading the case suffices, because assistants need no more.
 */
export async function reportCarriedOut(
  ports: Office,
  staff: StaffMember,
  request: {
    readonly number: string
    readonly id: string
    readonly text: string
    readonly leakReason?: string | undefined
  },
): Promise<Complaint> {
  const { id, name, position } = staff
  const by = { kind: 'staff', id, name, position } as const
  const changed = await writeOnCase(ports, staff, ['cases.read'], request, [request.text], (complaint, _, moment) =>
    carryOut(complaint, request, staff, by, moment),
  )
  await ports.record(staff.tenant, { by: id, act: 'case.acted', subject: request.number, detail: 'assignment-done' })
  return changed
}

/** The service gives out cases in nobody's name. */
const by: Actor = { kind: 'system' }

/** People give out guarded cases, and those of an old register, whose work began long ago; rules come first. */
const waitsForHandler = ({ status, handler, guard, imported, rulesDue, dossier }: Complaint): boolean =>
  status === 'in_progress' &&
  handler === null &&
  guard === null &&
  imported === null &&
  rulesDue.length === 0 &&
  dossier.dispositions.length < MOST_SLIPS

/** Finds who gets it, and keeps the place for them; `null` if nobody can take it now. */
async function findHandler(ports: Office, complaint: Complaint, most: number, { at }: Moment) {
  const { tenant, id: number } = complaint
  const [working, members] = await Promise.all([ports.staff.working(tenant), ports.staff.members(tenant)])
  const able = mayBeGiven(complaint, working, members)
  const people = able.map(({ id }) => id)
  const to = await ports.complaints.giveOut({ tenant, number, people, at }, (loads) => leastLaden(people, loads, most))
  return able.find(({ id }) => id === to) ?? null
}

const given = (complaint: Complaint, { id, name, position }: StaffMember, moment: Moment): Complaint =>
  dispatch(complaint, [{ to: id, name, position, instructions: [], text: null, dueOn: null, done: null }], by, moment)

/**
 * A verified case goes to the handler with the fewest open ones, where the unit wants that. If nobody can take it, it
 * waits to be dispatched, and verifiers and heads are alerted. It is one act with the verification.
 */
export async function spreadVerified(
  ports: Office,
  complaint: Complaint,
  { mostOpenCases }: TenantSettings,
  moment: Moment,
): Promise<Complaint> {
  if (!mostOpenCases || !waitsForHandler(complaint)) return complaint
  if (mayBeGivenByRule(await ports.complaints.rules.on(complaint.tenant), complaint)) return complaint
  const handler = await findHandler(ports, complaint, mostOpenCases, moment)
  if (!handler) return { ...complaint, alerts: [...complaint.alerts, noteNoRoom(moment)] }
  return { ...given(complaint, handler, moment), revision: complaint.revision }
}

const MOST_AT_ONCE = 100

/**
 * Gives out what waits for a handler, the most urgent first, once somebody can take it.
 * @returns how many cases were given
 */
export async function spreadWaiting(ports: Office, onFault: (cause: unknown) => void): Promise<number> {
  let count = 0
  for (const tenant of await ports.tenants.list()) {
    if (tenant.settings.mostOpenCases && (await someHaveRoom(ports, tenant)))
      count += await spreadIn(ports, tenant, onFault)
  }
  return count
}

async function someHaveRoom({ staff, complaints }: Office, { id, settings }: Tenant): Promise<boolean> {
  const handlers = (await staff.working(id)).filter(({ permissions }) => permissions.has('cases.handle'))
  const loads = await complaints.caseloads(
    id,
    handlers.map((one) => one.id),
  )
  return [...loads.values()].some((load) => load < (settings.mostOpenCases ?? 0))
}

async function spreadIn(ports: Office, { id: tenant, settings }: Tenant, onFault: (cause: unknown) => void) {
  const where = { handler: 'none', status: 'in_progress' }
  const waiting = await ports.complaints.waiting(tenant, {
    ...{ index: 'ownWork', where, order: 'ascending', limit: MOST_AT_ONCE },
  })
  let count = 0
  for (const { number } of waiting) count += (await spreadOne(ports, tenant, number, settings).catch(onFault)) ? 1 : 0
  return count
}

async function spreadOne(ports: Office, tenant: TenantId, number: string, settings: TenantSettings) {
  const moment = momentUnder(settings, ports)
  const changed = await ports.complaints.change(tenant, number, async (complaint) => {
    if (!settings.mostOpenCases || !waitsForHandler(complaint)) return complaint
    const handler = await findHandler(ports, complaint, settings.mostOpenCases, moment)
    return handler ? given(complaint, handler, moment) : complaint
  })
  return changed.handler !== null
}
