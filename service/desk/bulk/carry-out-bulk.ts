import { notPermitted, type Permission, type StaffMember } from '../../offices/staff/permissions.ts'
import { DAY, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type Bulk, type BulkResult, cancelBulk, leaseBulk, settleBulkCase, skipBulkWait, unknownBulk } from './bulk.ts'
import { actOnOne, type BulkPorts } from './order-bulk.ts'

/** One of these permissions is needed for any of the acts. */
export const bulkPermissions = [
  'cases.dispatch',
  'cases.verify',
  'cases.handle',
  'cases.approve',
] as const satisfies readonly Permission[]

/** @throws Refusal `staff/not-permitted` */
export function requireBulk({ permissions }: StaffMember): void {
  if (!bulkPermissions.some((one) => permissions.has(one))) throw notPermitted(bulkPermissions[0])
}

/** Only the person who ordered it finds it. @throws Refusal `staff/not-permitted`, `bulk/unknown` */
export async function bulkOf({ bulks }: BulkPorts, staff: StaffMember, id: string): Promise<Bulk> {
  const { tenant, id: by } = staff
  requireBulk(staff)
  const bulk = await bulks.get(tenant, id)
  if (bulk.by !== by) throw unknownBulk()
  return bulk
}

/** @throws Refusal `bulk/unknown`, `bulk/begun` */
export async function undoBulk(ports: BulkPorts, staff: StaffMember, id: string): Promise<Bulk> {
  const { content } = await bulkOf(ports, staff, id)
  const taken = await ports.bulks.change(staff.tenant, id, cancelBulk)
  const detail = `${content.act} ${content.cases.length}`
  await ports.record(staff.tenant, { by: staff.id, act: 'bulk.undone', subject: null, detail })
  return taken
}

/** @throws Refusal `bulk/unknown`, `bulk/begun` */
export async function hastenBulk(ports: BulkPorts, staff: StaffMember, id: string): Promise<Bulk> {
  await bulkOf(ports, staff, id)
  const hasty = await ports.bulks.change(staff.tenant, id, (bulk) => skipBulkWait(bulk, ports.now()))
  await carryOut(ports, hasty)
  return ports.bulks.get(staff.tenant, id)
}

/** Finished ones are shown this long. */
const KEPT_FOR = DAY

/** @returns how many were started */
export async function carryOutBulks(ports: BulkPorts, onFault: (cause: unknown) => void): Promise<number> {
  const due = await ports.bulks.due(ports.now(), 20)
  for (const bulk of due) await carryOut(ports, bulk).catch(onFault)
  return due.length
}

export const forgetBulks = ({ bulks, now }: BulkPorts): Promise<number> =>
  bulks.forget(plusMilliseconds(now(), -KEPT_FOR))

/** The first process carries it out; one that died is resumed where it stopped. */
async function carryOut(ports: BulkPorts, found: Bulk): Promise<void> {
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
