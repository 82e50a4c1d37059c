import { caseFor, caseForAny, changeCaseFor, sees } from '../../case/access/case-access.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { isSeries, type TimedAct } from '../../case/shape/timed-act.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import {
  addTimed,
  hasReporterActedSince,
  leaveUndone,
  moveTimed,
  type NotDone,
  refuseOutOfReach,
  TAKE_BACK_FOR,
  takeTimed,
  timedActOf,
  timedDue,
  wouldMoveDates,
} from '../../case/timed-acts.ts'
import { giveBackUnsent } from '../../keeping/unsent/give-back.ts'
import { ownerOf } from '../../keeping/unsent/unsent.ts'
import type { UndoneReason } from '../../offices/act-vocabulary.ts'
import { dayNumberOf } from '../../offices/calendar/office-calendar.ts'
import { momentAt } from '../../offices/calendar/working-days.ts'
import { tellPerson } from '../../offices/inbox/telling.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { type Instant, parseDay, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import { type DeskOffice, withoutWriting } from '../case-act.ts'
import { acts, decideAct, performAct } from '../case-acts.ts'
import { performSeries } from '../series/series.ts'
import { SeriesRefusal } from '../series/series-runs.ts'
import { type ActOrder, actOrderOf, authorOf, refuseOthers, refuseStopping, requestOf } from '../waiting-order.ts'

export interface OfficeTime {
  readonly day: string
  readonly time: string
}

interface Named {
  readonly number: string
  readonly id: string
}

/**
 * Orders an act for later: it is checked as if it were done now, and waits in the case. Without a time it waits as long
 * as it can be taken back; where a date could move by that, it is done at once.
 */
export async function orderTimed(
  ports: DeskOffice,
  staff: StaffMember,
  {
    number,
    revision,
    order,
    on,
  }: {
    readonly number: string
    readonly revision: number
    readonly order: ActOrder
    readonly on?: OfficeTime | undefined
  },
): Promise<Complaint> {
  const { tenant } = staff
  const orderedAt = ports.now()
  const chosen = on && (await momentOn(ports, staff, on))
  const dueAt = chosen ?? plusMilliseconds(orderedAt, TAKE_BACK_FOR)
  const request = requestOf(order, { number, revision })
  const { calendar } = (await ports.tenants.get(tenant)).settings
  const before = await caseForAny(ports, staff, acts[order.act].by, number)
  if (!chosen && wouldMoveDates(before, { from: orderedAt, to: dueAt }, calendar)) {
    return performAct(ports, staff, order.act, request)
  }
  const timed: TimedAct = {
    ...{ id: ports.newId(), orderedAt, dueAt, order },
    by: authorOf(staff, order),
    isChosen: chosen !== undefined,
  }
  const dry = withoutWriting(ports)
  const change: DeskOffice['complaints']['change'] = (of, key, decide) =>
    key !== number
      ? dry.complaints.change(of, key, decide)
      : ports.complaints.change(of, key, async (complaint) => {
          await decide(complaint)
          return addTimed(complaint, timed)
        })
  const deciding = { ...dry, complaints: { ...dry.complaints, change } }
  const { complaint } = await decideAct(deciding, staff, order.act, request, timed.id)
  await record(ports, staff, number, `${order.act}-timed`)
  await ports.unsent.drop(ownerOf(staff), { number, kind: order.act })
  return complaint
}

async function momentOn(ports: DeskOffice, { tenant }: StaffMember, { day, time }: OfficeTime): Promise<Instant> {
  const { settings } = await ports.tenants.get(tenant)
  const at = momentAt(dayNumberOf(parseDay(day)), time, settings.calendar)
  refuseOutOfReach(at, ports.now())
  return at
}

/**
 * Takes an act back before it is done. Its words wait for their author again where they typed them, before what they
 * typed there since.
 */
export async function withdrawTimed(ports: DeskOffice, staff: StaffMember, { number, id }: Named): Promise<Complaint> {
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  const timed = timedActOf(complaint, id)
  refuseStopping(staff, timed, complaint)
  // The words lie there before the act is gone, so that a crash between loses none.
  const { order, by } = timed
  // Nobody typed the words of a series.
  const undo = isSeries(order)
    ? async () => {}
    : await giveBackUnsent(ports, { tenant: staff.tenant, by: by.id }, number, order, caseKeyOf(complaint))
  try {
    const left = await changeCaseFor(ports, staff, ['cases.read'], number, (before) => {
      refuseStopping(staff, timedActOf(before, id), before)
      return takeTimed(before, id)
    })
    await record(ports, staff, number, `${timed.order.act}-withdrawn`)
    return left
  } catch (cause) {
    await undo()
    throw cause
  }
}

export async function rescheduleTimed(
  ports: DeskOffice,
  staff: StaffMember,
  { number, id }: Named,
  on: OfficeTime,
): Promise<Complaint> {
  refuseOthers(staff, timedActOf(await caseFor(ports, staff, 'cases.read', number), id))
  const dueAt = await momentOn(ports, staff, on)
  const moved = await changeCaseFor(ports, staff, ['cases.read'], number, (before) => {
    refuseOthers(staff, timedActOf(before, id))
    return moveTimed(before, id, dueAt)
  })
  await record(ports, staff, number, 'timed-moved')
  return moved
}

