import { type CaseActionPorts, momentUnder } from '../case/access/case-actions.ts'
import { mayBeGivenByRule } from '../case/case-rules.ts'
import { noteNoRoom } from '../case/news.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { MOST_SLIPS } from '../case/tasks.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import type { Tenant, TenantSettings } from '../offices/tenants/tenant.ts'
import type { TenantId } from '../storage/place.ts'
import { leastLaden, mayBeGiven } from './choose-handler.ts'
import { dispatch } from './dispatch-complaint.ts'

export interface SpreadPorts extends CaseActionPorts {
  readonly staff: StaffDirectory
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
async function findHandler(ports: SpreadPorts, complaint: Complaint, most: number, { at }: Moment) {
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
  ports: SpreadPorts,
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
export async function spreadWaiting(ports: SpreadPorts, onFault: (cause: unknown) => void): Promise<number> {
  let count = 0
  for (const tenant of await ports.tenants.list()) {
    if (tenant.settings.mostOpenCases && (await someHaveRoom(ports, tenant)))
      count += await spreadIn(ports, tenant, onFault)
  }
  return count
}

async function someHaveRoom({ staff, complaints }: SpreadPorts, { id, settings }: Tenant): Promise<boolean> {
  const handlers = (await staff.working(id)).filter(({ permissions }) => permissions.has('cases.handle'))
  const loads = await complaints.caseloads(
    id,
    handlers.map((one) => one.id),
  )
  return [...loads.values()].some((load) => load < (settings.mostOpenCases ?? 0))
}

async function spreadIn(ports: SpreadPorts, { id: tenant, settings }: Tenant, onFault: (cause: unknown) => void) {
  const where = { handler: 'none', status: 'in_progress' }
  const waiting = await ports.complaints.waiting(tenant, {
    ...{ index: 'ownWork', where, order: 'ascending', limit: MOST_AT_ONCE },
  })
  let count = 0
  for (const { number } of waiting) count += (await spreadOne(ports, tenant, number, settings).catch(onFault)) ? 1 : 0
  return count
}

async function spreadOne(ports: SpreadPorts, tenant: TenantId, number: string, settings: TenantSettings) {
  const moment = momentUnder(settings, ports)
  const changed = await ports.complaints.change(tenant, number, async (complaint) => {
    if (!settings.mostOpenCases || !waitsForHandler(complaint)) return complaint
    const handler = await findHandler(ports, complaint, settings.mostOpenCases, moment)
    return handler ? given(complaint, handler, moment) : complaint
  })
  return changed.handler !== null
}
