import { caseForAny } from '../../case/access/case-access.ts'
import { refuseNamingAny } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Series } from '../../offices/rules.ts'
import { notPermitted, type Permission, type StaffMember } from '../../offices/staff/permissions.ts'
import { DAY, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Cause } from '../../shared/tracing.ts'
import { type DeskOffice, withoutWriting } from '../case-act.ts'
import { type ActName, acts, performAct } from '../case-acts.ts'
import { keptSeries, performReady, readySeries } from '../series/series.ts'
import {
  type AskedBulk,
  type Bulk,
  type BulkOrder,
  type BulkResult,
  type BulkStore,
  cancelBulk,
  leaseBulk,
  settleBulkCase,
  skipBulkWait,
  undoWindow,
  unknownBulk,
} from './bulk.ts'

export interface BulkOffice extends DeskOffice {
  readonly bulks: BulkStore
  readonly cause: Cause
}

/** `null` means that the case would change. */
export interface PreviewedCase {
  readonly number: string
  readonly complaint: Complaint | null
  readonly refused: Refusal | null
}

type CaseNamed = { readonly number: string; readonly revision: number }

export const actOnOne = (
  ports: BulkOffice,
  staff: StaffMember,
  order: BulkOrder,
  one: CaseNamed,
): Promise<Complaint> =>
  order.act === 'series'
    ? performReady(ports, staff, one, order)
    : performAct(ports, staff, order.act, { ...order, ...one })

async function asOrdered(ports: BulkOffice, { tenant }: StaffMember, asked: AskedBulk): Promise<BulkOrder> {
  if (asked.act !== 'series') return asked
  const { ready } = await readySeries(ports, tenant, asked.series)
  const { name, does, template } = ready
  return { act: 'series', name, does, template }
}

export async function previewOrder(
  ports: BulkOffice,
  staff: StaffMember,
  asked: AskedBulk,
  numbers: readonly string[],
): Promise<readonly PreviewedCase[]> {
  return foresee(ports, staff, await asOrdered(ports, staff, asked), numbers)
}

async function foresee(
  ports: BulkOffice,
  staff: StaffMember,
  order: BulkOrder,
  numbers: readonly string[],
): Promise<readonly PreviewedCase[]> {
  refuseUnlessSomewhere(staff, order)
  const foreseen: PreviewedCase[] = []
  const dry = withoutWriting(ports)
  for (const number of new Set(numbers)) foreseen.push(await previewOne(dry, staff, order, number))
  await refuseNamingAmong(ports, staff, order, foreseen)
  return foreseen
}

export async function orderBulk(
  ports: BulkOffice,
  staff: StaffMember,
  asked: AskedBulk,
  cases: readonly CaseNamed[],
): Promise<Bulk> {
  const order = await asOrdered(ports, staff, asked)
  const foreseen = await foresee(
    ports,
    staff,
    order,
    cases.map(({ number }) => number),
  )
  const revisions = new Map(cases.map(({ number, revision }) => [number, revision]))
  const { tenant, id: by } = staff
  const at = ports.now()
  const bulk = await ports.bulks.add({
    ...{ tenant, by, cause: ports.cause.now() },
    id: ports.newId(),
    state: 'waiting',
    orderedAt: at,
    nextAt: plusMilliseconds(at, undoWindow[order.act]),
    content: {
      ...{ order, act: order.act },
      // A case that cannot be found stays in the list, so that nobody counts on it.
      cases: foreseen.map(({ number }) => ({ number, revision: revisions.get(number) ?? 0, result: null })),
    },
  })
  await ports.record(tenant, { by, act: 'bulk.ordered', subject: null, detail: `${order.act} ${foreseen.length}` })
  return bulk
}

async function previewOne(
  ports: BulkOffice,
  staff: StaffMember,
  order: BulkOrder,
  number: string,
): Promise<PreviewedCase> {
  let complaint: Complaint | null = null
  try {
    complaint = await caseForAny(ports, staff, ['cases.read'], number)
    const { revision } = complaint
    await actOnOne(ports, staff, order, { number, revision })
    return { number, complaint, refused: null }
  } catch (cause) {
    if (cause instanceof Refusal) return { number, complaint, refused: cause }
    throw cause
  }
}

function refuseUnlessSomewhere({ permissions }: StaffMember, { act }: BulkOrder): void {
  if (act === 'series') return
  if (!acts[act].by.some((permission) => permissions.has(permission))) throw notPermitted(acts[act].by[0])
}

function wordsToReporters(order: BulkOrder): string | null {
  if (order.act === 'message') return order.text
  if (order.act === 'series') return order.template?.text ?? null
  return order.act === 'explain-delay' ? order.reason : null
}

