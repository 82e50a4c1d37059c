import { caseForAny } from '../../case/access/case-access.ts'
import { refuseNamingAny } from '../../case/access/refuse-naming.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { notPermitted } from '../../offices/staff/permissions.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { StaffId } from '../../offices/staff-id.ts'
import type { Cause } from '../../shared/cause.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { ActPorts } from '../case-act.ts'
import { acts, performAct } from '../case-acts.ts'
import { type Bulk, type BulkOrder, undoWindow } from './bulk.ts'
import type { BulkStore } from './bulk-store.ts'

export interface BulkPorts extends ActPorts {
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
): Promise<Complaint> => performAct(ports, staff, order.act, { ...order, ...one })

/**
 * Decides the act for each case without writing it.
 * @throws Refusal `staff/not-permitted`, `text/names-joined-reporter`
 */
export async function previewOrder(
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

/** @throws Refusal `staff/not-permitted`, `text/names-joined-reporter` */
export async function orderBulk(
  ports: BulkPorts,
  staff: StaffMember,
  order: BulkOrder,
  cases: readonly CaseNamed[],
): Promise<Bulk> {
  const foreseen = await previewOrder(
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

function withoutWriting(ports: BulkPorts): BulkPorts {
  const change: ComplaintStore['change'] = async (tenant, number, decide) =>
    decide(await ports.complaints.get(tenant, number))
  // Each case takes a place from those after it.
  const given = new Map<string, StaffId>()
  const giveOut: ComplaintStore['giveOut'] = async ({ tenant, number, people }, choose) => {
    const loads = [...(await ports.complaints.caseloads(tenant, people))].map(([person, load]) => {
      const more = [...given].filter(([other, to]) => to === person && other !== number).length
      return [person, load + more] as const
    })
    const to = choose(new Map(loads))
    if (to) given.set(number, to)
    return to
  }
  return { ...ports, complaints: { ...ports.complaints, change, giveOut }, record: async () => {} }
}

function refuseUnlessSomewhere({ permissions }: StaffMember, { act }: BulkOrder): void {
  if (!acts[act].by.some((permission) => permissions.has(permission))) throw notPermitted(acts[act].by[0])
}

/** A text that goes to many reporters may name none of them. */
async function refuseNamingAmong(
  ports: BulkPorts,
  staff: StaffMember,
  order: BulkOrder,
  foreseen: readonly PreviewedCase[],
) {
  const words = order.act === 'message' ? order.text : order.act === 'explain-delay' ? order.reason : null
  const shown = foreseen.flatMap(({ complaint }) => complaint ?? [])
  if (words === null || shown.length < 2) return
  await refuseNamingAny(ports, staff, shown[0]?.id ?? '', shown, [words])
}
