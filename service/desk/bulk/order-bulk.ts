import { caseForAny } from '../../case/access/case-access.ts'
import { refuseNamingAny } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { notPermitted, type StaffMember } from '../../offices/staff/permissions.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Cause } from '../../shared/tracing.ts'
import { acts, performAct } from '../case-acts.ts'
import { readySeries, type SeriesPorts } from '../series/offer-series.ts'
import { performReady } from '../series/order-series.ts'
import { withoutWriting } from '../without-writing.ts'
import { type AskedBulk, type Bulk, type BulkOrder, undoWindow } from './bulk.ts'
import type { BulkStore } from './bulk-store.ts'

export interface BulkPorts extends SeriesPorts {
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

/** @throws Refusal those of `performAct` */
export const actOnOne = (
  ports: Omit<BulkPorts, 'bulks'>,
  staff: StaffMember,
  order: BulkOrder,
  one: CaseNamed,
): Promise<Complaint> =>
  order.act === 'series'
    ? performReady(ports, staff, one, order)
    : performAct(ports, staff, order.act, { ...order, ...one })

async function asOrdered(ports: BulkPorts, { tenant }: StaffMember, asked: AskedBulk): Promise<BulkOrder> {
  if (asked.act !== 'series') return asked
  const { ready } = await readySeries(ports, tenant, asked.series)
  const { name, does, template } = ready
  return { act: 'series', name, does, template }
}

/**
 * Decides the act for each case without writing it.
 * @throws Refusal `staff/not-permitted`, `text/names-joined-reporter`, `series/unknown`
 */
export async function previewOrder(
  ports: BulkPorts,
  staff: StaffMember,
  asked: AskedBulk,
  numbers: readonly string[],
): Promise<readonly PreviewedCase[]> {
  return foresee(ports, staff, await asOrdered(ports, staff, asked), numbers)
}

async function foresee(
  ports: BulkPorts,
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

/** @throws Refusal `staff/not-permitted`, `text/names-joined-reporter`, `series/unknown` */
export async function orderBulk(
  ports: BulkPorts,
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
  ports: BulkPorts,
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
  ports: BulkPorts,
  staff: StaffMember,
  order: BulkOrder,
  foreseen: readonly PreviewedCase[],
) {
  const words = wordsToReporters(order)
  const shown = foreseen.flatMap(({ complaint }) => complaint ?? [])
  if (words === null || shown.length < 2) return
  await refuseNamingAny(ports, staff, shown[0]?.id ?? '', shown, [words])
}