/** A text that goes to many reporters may name none of them. */
async function refuseNamingAmong(
  ports: BulkOffice,
  staff: StaffMember,
  order: BulkOrder,
  foreseen: readonly PreviewedCase[],
) {
  const words = wordsToReporters(order)
  const shown = foreseen.flatMap(({ complaint }) => complaint ?? [])
  if (words === null || shown.length < 2) return
  await refuseNamingAny(ports, staff, shown[0]?.id ?? '', shown, [words])
}

/** One of these permissions is needed for any of the acts. */
export const bulkPermissions = [
  'cases.dispatch',
  'cases.verify',
  'cases.handle',
  'cases.approve',
] as const satisfies readonly Permission[]

export function requireBulk({ permissions }: StaffMember): void {
  if (!bulkPermissions.some((one) => permissions.has(one))) throw notPermitted(bulkPermissions[0])
}

export async function bulkOf({ bulks }: BulkOffice, staff: StaffMember, id: string): Promise<Bulk> {
  const { tenant, id: by } = staff
  requireBulk(staff)
  const bulk = await bulks.get(tenant, id)
  if (bulk.by !== by) throw unknownBulk()
  return bulk
}

export async function undoBulk(ports: BulkOffice, staff: StaffMember, id: string): Promise<Bulk> {
  const { content } = await bulkOf(ports, staff, id)
  const taken = await ports.bulks.change(staff.tenant, id, cancelBulk)
  const detail = `${content.act} ${content.cases.length}`
  await ports.record(staff.tenant, { by: staff.id, act: 'bulk.undone', subject: null, detail })
  return taken
}

export async function hastenBulk(ports: BulkOffice, staff: StaffMember, id: string): Promise<Bulk> {
  await bulkOf(ports, staff, id)
  const hasty = await ports.bulks.change(staff.tenant, id, (bulk) => skipBulkWait(bulk, ports.now()))
  await carryOut(ports, hasty)
  return ports.bulks.get(staff.tenant, id)
}

/** Finished ones are shown this long. */
const KEPT_FOR = DAY

export async function carryOutBulks(ports: BulkOffice, onFault: (cause: unknown) => void): Promise<number> {
  const due = await ports.bulks.due(ports.now(), 20)
  for (const bulk of due) await carryOut(ports, bulk).catch(onFault)
  return due.length
}

export const forgetBulks = ({ bulks, now }: BulkOffice): Promise<number> =>
  bulks.forget(plusMilliseconds(now(), -KEPT_FOR))

/** The first process carries it out; one that died is resumed where it stopped. */
async function carryOut(ports: BulkOffice, found: Bulk): Promise<void> {
  const taken = leaseBulk(found, ports.now())
  let bulk = taken && (await ports.bulks.replace(taken))
  if (!bulk) return
  const { order } = bulk.content
  const staff = await ports.staff.findMember(bulk.tenant, bulk.by)
  const forItsSake = <T>(act: () => T): T => (found.cause ? ports.cause.run(found.cause, act) : act())
  for (const one of bulk.content.cases) {
    if (one.result !== null || !order) continue
    const result: BulkResult = staff
      ? await forItsSake(() => actOnOne(ports, staff, order, one)).then(() => ({ done: true }) as const, refusedBy)
      : { refused: 'staff/not-permitted' }
    bulk = await ports.bulks.replace(settleBulkCase(bulk, one.number, result, ports.now()))
    // Another process took it over.
    if (!bulk) return
  }
  const isDone = ({ result }: Bulk['content']['cases'][number]) => result !== null && 'done' in result
  const done = bulk.content.cases.filter(isDone).length
  const detail = `${bulk.content.act} ${done}/${bulk.content.cases.length}`
  await ports.record(bulk.tenant, { by: bulk.by, act: 'bulk.done', subject: null, detail })
}

function refusedBy(cause: unknown): BulkResult {
  if (cause instanceof Refusal) return { refused: cause.code }
  throw cause
}

const actsIn = ({ verify, assign, labels, labelsOff, note, message }: Series['does']): readonly ActName[] => [
  ...(verify ? (['verify'] as const) : []),
  ...(assign === null ? [] : (['dispatch'] as const)),
  ...(labels.length + labelsOff.length === 0 ? [] : (['set-label'] as const)),
  ...(note === '' ? [] : (['note'] as const)),
  ...(message === null ? [] : (['message'] as const)),
]

export async function listSeries(
  ports: DeskOffice,
  staff: StaffMember,
): Promise<readonly Pick<Series, 'id' | 'name'>[]> {
  requireBulk(staff)
  const { series } = await keptSeries(ports, staff.tenant)
  return series.filter(({ does }) =>
    actsIn(does).every((act) => acts[act].by.some((permission) => staff.permissions.has(permission))),
  )
}
