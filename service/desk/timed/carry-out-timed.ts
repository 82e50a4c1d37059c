import { caseFor, sees } from '../../case/access/case-access.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { TimedAct } from '../../case/shape/timed-act.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import {
  hasReporterActedSince,
  leaveUndone,
  type NotDone,
  takeTimed,
  timedActOf,
  timedDue,
} from '../../case/timed-act.ts'
import { giveBackUnsent } from '../../keeping/unsent/give-back.ts'
import type { UndoneReason } from '../../offices/act-vocabulary.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { ActPorts } from '../case-act.ts'
import { performAct } from '../case-acts.ts'
import { performSeries } from '../series/order-series.ts'
import { SeriesRefusal } from '../series/run-series.ts'
import { refuseOthers } from '../waiting-order.ts'
import type { TimedPorts } from './time-acts.ts'

const AT_ONCE = 50

/** Does what is due in all tenants. @returns how many cases had something due */
export async function carryOutTimed(ports: TimedPorts, onFault: (cause: unknown) => void): Promise<number> {
  const due = await ports.complaints.withTimedActs(ports.now(), AT_ONCE)
  for (const { tenant, number } of due) await carryOutOn(ports, tenant, number).catch(onFault)
  return due.length
}

async function carryOutOn(ports: TimedPorts, tenant: TenantId, number: string): Promise<void> {
  const complaint = await ports.complaints.find(tenant, number)
  for (const timed of complaint ? timedDue(complaint, ports.now()) : []) {
    const staff = await ports.staff.findMember(tenant, timed.by.id)
    const why = staff ? await whyNotDone(perform(ports, staff, number, timed)) : 'not_sent_no_right'
    if (why) await leave(ports, { tenant, number, timed, why, staff })
  }
}

/**
 * Does one now, in the same write that takes it out of the case: it is done once, whatever dies meanwhile.
 * @throws Refusal `timed/gone`, `timed/reporter-wrote`, and what `performAct` throws
 */
async function perform(
  ports: TimedPorts,
  staff: StaffMember,
  number: string,
  { id, order, isChosen }: TimedAct,
): Promise<Complaint> {
  if (order.act === 'series') return performSeries(ports, staff, number, { id, order, isChosen })
  const { revision } = await caseFor(ports, staff, 'cases.read', number)
  const change: ActPorts['complaints']['change'] = (tenant, key, decide) =>
    ports.complaints.change(tenant, key, async (before) => {
      const timed = timedActOf(before, id)
      if (isChosen && hasReporterActedSince(before, timed)) throw new Refusal('conflict', 'timed/reporter-wrote')
      // What others did since it was ordered does not stop it, as long as the act is still open.
      const done = await decide({ ...takeTimed(before, id), revision })
      return { ...done, revision: before.revision + 1 }
    })
  // What was typed since it was ordered is another text.
  const unsent = { drop: async () => {} }
  return performAct({ ...ports, unsent, complaints: { ...ports.complaints, change } }, staff, order.act, {
    ...order,
    ...{ number, revision },
  })
}

/** @throws Refusal `timed/gone`, `staff/not-permitted`, and what `performAct` throws */
export async function hastenTimed(
  ports: TimedPorts,
  staff: StaffMember,
  { number, id }: { readonly number: string; readonly id: string },
): Promise<Complaint> {
  const timed = timedActOf(await caseFor(ports, staff, 'cases.read', number), id)
  refuseOthers(staff, timed)
  return perform(ports, staff, number, { ...timed, isChosen: false })
}

const becauseOf: Readonly<Record<string, UndoneReason>> = {
  'timed/reporter-wrote': 'not_sent_reporter_wrote',
  'case/wrong-status': 'not_sent_case_moved_on',
  'complaint/not-found': 'not_sent_no_right',
  'staff/not-permitted': 'not_sent_no_right',
}

/** @returns `null` if it was done, or is gone */
async function whyNotDone(doing: Promise<unknown>): Promise<NotDone | null> {
  try {
    await doing
    return null
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    if (cause.code === 'timed/gone' || cause.code === 'case/destroyed') return null
    if (cause instanceof SeriesRefusal) return { act: cause.act, code: cause.code }
    return becauseOf[cause.code] ?? 'not_sent_refused'
  }
}

interface Left {
  readonly tenant: TenantId
  readonly number: string
  readonly timed: TimedAct
  readonly why: NotDone
  readonly staff: StaffMember | null
}

async function leave(ports: TimedPorts, { tenant, number, timed, why, staff }: Left): Promise<void> {
  const { id, order, by } = timed
  const complaint = await ports.complaints.get(tenant, number)
  const isAuthorHere = staff !== null && sees(staff, complaint)
  const moment = { at: ports.now(), newId: ports.newId }
  const undo =
    isAuthorHere && order.act !== 'series'
      ? await giveBackUnsent(ports, { tenant, by: by.id }, number, order, caseKeyOf(complaint))
      : null
  try {
    await ports.complaints.change(tenant, number, (before) =>
      leaveUndone(before, timedActOf(before, id), { why, isAuthorHere }, moment),
    )
  } catch (cause) {
    await undo?.()
    if (cause instanceof Refusal) return
    throw cause
  }
}