const record = ({ record: write }: DeskOffice, { tenant, id: by }: StaffMember, subject: string, detail: string) =>
  write(tenant, { by, act: 'case.acted', subject, detail })

const AT_ONCE = 50

/** Does what is due in all tenants. @returns how many cases had something due */
export async function carryOutTimed(ports: DeskOffice, onFault: (cause: unknown) => void): Promise<number> {
  let count = 0
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<DeskOffice['complaints']['withTimedActs']>> = await ports.complaints.withTimedActs(
      ports.now(),
      AT_ONCE,
      after,
    )
    // A case that fails does not block the others.
    for (const { tenant, number } of page.items) await carryOutOn(ports, tenant, number).catch(onFault)
    count += page.items.length
    after = page.nextCursor
  } while (after)
  return count
}

async function carryOutOn(ports: DeskOffice, tenant: TenantId, number: string): Promise<void> {
  const complaint = await ports.complaints.find(tenant, number)
  for (const timed of complaint ? timedDue(complaint, ports.now()) : []) {
    const staff = await ports.staff.findMember(tenant, timed.by.id)
    const why = staff ? await whyNotDone(perform(ports, staff, number, timed)) : 'not_sent_no_right'
    if (why) await leave(ports, { tenant, number, timed, why, staff })
  }
}

/** Does one now, in the same write that takes it out of the case: it is done once, whatever dies meanwhile. */
async function perform(
  ports: DeskOffice,
  staff: StaffMember,
  number: string,
  { id, order: waiting, isChosen, orderedAt }: TimedAct,
): Promise<Complaint> {
  if (isSeries(waiting)) return performSeries(ports, staff, number, { id, order: waiting, isChosen })
  const order = actOrderOf(waiting)
  // Its words lie in the order. What was typed since is another text.
  await ports.unsent.drop(ownerOf(staff), { number, kind: order.act }, orderedAt)
  const unsent = { ...ports.unsent, drop: async () => {} }
  const { revision } = await caseForAny(ports, staff, acts[order.act].by, number)
  const request = requestOf(order, { number, revision })
  // It takes itself out of the case when that is joined.
  if ('reserve' in acts[order.act].does) return performAct({ ...ports, unsent }, staff, order.act, request, id)
  let isTaken = false
  const change: DeskOffice['complaints']['change'] = async (tenant, key, decide) => {
    if (isTaken) return ports.complaints.change(tenant, key, decide)
    const changed = await ports.complaints.change(tenant, key, async (before) => {
      const timed = timedActOf(before, id)
      if (isChosen && hasReporterActedSince(before, timed)) throw new Refusal('conflict', 'timed/reporter-wrote')
      // What others did since it was ordered does not stop it, as long as the act is still open.
      const done = await decide({ ...takeTimed(before, id), revision })
      return { ...done, revision: before.revision + 1 }
    })
    isTaken = true
    return changed
  }
  return performAct({ ...ports, unsent, complaints: { ...ports.complaints, change } }, staff, order.act, request)
}

export async function hastenTimed(
  ports: DeskOffice,
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
    return becauseOf[cause.code] ?? { code: cause.code }
  }
}

interface Left {
  readonly tenant: TenantId
  readonly number: string
  readonly timed: TimedAct
  readonly why: NotDone
  readonly staff: StaffMember | null
}

/** The kind of act and why, and neither the case nor a word of it. */
const logLeft = ({ log }: DeskOffice, { tenant, timed, why }: Left): void =>
  log.warn('act not carried out', {
    tenant,
    act: timed.order.act,
    code: typeof why === 'string' ? why : why.code,
    ...(typeof why !== 'string' && why.act && { step: why.act }),
  })

async function leave(ports: DeskOffice, left: Left): Promise<void> {
  const { tenant, number, timed, why, staff } = left
  const { id, order, by } = timed
  const complaint = await ports.complaints.get(tenant, number)
  // It was done up to what follows its write, or taken back.
  if (complaint.dossier.timedActs.every((one) => one.id !== id)) return
  const isAuthorHere = staff !== null && sees(staff, complaint)
  const moment = { at: ports.now(), newId: ports.newId }
  // From then on the case does not exist for its author; so they learn that it was not done, and nothing else.
  if (staff && !isAuthorHere)
    await tellPerson(ports, tenant, by.id, [{ id, kind: 'not_sent', number: null, at: moment.at }])
  const undo =
    isAuthorHere && !isSeries(order)
      ? await giveBackUnsent(ports, { tenant, by: by.id }, number, order, caseKeyOf(complaint))
      : null
  try {
    await ports.complaints.change(tenant, number, (before) =>
      leaveUndone(before, timedActOf(before, id), { why, isAuthorHere }, moment),
    )
    logLeft(ports, left)
  } catch (cause) {
    await undo?.()
    if (cause instanceof Refusal) return
    throw cause
  }
}
